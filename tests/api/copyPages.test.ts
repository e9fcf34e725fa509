import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import type { Role } from '@/db/scope'

import { plantSignedIn } from '../support/httpAccounts'
import {
  as,
  asAdmin,
  asAgency,
  asNobody,
  asService,
  asVisitor,
  http,
  withToken,
  type HttpActor,
} from '../support/httpActors'
import { png, upload } from '../support/httpContent'
import { checksumOf, sql, useSql } from '../support/httpDatabase'
import { expectStatus, learned, read, readText, type Answer } from '../support/httpRequest'
import { PLATFORM, type Person } from '../support/httpSeed'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

const copy = (who: HttpActor, json: Readonly<Record<string, unknown>>): Promise<Answer> =>
  who({ path: '/api/pages/copy', json })
const look = (who: HttpActor, pages: readonly string[], to: string) =>
  copy(who, { pages, to, dryRun: true })
const outcome = (answer: Answer) => [answer.status, read(answer, 'errors', 0, 'code') ?? 'OK']

const ROLES = ['owner', 'editor', 'author', 'viewer', 'member', 'none'] as const
type Place = (typeof ROLES)[number]

/** Somebody with a role in each of the spaces, signed in at the platform's address. */
const person = (inA: Place, inB: Place): Promise<Person> => {
  const role = (tenant: string, one: Place): { tenant: string; role: Role }[] =>
    one === 'none' ? [] : [{ tenant, role: one }]
  const memberships = [...role(space.a.id, inA), ...role(space.b.id, inB)]
  return plantSignedIn(PLATFORM, { memberships })
}

const expected = (inA: Place, inB: Place): [number, string] => {
  // Whoever works nowhere is refused all pages alike.
  if (inA === 'none' && inB === 'none') return [403, 'FORBIDDEN']
  if (inA === 'none' || inA === 'member') return [404, 'NOT_FOUND']
  if (inB === 'none' || inB === 'member') return [404, 'NOT_FOUND']
  return inB === 'owner' || inB === 'editor' ? [200, 'OK'] : [403, 'FORBIDDEN']
}

describe('who may copy', () => {
  test.each(ROLES)('a person who is %s here, by what they are there', async (inA) => {
    const found = []
    for (const inB of ROLES) {
      const { token } = await person(inA, inB)
      const answer = await look(withToken(token, PLATFORM), [space.a.pages.about], space.b.id)
      found.push([inB, ...outcome(answer)])
    }
    expect(found).toEqual(ROLES.map((inB) => [inB, ...expected(inA, inB)]))
  })

  test('nobody who is not signed in', async () => {
    for (const who of [asNobody(), asVisitor(space.a), asVisitor(space.b)]) {
      const answer = await look(who, [space.a.pages.about], space.b.id)
      expect(outcome(answer)).toEqual([401, 'NOT_SIGNED_IN'])
    }
  })

  test('platform staff, anywhere', async () => {
    const answer = await look(asAdmin(), [space.a.pages.draft], space.b.id)
    expect(outcome(answer)).toEqual([200, 'OK'])
  })

  test('no account that lives in one of the spaces, whatever it says', async () => {
    for (const who of [as('owner', space.a), asService(space.a)])
      expect(outcome(await look(who, [space.a.pages.about], space.b.id))).toEqual([
        404,
        'NOT_FOUND',
      ])
    // The other way round: the pages are not there.
    const owner = as('owner', space.b)
    expect(outcome(await look(owner, [space.a.pages.about], space.b.id))).toEqual([
      404,
      'NOT_FOUND',
    ])
    const headers = { 'x-tenant': space.b.slug, cookie: `payload-tenant=${space.b.id}` }
    const forged = await as(
      'owner',
      space.a,
    )({
      path: '/api/pages/copy',
      headers,
      json: { pages: [space.a.pages.about], to: space.b.id, tenant: space.b.id },
    })
    expect(outcome(forged)).toEqual([403, 'TENANT_MISMATCH'])
  })

  test('at a space’s own address, out of it and not into it', async () => {
    const { token } = await person('editor', 'editor')
    const here = withToken(token, space.a.host)
    const there = withToken(token, space.b.host)
    expect((await look(here, [space.a.pages.about], space.b.id)).status).toBe(200)
    expect((await look(there, [space.a.pages.about], space.b.id)).status).toBe(404)
    expect((await look(here, [space.b.pages.about], space.a.id)).status).toBe(404)
  })

  test('nobody into a space that is suspended, or out of one', async () => {
    const { closed } = http()
    const { token } = await plantSignedIn(PLATFORM, {
      memberships: [
        { tenant: space.a.id, role: 'owner' },
        { tenant: closed.id, role: 'owner' },
      ],
    })
    const who = withToken(token, PLATFORM)
    const into = await look(who, [space.a.pages.about], closed.id)
    expect(outcome(into)).toEqual([403, 'TENANT_SUSPENDED'])
    expect((await look(who, [closed.pages.about], space.a.id)).status).toBe(404)
  })
})

