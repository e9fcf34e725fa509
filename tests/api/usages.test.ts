import { randomUUID } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { as, asVisitor, type HttpActor } from '../support/httpActors'
import { formOf, png, upload } from '../support/httpContent'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, jsonOf, learned, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')
const owner = (): HttpActor => as('owner', space.a)

const make = async (collection: string, json: unknown, actor = owner()): Promise<string> =>
  readText(expectStatus(await actor({ path: `/api/${collection}`, json }), 201), 'doc', 'id')

const picture = async (): Promise<string> => {
  const body = upload({ data: await png(), name: `${uniqueName('picture')}.png` })
  return readText(expectStatus(await owner()({ path: '/api/media', body }), 201), 'doc', 'id')
}

const page = (more: object = {}): Promise<string> => {
  const slug = uniqueName('page')
  return make('pages', { title: slug, slug, _status: 'published', ...more })
}

const image = (id: string) => ({ layout: [{ blockType: 'image', image: id }] })
const remove = (path: string): Promise<Answer> =>
  owner()({ path: `/api/${path}`, method: 'DELETE' })
const usages = (path: string, actor = owner()) => actor(`/api/${path}/usages`)

describe('where something is used', () => {
  test('a picture: blocks, the picture when shared, site settings, people', async () => {
    const { body } = expectStatus(await usages(`media/${space.a.docs.media}`), 200)
    const { docs } = JSON.parse(body) as { docs: { collection: string; field: string }[] }
    const found = docs.map(({ collection, field }) => `${collection}: ${field}`)
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^pages: .*Picture when shared/),
        expect.stringMatching(/^pages: .*Block “Hero”/),
        expect.stringMatching(/^site-settings: Logo; Icon; Picture when shared$/),
        'users: Picture',
      ]),
    )
  })

  test('a page: links in blocks, in rich text and in the menu, redirects, pages below', async () => {
    const below = await page({ parent: space.a.pages.about })
    const answer = expectStatus(await usages(`pages/${space.a.pages.about}`), 200)
    expect(jsonOf(answer)).toMatchObject({
      docs: expect.arrayContaining([
        expect.objectContaining({ collection: 'pages', id: below, field: 'Below', draft: false }),
        expect.objectContaining({ collection: 'pages', id: space.a.pages.home }),
        expect.objectContaining({ collection: 'redirects', title: '/old-about' }),
        expect.objectContaining({ collection: 'site-settings' }),
      ]),
    })
  })

  test('a form: blocks, its leads, and what was sent of them', async () => {
    const answer = expectStatus(await usages(`forms/${space.a.docs.forms}`), 200)
    expect(read(answer, 'total')).toBe(3)
    expect(answer.body).toContain('Block “Form”')
    expect(answer.body).toContain('form-submissions')
    expect(answer.body).toContain('deliveries')
  })

  test('a page: rich text of forms, in any language and place', async () => {
    const id = await page()
    const text = (children: object[]) => ({ root: { ...node('root'), children } })
    const node = (type: string) => ({ type, version: 1, format: '', indent: 0, direction: null })
    const link = {
      ...node('link'),
      fields: { linkType: 'internal', doc: { relationTo: 'pages', value: id }, newTab: false },
      children: [
        { ...node('text'), text: 'More', mode: 'normal', style: '', detail: 0, format: 0 },
      ],
    }
    const linked = text([{ ...node('paragraph'), children: [link] }])
    const { fields } = formOf('any')
    const said = { ...formOf('Says it at the end'), confirmationMessage: linked }
    const mailed = {
      ...formOf('Mails it'),
      emails: [{ emailTo: 'team@example.test', subject: 'New', message: linked }],
    }
    const asks = {
      ...formOf('Says it between'),
      fields: [...fields, { blockType: 'message', message: linked }],
    }
    const forms: string[] = []
    for (const one of [said, mailed, asks]) forms.push(await make('forms', one))
    const answer = await usages(`pages/${id}`)
    expect(jsonOf(answer)).toMatchObject({
      total: 3,
      docs: expect.arrayContaining([
        expect.objectContaining({ title: 'Says it at the end', field: 'Confirmation Message' }),
        expect.objectContaining({ title: 'Mails it', field: 'Notifications by mail' }),
        expect.objectContaining({ title: 'Says it between' }),
      ]),
    })
    expect((await remove(`pages/${id}`)).status).toBe(409)
    expectStatus(await remove(`pages/${id}?force=true`), 200)
    for (const form of forms)
      expectStatus(
        await owner()({ path: `/api/forms/${form}`, method: 'PATCH', json: { captcha: true } }),
        200,
      )
  })

  test('a draft counts, and says so; a page that links to itself does not', async () => {
    const id = await picture()
    const using = await page()
    const path = `/api/pages/${using}?draft=true`
    expectStatus(await owner()({ path, method: 'PATCH', json: image(id) }), 200)
    expect(jsonOf(await usages(`media/${id}`))).toMatchObject({
      total: 1,
      docs: [{ id: using, draft: true }],
    })
    expect((await remove(`media/${id}`)).status).toBe(409)
    const button = { link: { type: 'page', label: 'Here', page: using } }
    const layout = [{ blockType: 'hero', variant: 'plain', heading: 'Me', actions: [button] }]
    await owner()({ path: `/api/pages/${using}`, method: 'PATCH', json: { layout } })
    expect(read(await usages(`pages/${using}`), 'total')).toBe(0)
  })

  test.each(['viewer', 'author'] as const)('is for staff: %s', async (role) => {
    expectStatus(await usages(`media/${space.a.docs.media}`, as(role, space.a)), 200)
  })

  test('a viewer is not told of leads, nor of what was sent of them', async () => {
    const answer = await usages(`forms/${space.a.docs.forms}`, as('viewer', space.a))
    expect(read(answer, 'total')).toBe(1)
    expect(answer.body).not.toMatch(/form-submissions|deliveries/)
  })

  test('is not for members and visitors', async () => {
    expect((await usages(`media/${space.a.docs.media}`, as('member', space.a))).status).toBe(403)
    expect((await usages(`media/${space.a.docs.media}`, asVisitor(space.a))).status).toBe(401)
  })

  test.each(['media', 'pages', 'forms'])(
    'of another space’s %s is as of an id that nobody has',
    async (collection) => {
      const theirs = await usages(`${collection}/${space.b.docs[collection]}`)
      const nobodys = await usages(`${collection}/${randomUUID()}`)
      expect(theirs.status).toBe(404)
      expect(learned(theirs)).toEqual(learned(nobodys))
      const forced = await remove(`${collection}/${space.b.docs[collection]}?force=true`)
      expect(learned(forced)).toEqual(
        learned(await remove(`${collection}/${randomUUID()}?force=true`)),
      )
    },
  )
})

