import { beforeEach, describe, expect, test } from 'vitest'

import { as, type HttpActor } from '../support/httpActors'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')
const editor = (): HttpActor => as('editor', space.a)
const owner = (): HttpActor => as('owner', space.a)

let page: string
let shown: string

beforeEach(async () => {
  const slug = uniqueName('page')
  const json = { title: slug, slug, _status: 'draft' }
  const answer = expectStatus(await editor()({ path: '/api/pages?draft=true', json }), 201)
  page = readText(answer, 'doc', 'id')
  shown = readText(answer, 'doc', 'updatedAt')
})

const save = (actor: HttpActor, json: object, query = 'draft=true&autosave=true') =>
  actor({ path: `/api/pages/${page}?${query}`, method: 'PATCH', json })

const titleNow = async (): Promise<unknown> =>
  read(await editor()(`/api/pages/${page}?draft=true`), 'title')

const lockedBy = async (): Promise<unknown[]> => {
  const rows = await sql<{ users_id: string }>(
    `select u.users_id from payload_locked_documents_rels d
     join payload_locked_documents_rels u on u.parent_id = d.parent_id and u.users_id is not null
     where d.pages_id = $1`,
    [page],
  )
  return rows.map(({ users_id }) => users_id)
}

describe('a page that somebody else has changed meanwhile', () => {
  test('is not written over by who says what they saw', async () => {
    const first = expectStatus(
      await save(editor(), { title: 'First', updatedAt: shown }, 'draft=true'),
      200,
    )
    const late = await save(owner(), { title: 'Late', updatedAt: shown }, 'draft=true')
    expect([late.status, read(late, 'errors', 0, 'code')]).toEqual([409, 'CONFLICT'])
    expect(late.body).toContain('Somebody else has changed this')
    expect(await titleNow()).toBe('First')
    const updatedAt = readText(first, 'doc', 'updatedAt')
    expectStatus(await save(owner(), { title: 'Next', updatedAt }, 'draft=true'), 200)
    expectStatus(await save(owner(), { title: 'Published', _status: 'published' }, ''), 200)
    const stale = await save(editor(), { _status: 'published', updatedAt }, '')
    expect(stale.status).toBe(409)
  })

  test('nor over GraphQL, where a version can be restored nonetheless', async () => {
    const ask = (query: string, variables: object) =>
      owner()({ path: '/api/graphql', json: { query, variables: { id: page, ...variables } } })
    const change = `mutation ($id: String!, $title: String!, $updatedAt: String) {
      updatePage(id: $id, draft: true, data: { title: $title, updatedAt: $updatedAt }) { title updatedAt }
    }`
    const first = expectStatus(await ask(change, { title: 'First', updatedAt: shown }), 200)
    const late = await ask(change, { title: 'Late', updatedAt: shown })
    expect(read(late, 'errors', 0, 'extensions', 'code')).toBe('CONFLICT')
    expect(await titleNow()).toBe('First')
    const updatedAt = readText(first, 'data', 'updatePage', 'updatedAt')
    expectStatus(await ask(change, { title: 'Next', updatedAt }), 200)
    expect(await titleNow()).toBe('Next')
    const [oldest] = await sql<{ id: string }>(
      'select id from _pages_v where parent_id = $1 order by created_at limit 1',
      [page],
    )
    const restore = `mutation ($version: String!) { restoreVersionPage(id: $version) { id } }`
    const restored = await owner()({
      path: '/api/graphql',
      json: { query: restore, variables: { version: oldest?.id } },
    })
    expect(readText(restored, 'data', 'restoreVersionPage', 'id')).not.toBe('')
    expect(await titleNow()).not.toBe('Next')
  })

  test('is by who does not say it', async () => {
    for (const title of ['One', 'Two'])
      expectStatus(await save(owner(), { title }, 'draft=true'), 200)
    expect(await titleNow()).toBe('Two')
  })
})

describe('a page that saves itself', () => {
  const write = async (updatedAt: string): Promise<Answer> =>
    expectStatus(await save(editor(), { title: 'Written', updatedAt }), 200)

  test('stays locked by who writes, once, until it is saved', async () => {
    const { id } = space.a.people.editor
    const once = readText(await write(shown), 'doc', 'updatedAt')
    await write(once)
    expect(await lockedBy()).toEqual([id])
    expectStatus(await save(editor(), { title: 'Done' }, 'draft=true'), 200)
    expect(await lockedBy()).toEqual([])
  })

  test('is not written by others meanwhile', async () => {
    await write(shown)
    const other = await save(owner(), { title: 'Over it' })
    expect(other.status).toBe(423)
    expect(await titleNow()).toBe('Written')
  })

  test('is handed over by who asks for a review', async () => {
    await write(shown)
    const json = { action: 'request' }
    expectStatus(await editor()({ path: `/api/pages/${page}/review`, json }), 200)
    expect(await lockedBy()).toEqual([])
    expectStatus(await save(owner(), { title: 'Reviewed' }), 200)
  })
})
