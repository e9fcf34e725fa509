import { describe, expect, test } from 'vitest'

import { as, asVisitor, type HttpActor } from '../support/httpActors'
import { formOf, png, upload } from '../support/httpContent'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, learned, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')
const editor = (): HttpActor => as('editor', space.a)

const make = async (collection: string, json: unknown, actor = editor()): Promise<string> =>
  readText(expectStatus(await actor({ path: `/api/${collection}`, json }), 201), 'doc', 'id')

const page = (slug: string, more: object = {}, actor = editor()): Promise<string> =>
  make('pages', { title: slug, slug, _status: 'published', ...more }, actor)

const patch = (path: string, json: unknown, actor = editor()): Promise<Answer> =>
  actor({ path: `/api/${path}`, method: 'PATCH', json })

const trash = (path: string, actor = editor()): Promise<Answer> =>
  patch(path, { deletedAt: new Date().toISOString() }, actor)
const restore = (path: string, more: object = {}, actor = editor()): Promise<Answer> =>
  patch(`${path}?trash=true`, { deletedAt: null, ...more }, actor)

const visit = (path: string): Promise<Answer> => asVisitor(space.a)(path)

describe('a page in the trash', () => {
  test('is gone from the site, from lists and from the search, and its address is free', async () => {
    const slug = uniqueName('bin')
    const id = await page(slug)
    expect((await visit(`/${slug}`)).status).toBe(200)
    expectStatus(await trash(`pages/${id}`), 200)
    expect((await visit(`/${slug}`)).status).toBe(404)
    expect((await visit('/sitemap.xml')).body).not.toContain(slug)
    expect((await editor()(`/api/pages/${id}`)).status).toBe(404)
    expect((await editor()(`/api/pages?where[id][equals]=${id}`)).body).toContain('"totalDocs":0')
    expect(await sql('select from search_documents where document_id = $1', [id])).toEqual([])
    expect(await sql('select from redirects where to_reference_id = $1', [id])).toEqual([])
    await page(slug)
    expect((await visit(`/${slug}`)).status).toBe(200)
  })

  test('is found by the search above the trash, as are other documents there, and by no other', async () => {
    const word = uniqueName('wren')
    const [gone, there] = [await page(`${word}-gone`), await page(`${word}-there`)]
    expectStatus(await trash(`pages/${gone}`), 200)
    const found = async (query: string, who = editor()) => {
      const answer = expectStatus(await who(`/api/pages?depth=0&${query}`), 200)
      return (read(answer, 'docs') as { id: string }[]).map(({ id }) => id)
    }
    const search = `where[or][0][search][like]=${word}`
    const inTrash = `trash=true&where[and][0][deletedAt][exists]=true&where[and][1][or][0][search][like]=`
    expect(await found(inTrash + word)).toEqual([gone])
    expect(await found(`${inTrash}nothing-like-it`)).toEqual([])
    expect(await found(inTrash)).toEqual([])
    expect(await found(search)).toEqual([there])
    expect((await found(`trash=true&${search}`)).sort()).toEqual([gone, there].sort())
    for (const who of [asVisitor(space.a), as('editor', space.b)])
      expect(await found(inTrash + word, who)).toEqual([])
  })

  test('is not shown to visitors who ask for it', async () => {
    const slug = uniqueName('hidden')
    const id = await page(slug)
    expectStatus(await trash(`pages/${id}`), 200)
    for (const who of [asVisitor(space.a), as('member', space.a)]) {
      expect((await who(`/api/pages/${id}?trash=true`)).status).toBe(404)
      expect((await who('/api/pages?trash=true&limit=200')).body).not.toContain(slug)
      const query = `{ Pages(trash: true, limit: 200) { docs { slug } } }`
      expect((await who({ path: '/api/graphql', json: { query } })).body).not.toContain(slug)
    }
    expect((await as('viewer', space.a)(`/api/pages/${id}?trash=true`)).status).toBe(200)
  })

  test('comes back as a draft, and is published again by who may', async () => {
    const slug = uniqueName('back')
    const id = await page(slug)
    expectStatus(await trash(`pages/${id}`), 200)
    const answer = expectStatus(await restore(`pages/${id}`), 200)
    expect(read(answer, 'doc', '_status')).toBe('draft')
    expect((await visit(`/${slug}`)).status).toBe(404)
    expectStatus(await patch(`pages/${id}`, { _status: 'published' }), 200)
    expect((await visit(`/${slug}`)).status).toBe(200)
  })

  test('does not come back to an address that another page has, and says so', async () => {
    const slug = uniqueName('clash')
    const id = await page(slug)
    expectStatus(await trash(`pages/${id}`), 200)
    await page(slug)
    const answer = await restore(`pages/${id}`)
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('already used by another page')
    const bulk = `pages?trash=true&where[id][equals]=${id}`
    expect((await patch(bulk, { deletedAt: null })).body).toContain('already used by another page')
    expectStatus(await restore(`pages/${id}`, { slug: `${slug}-2` }), 200)
  })

  test('takes the pages below from the site, and brings them back', async () => {
    const [top, leaf] = ['top', 'leaf'].map(uniqueName)
    const id = await page(top ?? '')
    const below = await page(leaf ?? '', { parent: id })
    expect((await visit(`/${top}/${leaf}`)).status).toBe(200)
    const refused = await trash(`pages/${id}`)
    expect([refused.status, read(refused, 'errors', 0, 'code')]).toEqual([409, 'IN_USE'])
    expectStatus(await trash(`pages/${id}?force=true`), 200)
    expect((await visit(`/${top}/${leaf}`)).status).toBe(404)
    expect((await visit(`/${leaf}`)).status).toBe(404)
    expect(await sql('select path from pages_locales where _parent_id = $1', [below])).toEqual([
      { path: null },
    ])
    expectStatus(await restore(`pages/${id}`, { _status: 'published' }), 200)
    expect((await visit(`/${top}/${leaf}`)).status).toBe(200)
  })

  test('redirects nobody to itself', async () => {
    const [old, now] = ['old', 'now'].map(uniqueName)
    const id = await page(old ?? '')
    expectStatus(await patch(`pages/${id}`, { slug: now, _status: 'published' }), 200)
    expect((await visit(`/${old}`)).status).toBe(301)
    expectStatus(await trash(`pages/${id}`), 200)
    expect((await visit(`/${old}`)).status).toBe(404)
  })
})