describe('a refusal', () => {
  test('says of what is not the caller’s what it says of what is not there', async () => {
    const { token } = await plantSignedIn(PLATFORM, {
      memberships: [{ tenant: space.a.id, role: 'owner' }],
    })
    const who = withToken(token, PLATFORM)
    const nothing = learned(await look(who, [space.a.pages.about], randomUUID()))
    expect(learned(await look(who, [space.a.pages.about], space.b.id))).toEqual(nothing)
    expect(learned(await look(who, [space.b.pages.about], space.a.id))).toEqual(nothing)
    expect(learned(await look(who, [randomUUID()], space.a.id))).toEqual(nothing)
    const both = [space.a.pages.about, space.b.pages.about]
    expect(learned(await look(who, both, space.a.id))).toEqual(nothing)
  })

  test('changes neither space', async () => {
    const { token } = await person('owner', 'viewer')
    const before = [await checksumOf(space.a.id), await checksumOf(space.b.id)]
    await copy(withToken(token, PLATFORM), { pages: [space.a.pages.home], to: space.b.id })
    await copy(as('owner', space.a), { pages: [space.a.pages.home], to: space.b.id })
    expect([await checksumOf(space.a.id), await checksumOf(space.b.id)]).toEqual(before)
  })

  test.each([
    ['nothing', {}],
    ['no pages', { pages: [], to: randomUUID() }],
    ['an id that is none', { pages: ['x'], to: randomUUID() }],
    [
      'more than one call copies',
      { pages: Array.from({ length: 101 }, randomUUID), to: randomUUID() },
    ],
    ['an operator', { pages: [{ exists: true }], to: randomUUID() }],
    ['a space that is no id', { pages: [randomUUID()], to: { not_equals: randomUUID() } }],
  ])('for %s is a 400', async (_name, json) => {
    expect(outcome(await copy(asAgency(), json))).toEqual([400, 'VALIDATION_FAILED'])
  })
})

describe('a copy', () => {
  let editor: HttpActor
  let answer: Answer
  let page: string

  beforeAll(async () => {
    const { token } = await person('viewer', 'editor')
    editor = withToken(token, PLATFORM)
    const name = `${uniqueName('served')}.png`
    const body = upload({ data: await png(700), name })
    const owner = as('owner', space.a)
    const media = readText(
      expectStatus(await owner({ path: '/api/media', body }), 201),
      'doc',
      'id',
    )
    const json = {
      title: 'Shown of a',
      slug: uniqueName('shown'),
      _status: 'published',
      layout: [{ blockType: 'image', image: media, size: 'wide', tone: 'plain' }],
    }
    page = readText(expectStatus(await owner({ path: '/api/pages', json }), 201), 'doc', 'id')
    const before = await checksumOf(space.a.id)
    const planned = await look(editor, [page], space.b.id)
    expect(read(planned, 'copied', 'media')).toBe(1)
    answer = expectStatus(await copy(editor, { pages: [page], to: space.b.id }), 200)
    expect(await checksumOf(space.a.id)).toBe(before)
  })

  const made = () => readText(answer, 'copied', 'pages', 0, 'to')

  test('is a draft that visitors do not see, and that its editors publish', async () => {
    const path = `/${readText(answer, 'copied', 'pages', 0, 'slug')}`
    expect((await asVisitor(space.b)(path)).status).toBe(404)
    expect((await asVisitor(space.b)(`/api/pages/${made()}`)).status).toBe(404)
    const published = await as(
      'editor',
      space.b,
    )({
      path: `/api/pages/${made()}`,
      method: 'PATCH',
      json: { _status: 'published' },
    })
    expectStatus(published, 200)
    const shown = await asVisitor(space.b)(path)
    expect(shown.status).toBe(200)
    expect(shown.body).toContain('/api/media/file/')
  })

  test('serves its pictures when the originals are gone', async () => {
    const found = await asVisitor(space.b)(`/api/pages/${made()}?depth=1`)
    const media = read(found, 'layout', 0, 'image', 'id')
    const owner = as('owner', space.a)
    const [original] = await sql<{ id: string }>(
      'select media_id as id from pages_rels where parent_id = $1 and media_id is not null',
      [page],
    )
    expectStatus(
      await owner({ path: `/api/pages/${page}?trash=true&force=true`, method: 'DELETE' }),
      200,
    )
    expectStatus(
      await owner({
        path: `/api/media/${original?.id}?trash=true&force=true`,
        method: 'DELETE',
      }),
      200,
    )
    const medium = await asVisitor(space.b)(`/api/media/${String(media)}`)
    for (const url of [
      readText(medium, 'url'),
      readText(medium, 'sizes', 'small', 'url'),
      readText(medium, 'sizes', 'thumbnail', 'url'),
    ]) {
      const served = await asVisitor(space.b)(url)
      expect([served.status, served.headers['content-type']]).toEqual([200, 'image/png'])
    }
  })
})
