import { describe, expect, test } from 'vitest'

import { as, type HttpActor } from '../support/httpActors'
import { png, upload } from '../support/httpContent'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, read, readText } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a')
const owner = (): HttpActor => as('owner', space.a)

/** Two published pages, found by a word in their title. */
async function twoPages(): Promise<string> {
  const word = uniqueName('bulk')
  for (const slug of ['one', 'two']) {
    const json = { title: word, slug: `${word}-${slug}`, _status: 'published' }
    expectStatus(await owner()({ path: '/api/pages', json }), 201)
  }
  return word
}
const slugsOf = async (word: string) =>
  (await sql(`select slug from pages_locales where title = $1 order by slug`, [word])).map(
    ({ slug }) => slug,
  )
const all = (word: string) => `/api/pages?depth=0&where[title][equals]=${word}`

describe('a change of many documents', () => {
  test('that breaks a unique rule changes none, and says at which field', async () => {
    const word = await twoPages()
    const answer = await owner()({ path: all(word), method: 'PATCH', json: { slug: word } })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([400, 'VALIDATION_FAILED'])
    expect(read(answer, 'errors', 0, 'fields', 0, 'field')).toBe('slug')
    expect(await slugsOf(word)).toEqual([`${word}-one`, `${word}-two`])
  })

  test('that refers to nothing changes none', async () => {
    const word = await twoPages()
    const parent = '01890000-0000-7000-8000-000000000000'
    const answer = await owner()({ path: all(word), method: 'PATCH', json: { parent } })
    expect(answer.status).toBe(400)
    expect(answer.body).not.toMatch(/violates|_fk|Failed query/)
  })

  test('that some documents refuse says which, and keeps the others', async () => {
    const word = await twoPages()
    const [first] = await sql<{ id: string }>(
      'select _parent_id as id from pages_locales where title = $1',
      [word],
    )
    const json = { parent: first?.id }
    const answer = await owner()({ path: all(word), method: 'PATCH', json })
    expect(answer.status).toBe(400)
    expect(typeof read(answer, 'errors', 0, 'code')).toBe('string')
    expect(answer.body).not.toMatch(/violates|_fk|Failed query|Something went wrong/)
  })
})

describe('deleting many documents', () => {
  test('deletes what nobody uses, and says what is kept', async () => {
    const word = await twoPages()
    const [first] = await sql<{ id: string; slug: string }>(
      'select _parent_id as id, slug from pages_locales where title = $1',
      [word],
    )
    const json = { title: 'Below', slug: uniqueName('below'), parent: first?.id }
    expectStatus(
      await owner()({ path: '/api/pages', json: { ...json, _status: 'published' } }),
      201,
    )
    const trashed = { deletedAt: new Date().toISOString() }
    const moved = await owner()({ path: all(word), method: 'PATCH', json: trashed })
    expect([moved.status, read(moved, 'errors', 0, 'id')]).toEqual([400, first?.id])
    expect(readText(moved, 'errors', 0, 'message')).toContain(
      `“${word}” is still used by Below (Below)`,
    )

    const emptied = await owner()({ path: `${all(word)}&trash=true`, method: 'DELETE' })
    expect(emptied.status).toBe(400)
    expect(read(emptied, 'docs', 'length')).toBe(1)
    expect(read(emptied, 'errors')).toEqual([
      expect.objectContaining({ id: first?.id, message: expect.stringContaining(word) }),
    ])
    expect(await slugsOf(word)).toEqual([first?.slug])
    const again = await owner()({ path: `${all(word)}&trash=true`, method: 'DELETE' })
    expect([again.status, read(again, 'docs', 'length')]).toEqual([400, 0])
  })

  test('one that is in use is refused in the same way', async () => {
    const body = upload({ data: await png(), name: `${uniqueName('used')}.png` })
    const id = readText(expectStatus(await owner()({ path: '/api/media', body }), 201), 'doc', 'id')
    const layout = [{ blockType: 'image', image: id }]
    const json = { title: 'Uses it', slug: uniqueName('uses'), _status: 'published', layout }
    expectStatus(await owner()({ path: '/api/pages', json }), 201)
    const answer = await owner()({ path: `/api/media/${id}`, method: 'DELETE' })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([409, 'IN_USE'])
  })
})
