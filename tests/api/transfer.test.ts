import { describe, expect, test } from 'vitest'

import { plantSignedIn } from '../support/httpAccounts'
import {
  as,
  asAdminIn,
  asNobody,
  asService,
  asVisitor,
  withToken,
  type HttpActor,
} from '../support/httpActors'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, jsonOf, learned, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')
const editor = (): HttpActor => as('editor', space.a)
const path = () => `/${uniqueName('imported')}`

interface Sent {
  readonly actor?: HttpActor
  readonly query?: string
  readonly name?: string
  readonly collection?: string
}

function send(
  content: unknown,
  { actor = editor(), query = '', name = 'file.json', collection = 'pages' }: Sent = {},
): Promise<Answer> {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  const body = new FormData()
  body.set('file', new Blob([text]), name)
  return actor({ path: `/api/${collection}/import?${query}`, body })
}

const page = (at: string, more: object = {}) => ({
  pages: [{ path: at, title: 'Imported', ...more }],
})
const rowsOf = (at: string) =>
  sql<{ tenant_id: string }>(`select tenant_id from pages_locales where path = $1`, [at])

describe('pages', () => {
  test('are looked at, imported, and on the site at once', async () => {
    const at = path()
    const visit = async () => (await asVisitor(space.a)(at)).status
    expect(await visit()).toBe(404)
    const planned = expectStatus(
      await send(page(at, { status: 'published' }), { query: 'dryRun=true' }),
      200,
    )
    expect(jsonOf(planned)).toEqual({
      imported: false,
      created: 1,
      changed: 0,
      unchanged: 0,
      rejected: [],
    })
    expect(await visit()).toBe(404)
    expectStatus(await send(page(at, { status: 'published' })), 200)
    expect(await visit()).toBe(200)
  })

  test('are exported and imported again without a change', async () => {
    for (const format of ['json', 'csv']) {
      const file = expectStatus(await editor()(`/api/pages/export?format=${format}`), 200)
      expect(file.headers['content-disposition']).toMatch(`.${format}"`)
      expect(file.headers['x-content-type-options']).toBe('nosniff')
      const answer = expectStatus(await send(file.body, { name: `pages.${format}` }), 200)
      expect(jsonOf(answer)).toMatchObject({ created: 0, changed: 0, rejected: [] })
      expect(read(answer, 'unchanged')).toBeGreaterThan(0)
    }
  })

  test('of which one is rejected are imported all or none', async () => {
    const [good, bad] = [path(), path()]
    const csv = `path,title,status\n${good},Good,\n${bad},Bad,loud\n`
    const refused = await send(csv, { name: 'pages.csv' })
    expect([refused.status, read(refused, 'errors', 0, 'code')]).toEqual([400, 'VALIDATION_FAILED'])
    expect(read(refused, 'errors', 0, 'details', 'rejected')).toEqual([
      { line: 3, what: bad, reason: 'The status is draft or published.' },
    ])
    expect(await rowsOf(good)).toEqual([])
    const taken = expectStatus(await send(csv, { name: 'pages.csv', query: 'mode=valid' }), 200)
    expect([read(taken, 'created'), read(taken, 'rejected', 'length')]).toEqual([1, 1])
    expect(await rowsOf(good)).toEqual([{ tenant_id: space.a.id }])
  })

  test.each([
    ['no JSON', '{', 'a.json', 400],
    ['JSON without pages', '{"a":1}', 'a.json', 400],
    ['JSON that is nested too deeply', '['.repeat(100_000) + ']'.repeat(100_000), 'a.json', 400],
    [
      'an older encoding',
      Buffer.from('path,title\n/a,\u00fc', 'latin1').toString('latin1'),
      'a.csv',
      200,
    ],
    ['another main language', '{"mainLanguage":"de","pages":[]}', 'a.json', 400],
    ['more than twenty megabytes', 'x'.repeat(20 * 1_048_576 + 1), 'a.csv', 413],
    ['too many pages', `path,title\n${'/a,A\n'.repeat(10_001)}`, 'a.csv', 413],
  ])('a file with %s', async (_name, content, name, status) => {
    expect((await send(content, { name, query: 'dryRun=true' })).status).toBe(status)
  })

  test('need a file, and wishes that can be understood: a preview is never taken for an import', async () => {
    expect((await editor()({ path: '/api/pages/import', json: {} })).status).toBe(400)
    const at = path()
    for (const query of ['dryRun=maybe', 'mode=some'])
      expect((await send(page(at), { query })).status).toBe(400)
    expect(await rowsOf(at)).toEqual([])
    expect((await editor()('/api/pages/export?format=xml')).status).toBe(400)
  })
})

