import { randomUUID } from 'node:crypto'

import type { CollectionSlug, Where } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'

import { isolationOf } from '@/tenancy/collectionKinds'

import { asMember, asPlatform, asVisitor, type Actor } from '../support/actors'
import { buildMedia, tinyPng } from '../support/buildMedia'
import { buildPage } from '../support/buildPage'
import { buildSpace, type Space } from '../support/buildSpace'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { checksumOfTenant } from '../support/checksumOfTenant'
import { outcomeOf } from '../support/outcomeOf'
import { asRoot } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

/*
 * Without access functions: the Local API overrides them unless told otherwise, as code of ours and of plugins does. What
 * holds here is held by the database.
 */
usePayload()

let a: Space
let b: Space

beforeAll(async () => {
  a = await buildSpace()
  b = await buildSpace()
})

/** Every collection whose rows belong to tenants. */
const tenantCollections = (): CollectionSlug[] =>
  testPayload()
    .config.collections.filter((collection) => isolationOf(collection)?.isolation === 'tenant')
    .map(({ slug }) => slug as CollectionSlug)

async function idIn(collection: CollectionSlug, { tenant }: Space): Promise<string> {
  const where: Where = { tenant: { equals: tenant.id } }
  const { docs } = await asPlatform()(() =>
    testPayload().find({ collection, where, limit: 1, depth: 0 }),
  )
  const id = docs[0]?.id
  if (typeof id !== 'string')
    throw new Error(`${collection}: nothing was seeded, the test would prove nothing`)
  return id
}

/** Runs `probe` for each tenant collection, with an id of B and with one that does not exist: both must answer alike. */
async function everywhere(
  probe: (collection: CollectionSlug, id: string) => Promise<unknown>,
  expected: object = { status: 404 },
): Promise<void> {
  const before = await checksumOfTenant(b.tenant.id)
  for (const collection of tenantCollections()) {
    const theirs = await idIn(collection, b)
    const foreign = await outcomeOf(() => asMember(a.editor)(() => probe(collection, theirs)))
    const missing = await outcomeOf(() => asMember(a.editor)(() => probe(collection, randomUUID())))
    expect({ collection, ...foreign }).toEqual({ collection, ...missing })
    expect({ collection, ...foreign }).toMatchObject({ collection, ...expected })
    await expect(
      asPlatform()(() => testPayload().findByID({ collection, id: theirs })),
    ).resolves.toBeDefined()
  }
  expect(await checksumOfTenant(b.tenant.id)).toBe(before)
}

