import { randomUUID } from 'node:crypto'

import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { as, asAdmin } from '../support/httpActors'
import { png, upload } from '../support/httpContent'
import { checksumOf, sql, useSql } from '../support/httpDatabase'
import { expectStatus, learned, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { tableOf } from './matrixDocuments'
import { newDocuments } from './newDocuments'

useSql()
const space = useSpaces('a', 'b')
let before: string

beforeAll(async () => {
  before = await checksumOf(space.b.id)
})

afterAll(async () => {
  expect(await checksumOf(space.b.id)).toBe(before)
})

/** Where it says nothing else, the time of the change is all that differs. */
const words = (answer: Answer) =>
  learned({ ...answer, body: answer.body.replace(/"updatedAt":"[^"]*"/g, '') })

const owner = () => as('owner', space.a)
const OWNED: CollectionSlug[] = [
  'pages',
  'media',
  'forms',
  'users',
  'site-settings',
  'form-submissions',
]

describe.each(OWNED)('%s', (slug) => {
  const send = async (data: Record<string, unknown>, query = '') =>
    slug === 'media'
      ? owner()({
          path: `/api/media${query}`,
          body: upload({ data: await png(), name: String(data.filename), fields: data }),
        })
      : owner()({ path: `/api/${slug}${query}`, json: data })

  test.each(['', '?draft=true'])(
    'a new document that names another space is not made there%s',
    async (query) => {
      const named = (tenant: string) => send({ ...newDocuments[slug](space.a), tenant }, query)
      const [theirs, nobodys] = [await named(space.b.id), await named(randomUUID())]
      expect(theirs.status).toBe(nobodys.status)
      expect(theirs.status).not.toBe(201)
    },
  )

  test.each(['', '?draft=true', '?draft=true&autosave=true'])(
    'a document does not move into another space%s',
    async (query) => {
      const path = `/api/${slug}/${space.a.docs[slug]}${query}`
      const move = (tenant: string) => owner()({ path, method: 'PATCH', json: { tenant } })
      expect(words(await move(space.b.id))).toEqual(words(await move(randomUUID())))
      const [row] = await sql(`select tenant_id from ${tableOf(slug)} where id = $1`, [
        space.a.docs[slug],
      ])
      expect(row).toEqual({ tenant_id: space.a.id })
    },
  )

  test('not even platform staff move one', async () => {
    await asAdmin()({
      path: `/api/${slug}/${space.a.docs[slug]}`,
      method: 'PATCH',
      json: { tenant: space.b.id },
    })
    const [row] = await sql(`select tenant_id from ${tableOf(slug)} where id = $1`, [
      space.a.docs[slug],
    ])
    expect(row).toEqual({ tenant_id: space.a.id })
  })

  test('many at once do not move either', async () => {
    const path = `/api/${slug}?where[id][exists]=true`
    await owner()({ path, method: 'PATCH', json: { tenant: space.b.id } })
    expect(
      await sql(`select id from ${tableOf(slug)} where id = $1 and tenant_id = $2`, [
        space.a.docs[slug],
        space.a.id,
      ]),
    ).toHaveLength(1)
  })
})

describe('what another space has is no obstacle', () => {
  test('its address', async () => {
    const slug = 'only-in-b'
    expectStatus(
      await as(
        'owner',
        space.a,
      )({ path: '/api/pages', json: { title: 'A', slug, _status: 'published' } }),
      201,
    )
    expect(
      (
        await as(
          'owner',
          space.a,
        )({ path: '/api/pages', json: { title: 'A', slug: 'about', _status: 'published' } })
      ).status,
    ).toBe(400)
    expect(
      await sql(`select slug from pages_locales where tenant_id = $1 and slug = 'about'`, [
        space.b.id,
      ]),
    ).toHaveLength(1)
  })

  test('its people’s e-mail addresses', async () => {
    const { email } = space.b.people.owner
    const json = { ...newDocuments.users(space.a), email }
    expectStatus(await owner()({ path: '/api/users', json }), 201)
    expect(await sql('select tenant_id from users where email = $1', [email])).toHaveLength(2)
  })

  test('the names of its files', async () => {
    const body = upload({ data: await png(), name: 'picture.png' })
    const answer = expectStatus(await owner()({ path: '/api/media', body }), 201)
    // The space has one of that name itself, so this one is numbered; of the other's there is no trace.
    expect(readText(answer, 'doc', 'filename')).toBe('picture-1.png')
  })
})

describe('ways around a check', () => {
  test('a page of another space is not duplicated, restored or locked', async () => {
    const draft = space.b.pages.draft
    const attempts = (id: string, version: string) => [
      owner()({ path: `/api/pages/${id}/duplicate`, json: {} }),
      owner()({ path: `/api/pages/${id}/duplicate?draft=true`, json: { tenant: space.a.id } }),
      owner()({ path: `/api/pages/versions/${version}`, method: 'POST' }),
      owner()({ path: `/api/pages/versions/${version}?draft=true`, method: 'POST' }),
      owner()({ path: `/api/pages/access/${id}`, method: 'POST' }),
      owner()({
        path: `/api/pages/${id}?draft=true&autosave=true`,
        method: 'PATCH',
        json: { title: 'Mine' },
      }),
      owner()({
        path: '/api/payload-locked-documents',
        json: {
          document: { relationTo: 'pages', value: id },
          user: { relationTo: 'users', value: space.a.people.owner.id },
        },
      }),
    ]
    const nobodys = randomUUID()
    const [theirs, none] = [
      await Promise.all(attempts(draft, space.b.version)),
      await Promise.all(attempts(nobodys, randomUUID())),
    ]
    const words = (id: string) => (answer: (typeof theirs)[number]) =>
      learned({ ...answer, body: answer.body.replaceAll(id, 'it') })
    expect(theirs.map(words(draft))).toEqual(none.map(words(nobodys)))
  })

  test('many at once by id touch nothing of another space', async () => {
    const where = `where[id][in]=${Object.values(space.b.pages).join(',')}`
    expect(
      (await owner()({ path: `/api/pages?${where}`, method: 'PATCH', json: { title: 'Mine' } }))
        .body,
    ).toContain('"docs":[]')
    expect((await owner()({ path: `/api/pages?${where}`, method: 'DELETE' })).body).toContain(
      '"docs":[]',
    )
  })

  test('a request that says it is another kind of request is held to the same', async () => {
    const headers = {
      'x-payload-http-method-override': 'GET',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const body = `where[tenant][equals]=${space.b.id}&limit=100`
    const answer = await owner()({ path: '/api/pages', method: 'POST', headers, body })
    expect(answer.body).not.toContain(`of ${space.b.slug}`)
  })
})