describe('who', () => {
  test.each(['pages', 'media'])('imports %s: editors and owners', async (collection) => {
    const file = collection === 'pages' ? page(path()) : { media: [] }
    const query = 'dryRun=true'
    for (const actor of [as('owner', space.a), editor(), asService(space.a), asAdminIn(space.a)])
      expectStatus(await send(file, { actor, collection, query }), 200)
    for (const role of ['author', 'viewer', 'member'] as const)
      expectStatus(await send(file, { actor: as(role, space.a), collection, query }), 403)
    for (const actor of [asVisitor(space.a), asNobody()])
      expectStatus(await send(file, { actor, collection, query }), 401)
  })

  test.each(['pages', 'media'])('exports %s: whoever reads drafts', async (collection) => {
    const where = `/api/${collection}/export`
    for (const actor of [as('viewer', space.a), as('author', space.a), asAdminIn(space.a)])
      expectStatus(await actor(where), 200)
    expectStatus(await as('member', space.a)(where), 403)
    expectStatus(await asVisitor(space.a)(where), 401)
    expectStatus(await asNobody()(where), 401)
  })

  test('writes into one’s own space, whatever is asked', async () => {
    const at = path()
    expectStatus(await send(page(at), { query: `tenant=${space.b.id}` }), 403)
    expectStatus(await editor()(`/api/pages/export?tenant=${space.b.id}`), 403)
    const platform = withToken(space.a.people.editor.token, 'localhost')
    const headers = { 'x-tenant': space.b.slug }
    expect((await platform({ path: '/api/pages/export', headers })).status).toBeGreaterThanOrEqual(
      401,
    )
    expectStatus(await editor()({ path: '/api/pages/export', headers }), 403)
    expectStatus(await asAdminIn(space.a)(`/api/pages/export?tenant=${space.b.id}`), 403)
    expect(await rowsOf(at)).toEqual([])
  })

  test('works in several spaces says in which, and sees that one alone', async () => {
    const memberships = [space.a, space.b].map(({ id }) => ({
      tenant: id,
      role: 'editor' as const,
    }))
    const { token } = await plantSignedIn('localhost', { memberships })
    const agency = withToken(token, 'localhost')
    const at = path()
    expectStatus(await send(page(at), { actor: agency }), 400)
    expectStatus(await send(page(at), { actor: agency, query: `tenant=${space.b.id}` }), 200)
    expect(await rowsOf(at)).toEqual([{ tenant_id: space.b.id }])
    const there = expectStatus(await agency(`/api/pages/export?tenant=${space.b.id}`), 200)
    expect(there.body).toContain(at)
    const here = expectStatus(await agency(`/api/pages/export?tenant=${space.a.id}`), 200)
    expect(here.body).not.toContain(at)
    // A picture of the other of one's spaces is no picture of this one.
    const foreign = page(path(), { meta: { image: space.a.docs.media } })
    const query = `tenant=${space.b.id}&dryRun=true`
    const answer = expectStatus(await send(foreign, { actor: agency, query }), 200)
    expect(read(answer, 'rejected', 0, 'reason')).toContain('There is no medium with the id')
  })

  test('names a document of the neighbour learns as much as of none', async () => {
    const none = '01a1ffda-0812-7624-be3a-000000000000'
    const at = path()
    const ask = async (id = '') => {
      const query = 'dryRun=true'
      const files = [
        { id, title: 'x' },
        { path: at, title: 'x', meta: { image: id } },
        {
          path: at,
          title: 'x',
          layout: [{ blockType: 'image', image: id, size: 'wide', tone: 'plain' }],
        },
      ]
      const answers = await Promise.all(files.map((one) => send({ pages: [one] }, { query })))
      return answers.map((answer) => learned(answer).body.replaceAll(id, '…'))
    }
    expect(await ask(space.b.docs.pages)).toEqual(await ask(none))
    expect(await ask(space.b.docs.media)).toEqual(await ask(none))
  })
})