describe('a member of A', () => {
  test('finds what is A’s in every collection, and nothing else', async () => {
    for (const collection of tenantCollections()) {
      const { docs } = await asMember(a.editor)(() =>
        testPayload().find({ collection, depth: 0, limit: 100 }),
      )
      const tenants = new Set(docs.map((doc) => Reflect.get(doc, 'tenant')))
      expect({ collection, tenants }).toEqual({ collection, tenants: new Set([a.tenant.id]) })
      await idIn(collection, b)
    }
  })

  test('finds nothing of B by asking for it', async () => {
    for (const collection of tenantCollections()) {
      const questions: Where[] = [
        { tenant: { equals: b.tenant.id } },
        { id: { equals: await idIn(collection, b) } },
        { 'tenant.slug': { equals: b.tenant.slug } },
        { or: [{ tenant: { equals: b.tenant.id } }, { tenant: { not_equals: a.tenant.id } }] },
      ]
      for (const where of questions) {
        const { totalDocs } = await asMember(a.editor)(() =>
          testPayload().find({ collection, where }),
        )
        expect({ collection, where, totalDocs }).toEqual({ collection, where, totalDocs: 0 })
      }
    }
  })

  test('reads, changes and deletes nothing by B’s ids', async () => {
    await everywhere((collection, id) => testPayload().findByID({ collection, id }))
    await everywhere((collection, id) => testPayload().update({ collection, id, data: {} }))
    await everywhere((collection, id) => testPayload().delete({ collection, id }))
  })

  test('duplicates and reads versions of nothing of B', async () => {
    await everywhere((collection, id) => testPayload().duplicate({ collection, id }), {
      status: expect.any(Number),
    })
    const { docs } = await asPlatform()(() =>
      testPayload().findVersions({ collection: 'pages', where: { parent: { equals: b.page.id } } }),
    )
    const version = docs[0]?.id ?? 'none'
    const probes: ((id: string) => Promise<unknown>)[] = [
      (id) => testPayload().findVersionByID({ collection: 'pages', id }),
      (id) => testPayload().restoreVersion({ collection: 'pages', id }),
    ]
    for (const probe of probes) {
      const foreign = await outcomeOf(() => asMember(a.editor)(() => probe(version)))
      expect(foreign).toMatchObject({ status: 404 })
      expect(foreign).toEqual(await outcomeOf(() => asMember(a.editor)(() => probe(randomUUID()))))
    }
  })

  test('changes nothing of B in bulk', async () => {
    const before = await checksumOfTenant(b.tenant.id)
    for (const collection of tenantCollections()) {
      const where: Where = { tenant: { equals: b.tenant.id } }
      const updated = await asMember(a.editor)(() =>
        testPayload().update({ collection, where, data: {} }),
      )
      const deleted = await asMember(a.editor)(() => testPayload().delete({ collection, where }))
      expect([collection, updated.docs, deleted.docs]).toEqual([collection, [], []])
    }
    expect(await checksumOfTenant(b.tenant.id)).toBe(before)
  })

  test('moves nothing to B: not published, not as a draft, not by autosave', async () => {
    for (const options of [{}, { draft: true }, { draft: true, autosave: true }]) {
      const move = () =>
        testPayload().update({
          collection: 'pages',
          id: a.page.id,
          data: { tenant: b.tenant.id, title: 'Moved' },
          ...options,
        })
      expect(await outcomeOf(() => asMember(a.editor)(move))).toMatchObject({ status: 404 })
    }
    const found = await asPlatform()(() =>
      testPayload().findByID({ collection: 'pages', id: a.page.id, draft: true }),
    )
    expect(found).toMatchObject({ title: a.page.title, tenant: { id: a.tenant.id } })
  })

  test('makes nothing in B', async () => {
    const before = await checksumOfTenant(b.tenant.id)
    for (const draft of [false, true]) {
      const make = () =>
        testPayload().create({
          collection: 'pages',
          draft,
          data: { title: 'Planted', slug: uniqueName('planted'), tenant: b.tenant.id },
        })
      expect(await outcomeOf(() => asMember(a.editor)(make))).toMatchObject({ status: 404 })
    }
    expect(await checksumOfTenant(b.tenant.id)).toBe(before)
  })

  test('does not learn from a clash what B has: slugs, file names and e-mails are free', async () => {
    const email = b.editor.email
    const data = await tinyPng()
    const filename = b.media.filename ?? ''
    const made = await asMember(a.editor)(async () => [
      await testPayload().create({
        collection: 'pages',
        data: { title: 'Mine', slug: b.page.slug },
      }),
      await testPayload().create({
        collection: 'media',
        data: { alt: 'Mine' },
        file: { data, mimetype: 'image/png', name: filename, size: data.length },
      }),
    ])
    expect(made[0]).toMatchObject({ path: b.page.path })
    expect(made[1]).toMatchObject({ filename })
    expect(await buildUser({ tenant: a.tenant, email })).toMatchObject({ email })
  })

  test('is told in words when something of A’s own is in the way', async () => {
    const page = await buildPage({ tenant: a.tenant })
    const again = () =>
      testPayload().create({ collection: 'pages', data: { title: 'Again', slug: page.slug } })
    const { status, data } = await outcomeOf(() => asMember(a.editor)(again))
    expect(status).toBe(400)
    expect(data).toContain('This address is already used by another page of this space.')
  })

  test('refers to nothing of B, in fields or in blocks', async () => {
    const attempts: ((id: string) => object)[] = [
      (id) => ({ meta: { image: id } }),
      (id) => ({ layout: [{ blockType: 'image', image: id }] }),
      (id) => ({ layout: [{ blockType: 'hero', heading: 'Hello', image: id }] }),
    ]
    for (const attempt of attempts) {
      for (const options of [{}, { draft: true }]) {
        const refer = (id: string) => () =>
          testPayload().update({
            collection: 'pages',
            id: a.page.id,
            data: attempt(id),
            ...options,
          })
        const foreign = await outcomeOf(() => asMember(a.editor)(refer(b.media.id)))
        expect(foreign.worked).toBeUndefined()
        expect(foreign).toEqual(await outcomeOf(() => asMember(a.editor)(refer(randomUUID()))))
      }
    }
    expect(
      await outcomeOf(() =>
        asMember(a.editor)(() =>
          testPayload().update({
            collection: 'pages',
            id: a.page.id,
            data: { meta: { image: a.media.id } },
          }),
        ),
      ),
    ).toEqual({ worked: true })
  })

  test('does not name another author', async () => {
    const page = await asMember(a.editor)(() =>
      testPayload().create({
        collection: 'pages',
        depth: 0,
        data: { title: 'Mine', slug: uniqueName('mine'), createdBy: b.editor.id },
      }),
    )
    expect(page.createdBy).toBe(a.editor.id)
  })

  test('hangs no page below B’s', async () => {
    const move = (parent: string) => () =>
      testPayload().update({ collection: 'pages', id: a.page.id, data: { parent } })
    const foreign = await outcomeOf(() => asMember(a.editor)(move(b.page.id)))
    expect(foreign.worked).toBeUndefined()
    expect(foreign).toEqual(await outcomeOf(() => asMember(a.editor)(move(randomUUID()))))
  })

  test('sees no account of B, and changes none', async () => {
    const { docs } = await asMember(a.editor)(() =>
      testPayload().find({ collection: 'users', limit: 100 }),
    )
    expect(docs.map(({ id }) => id)).toContain(a.editor.id)
    expect(docs.map(({ id }) => id)).not.toContain(b.editor.id)
    const change = (id: string) => () =>
      testPayload().update({ collection: 'users', id, data: { firstName: 'Eve' } })
    const foreign = await outcomeOf(() => asMember(a.editor)(change(b.editor.id)))
    expect(foreign).toMatchObject({ status: 404 })
    expect(foreign).toEqual(await outcomeOf(() => asMember(a.editor)(change(randomUUID()))))
  })
})