describe('what is used', () => {
  test('is not deleted, and the refusal says where', async () => {
    const id = await picture()
    const using = await page({ title: 'Our house', ...image(id) })
    const answer = await remove(`media/${id}`)
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([409, 'IN_USE'])
    expect(readText(answer, 'errors', 0, 'message')).toContain('Our house (Block “Picture”)')
    expect(read(answer, 'errors', 0, 'details')).toMatchObject({
      total: 1,
      docs: [{ collection: 'pages', id: using, title: 'Our house' }],
    })
    expect(await sql('select from media where id = $1', [id])).toHaveLength(1)
  })

  test('goes when it is said to knowingly, and the page goes on and can be saved', async () => {
    const id = await picture()
    const slug = uniqueName('page')
    const using = await page({ slug, ...image(id), meta: { image: id } })
    expect((await asVisitor(space.a)(`/${slug}`)).body).toContain('<img')
    expectStatus(await remove(`media/${id}?force=true`), 200)
    const seen = await asVisitor(space.a)(`/${slug}`)
    expect(seen.status).toBe(200)
    const main = /<main[\s\S]*<\/main>/.exec(seen.body)?.[0] ?? ''
    expect(main).not.toContain('<img')
    const json = { title: 'Saved again', _status: 'published' }
    expectStatus(await owner()({ path: `/api/pages/${using}`, method: 'PATCH', json }), 200)
    expectStatus(
      await owner()({
        path: `/api/pages/${using}?draft=true`,
        method: 'PATCH',
        json: { title: 'x' },
      }),
      200,
    )
    // What nobody has is still refused.
    const other = await owner()({
      path: `/api/pages/${using}`,
      method: 'PATCH',
      json: image(randomUUID()),
    })
    expect(other.status).toBe(400)
  })

  test('a logo and somebody’s picture are emptied', async () => {
    const id = await picture()
    const settings = `/api/site-settings/${space.b.docs['site-settings']}`
    const theirs = { path: settings, method: 'PATCH', json: { logo: id } }
    expect((await as('owner', space.b)(theirs)).status).toBe(400)
    await sql('update users set avatar_id = $1 where id = $2', [id, space.a.colleague])
    expect((await remove(`media/${id}`)).status).toBe(409)
    expectStatus(await remove(`media/${id}?force=true`), 200)
    expect(await sql('select avatar_id from users where id = $1', [space.a.colleague])).toEqual([
      { avatar_id: null },
    ])
  })

  test('a page: those below move up, and are found at their old addresses', async () => {
    const [top, middle, leaf] = ['top', 'middle', 'leaf'].map(uniqueName)
    const above = await page({ slug: top })
    const id = await page({ slug: middle, parent: above })
    const below = await page({ slug: leaf, parent: id })
    expect((await remove(`pages/${id}`)).status).toBe(409)
    expectStatus(await remove(`pages/${id}?force=true`), 200)
    expect(await sql('select path from pages_locales where _parent_id = $1', [below])).toEqual([
      { path: `/${top}/${leaf}` },
    ])
    const { status, headers } = await asVisitor(space.a)(`/${top}/${middle}/${leaf}`)
    expect([status, headers.location]).toEqual([301, `/${top}/${leaf}`])
  })

  test('a form with leads stays: they cannot be without it', async () => {
    const form = await make('forms', formOf('With a lead'))
    const json = { values: { name: 'A', email: 'a@example.test' } }
    expectStatus(await asVisitor(space.a)({ path: `/api/forms/${form}/submit`, json }), 201)
    for (const path of [`forms/${form}`, `forms/${form}?force=true`])
      expect((await remove(path)).status).toBe(409)
  })

  test('only by a redirect goes at once, with the redirect', async () => {
    const id = await page()
    const from = `/${uniqueName('from')}`
    await make('redirects', { from, to: { type: 'reference', reference: id } })
    expect(read(await usages(`pages/${id}`), 'total')).toBe(1)
    expectStatus(await remove(`pages/${id}`), 200)
    expect(await sql('select from redirects where "from" = $1', [from])).toEqual([])
  })

  test('by another space’s planted row is not told of it', async () => {
    const id = await picture()
    await sql(`update pages_locales set layout = $1 where _parent_id = $2`, [
      JSON.stringify([{ blockType: 'image', image: id }]),
      space.b.pages.about,
    ])
    expect(read(await usages(`media/${id}`), 'total')).toBe(0)
    expectStatus(await remove(`media/${id}`), 200)
  })
})