describe('media', () => {
  const alt = async () =>
    readText(expectStatus(await editor()(`/api/media/${space.a.docs.media}`), 200), 'alt')
  const nameOf = async (): Promise<string> =>
    readText(expectStatus(await editor()(`/api/media/${space.a.docs.media}`), 200), 'filename')

  test('are exported with what is said of them, and imported again without a change', async () => {
    for (const format of ['json', 'csv']) {
      const file = expectStatus(await editor()(`/api/media/export?format=${format}`), 200)
      expect(file.body).toContain(await nameOf())
      expect(file.body).toContain('/api/media/file/')
      const sent = { collection: 'media', name: `media.${format}` }
      const answer = expectStatus(await send(file.body, sent), 200)
      expect(jsonOf(answer)).toMatchObject({ created: 0, changed: 0, rejected: [] })
      expect(read(answer, 'unchanged')).toBeGreaterThan(0)
    }
  })

  test('get descriptions and a focal point by their names', async () => {
    const csv = `filename,alt,focalX,focalY\n${await nameOf()},"'=A new description",10,90\n`
    const sent = { collection: 'media', name: 'media.csv' }
    const planned = expectStatus(await send(csv, { ...sent, query: 'dryRun=true' }), 200)
    expect(jsonOf(planned)).toMatchObject({ imported: false, changed: 1, rejected: [] })
    expect(await alt()).not.toContain('new description')
    expect(jsonOf(expectStatus(await send(csv, sent), 200))).toMatchObject({ changed: 1 })
    expect(await alt()).toBe('=A new description')
    const doc = expectStatus(await editor()(`/api/media/${space.a.docs.media}`), 200)
    expect([read(doc, 'focalX'), read(doc, 'focalY')]).toEqual([10, 90])
    expect((await asVisitor(space.a)(`/api/media/file/${await nameOf()}`)).status).toBe(200)
  })

  test.each([
    ['an unknown file', () => ({ filename: 'no.png', alt: 'x' }), /no such file here/],
    ['the neighbour’s', () => ({ id: space.b.docs.media, alt: 'x' }), /no such file here/],
    ['no description', () => ({ id: space.a.docs.media, alt: '' }), /required/],
    [
      'a description that is too long',
      () => ({ id: space.a.docs.media, alt: 'x'.repeat(301) }),
      /300/,
    ],
    ['a focal point outside', () => ({ id: space.a.docs.media, focalX: 101 }), /focalX/],
    ['another space', () => ({ id: space.a.docs.media, tenant: space.b.id }), /“tenant” cannot be/],
    ['a prefix', () => ({ id: space.a.docs.media, prefix: space.b.id }), /“prefix” cannot be/],
    ['an unknown language', () => ({ id: space.a.docs.media, alt: { xx: 'x' } }), /“xx” is not/],
  ])('with %s are rejected', async (_name, medium, reason) => {
    const file = { media: [medium()] }
    const answer = expectStatus(
      await send(file, { collection: 'media', query: 'dryRun=true' }),
      200,
    )
    expect(read(answer, 'rejected', 'length')).toBe(1)
    expect(read(answer, 'rejected', 0, 'reason')).toMatch(reason)
    expectStatus(await send(file, { collection: 'media' }), 400)
  })
})

test('redirects are exported and imported as JSON, too', async () => {
  const from = path()
  const file = { redirects: [{ from, to: '/about' }, { from: '/about', to: '/x' }, { to: 5 }] }
  const sent = { collection: 'redirects', query: 'mode=valid' }
  const answer = expectStatus(await send(file, sent), 200)
  expect(read(answer, 'created')).toBe(1)
  expect(read(answer, 'rejected')).toMatchObject([
    { line: 2 },
    { line: 3, reason: 'Enter the old address.' },
  ])
  const exported = expectStatus(await editor()('/api/redirects/export?format=json'), 200)
  expect(exported.body).toContain(from)
  const again = expectStatus(await send(exported.body, { ...sent, query: 'dryRun=true' }), 200)
  expect(jsonOf(again)).toMatchObject({ created: 0, changed: 0, rejected: [] })
})