describe('what was planted around the rules', () => {
  test('is not populated, however deep', async () => {
    const child = await buildPage({ tenant: a.tenant, parent: a.page.id })
    await asRoot()(async (client) => {
      // As if by a bug of years ago: no foreign key, no trigger.
      await client.query('set local session_replication_role = replica')
      await client.query('update pages set meta_image_id = $1 where id = $2', [
        b.media.id,
        a.page.id,
      ])
      await client.query('update site_settings set logo_id = $1 where id = $2', [
        b.media.id,
        a.settings.id,
      ])
    })
    const read = (actor: Actor) =>
      actor(async () => [
        await testPayload().findByID({ collection: 'pages', id: a.page.id, depth: 3 }),
        await testPayload().findByID({ collection: 'site-settings', id: a.settings.id, depth: 3 }),
        await testPayload().findByID({ collection: 'pages', id: child.id, depth: 3 }),
      ])
    for (const actor of [asMember(a.editor), asVisitor(a.tenant)]) {
      const seen = await read(actor)
      expect(JSON.stringify(seen)).not.toContain(b.media.filename)
      // Payload gives the id that A's own row holds for what it does not find; the document it does not have.
      expect(seen[0]).toMatchObject({ meta: { image: b.media.id } })
      expect(seen[1]).toMatchObject({ logo: b.media.id })
    }
    expect(JSON.stringify(await read(asPlatform()))).toContain(b.media.filename)
  })
})

describe('deleting a space', () => {
  test('that is in use is refused, with what blocks it and how many', async () => {
    const remove = () => testPayload().delete({ collection: 'tenants', id: b.tenant.id })
    const before = await checksumOfTenant(b.tenant.id)
    await expect(asPlatform()(remove)).rejects.toMatchObject({
      status: 409,
      code: 'IN_USE',
      details: {
        blocking: expect.arrayContaining([
          { collection: 'pages', count: 1 },
          { collection: 'media', count: 1 },
          { collection: 'forms', count: 1 },
          { collection: 'form-submissions', count: 1 },
          { collection: 'site-settings', count: 1 },
          { collection: 'users', count: 1 },
        ]),
      },
    })
    expect(await checksumOfTenant(b.tenant.id)).toBe(before)
  })

  test('that is empty works', async () => {
    const empty = await buildTenant({ domains: [{ domain: `${uniqueName('www')}.example.com` }] })
    await asPlatform()(() => testPayload().delete({ collection: 'tenants', id: empty.id }))
    const { totalDocs } = await asPlatform()(() =>
      testPayload().count({ collection: 'tenants', where: { id: { equals: empty.id } } }),
    )
    expect(totalDocs).toBe(0)
  })

  test('is not for its members', async () => {
    const remove = () => testPayload().delete({ collection: 'tenants', id: a.tenant.id })
    expect(await outcomeOf(() => asMember(a.editor)(remove))).toMatchObject({
      status: expect.any(Number),
    })
  })
})

test('a visitor of one space is served nothing of the other', async () => {
  const media = await buildMedia({ tenant: a.tenant })
  for (const collection of ['pages', 'media', 'forms', 'site-settings'] as const) {
    const { docs } = await asVisitor(b.tenant)(() =>
      testPayload().find({ collection, depth: 0, limit: 100, overrideAccess: false }),
    )
    expect(new Set(docs.map(({ tenant }) => tenant))).toEqual(new Set([b.tenant.id]))
    expect(docs.map(({ id }) => id)).not.toContain(media.id)
  }
})