describe('a picture in the trash', () => {
  const picture = async (actor = editor()) => {
    const body = upload({ data: await png(), name: `${uniqueName('picture')}.png` })
    const answer = expectStatus(await actor({ path: '/api/media', body }), 201)
    return { id: readText(answer, 'doc', 'id'), url: readText(answer, 'doc', 'url') }
  }

  test('is served to nobody outside, and comes back', async () => {
    const { id, url } = await picture()
    expect((await visit(url)).status).toBe(200)
    expectStatus(await trash(`media/${id}`), 200)
    expect((await visit(url)).status).toBe(403)
    expect((await visit(`/api/media/${id}?trash=true`)).status).toBe(404)
    expect((await editor()(`/api/media?where[id][equals]=${id}`)).body).toContain('"totalDocs":0')
    expectStatus(await restore(`media/${id}`), 200)
    expect((await visit(url)).status).toBe(200)
  })

  test('that a page shows is refused first; then the page shows nothing in its place', async () => {
    const { id } = await picture()
    const slug = uniqueName('shows')
    await page(slug, { layout: [{ blockType: 'image', image: id }] })
    const refused = await trash(`media/${id}`)
    expect([refused.status, read(refused, 'errors', 0, 'code')]).toEqual([409, 'IN_USE'])
    expect(readText(refused, 'errors', 0, 'message')).toContain(slug)
    expectStatus(await trash(`media/${id}?force=true`), 200)
    const seen = await visit(`/${slug}`)
    expect(seen.status).toBe(200)
    expect(/<main[\s\S]*<\/main>/.exec(seen.body)?.[0]).not.toContain('<img')
    expectStatus(await restore(`media/${id}`), 200)
    expect(/<main[\s\S]*<\/main>/.exec((await visit(`/${slug}`)).body)?.[0]).toContain('<img')
  })

  test('of an author is theirs to put there, and to bring back', async () => {
    const author = as('author', space.a)
    const { id } = await picture(author)
    expectStatus(await trash(`media/${id}`, author), 200)
    expect((await author({ path: `/api/media/${id}?trash=true`, method: 'DELETE' })).status).toBe(
      403,
    )
    expectStatus(await restore(`media/${id}`, {}, author), 200)
  })
})

describe('a form in the trash', () => {
  test('takes no answers, keeps its leads, and comes back', async () => {
    const owner = as('owner', space.a)
    const id = await make('forms', formOf(uniqueName('Form')), owner)
    const json = { values: { name: 'A', email: 'a@example.test' } }
    const submit = () => asVisitor(space.a)({ path: `/api/forms/${id}/submit`, json })
    expectStatus(await submit(), 201)
    expectStatus(await trash(`forms/${id}`, owner), 200)
    expect((await submit()).status).toBe(404)
    expect((await visit(`/api/forms/${id}?trash=true`)).status).toBe(404)
    expect(await sql('select from form_submissions where form_id = $1', [id])).toHaveLength(1)
    expectStatus(await restore(`forms/${id}`, {}, owner), 200)
    expectStatus(await submit(), 201)
  })
})

describe('who may', () => {
  test('authors put their own drafts there and bring them back, and delete nothing for good', async () => {
    const author = as('author', space.a)
    const slug = uniqueName('own')
    const id = await page(slug, { _status: 'draft' }, author)
    expect((await author({ path: `/api/pages/${id}`, method: 'DELETE' })).status).toBe(403)
    expectStatus(await trash(`pages/${id}`, author), 200)
    expect((await author({ path: `/api/pages/${id}?trash=true`, method: 'DELETE' })).status).toBe(
      403,
    )
    expectStatus(await restore(`pages/${id}`, {}, author), 200)
    expect((await trash(`pages/${space.a.pages.about}?force=true`, author)).status).toBe(403)
  })

  test('editors delete for good what is in the trash', async () => {
    const id = await page(uniqueName('gone'))
    expectStatus(await trash(`pages/${id}`), 200)
    expectStatus(await editor()({ path: `/api/pages/${id}?trash=true`, method: 'DELETE' }), 200)
    expect(await sql('select from pages where id = $1', [id])).toEqual([])
  })

  test.each(['viewer', 'member'] as const)('not: %s', async (role) => {
    expect((await trash(`pages/${space.a.pages.draft}`, as(role, space.a))).status).toBe(403)
  })

  test('nobody of another space, who learns nothing', async () => {
    const id = await page(uniqueName('ours'))
    const stranger = as('owner', space.b)
    const nobodys = '01890000-0000-7000-8000-000000000000'
    expect(learned(await trash(`pages/${id}`, stranger))).toEqual(
      learned(await trash(`pages/${nobodys}`, stranger)),
    )
    expectStatus(await trash(`pages/${id}`), 200)
    expect(learned(await restore(`pages/${id}`, {}, stranger))).toEqual(
      learned(await restore(`pages/${nobodys}`, {}, stranger)),
    )
    expect((await stranger('/api/pages?trash=true&limit=200')).body).not.toContain(id)
  })
})
