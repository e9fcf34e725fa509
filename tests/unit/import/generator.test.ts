import { createHash, pbkdf2Sync } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { type BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { canonicalHash } from '@/import/bson/canonicalHash'
import { idText } from '@/import/bson/idText'
import { writeExtendedJson } from '@/import/bson/writeExtendedJson'

import { asRelaxed } from '../../support/mongo/asRelaxed'
import { type ExportForm } from '../../support/mongo/mongoExport'
import { changePlatform } from '../../support/mongo/platform/changes/changePlatform'
import { generatePlatform } from '../../support/mongo/platform/generatePlatform'
import { saltedPasswords } from '../../support/mongo/platform/knownPasswords'
import { documentsOf } from '../../support/mongo/platform/parts'
import { type Platform, type PlatformShape } from '../../support/mongo/platform/Platform'
import { archivePlatform } from '../../support/mongo/platform/write/archivePlatform'
import { dumpPlatform } from '../../support/mongo/platform/write/dumpPlatform'
import { exportPlatform } from '../../support/mongo/platform/write/exportPlatform'
import { writeUploads } from '../../support/mongo/platform/write/writeUploads'
import { readAll } from '../../support/mongo/readAll'
import { useFolder } from '../../support/mongo/useFolder'

const inFolder = useFolder()

const SHAPES: PlatformShape[] = ['payload', 'payload-single', 'tenant-app']

type Hashes = Record<string, readonly string[]>

const hashesOf = (found: Readonly<Record<string, readonly BsonDocument[]>>): Hashes =>
  Object.fromEntries(
    Object.entries(found).map(([name, documents]) => [name, documents.map(canonicalHash)]),
  )

/** What a platform says that it has. */
const described = (platform: Platform): Record<string, BsonDocument[]> =>
  Object.fromEntries(
    platform.collections.map((collection) => [
      `${collection.database}.${collection.name}`,
      [...documentsOf(collection)],
    ]),
  )

const mapped = (
  found: Record<string, BsonDocument[]>,
  change: (documents: readonly BsonDocument[]) => BsonDocument[],
): Record<string, BsonDocument[]> =>
  Object.fromEntries(Object.entries(found).map(([name, documents]) => [name, change(documents)]))

/** Those that Extended JSON has a form for; a reader refuses the others, or takes them for something else. */
const exportable = (documents: readonly BsonDocument[]): BsonDocument[] =>
  documents.filter((document) =>
    writeExtendedJson(document).losses.every(({ kind }) => kind !== 'ambiguous-key'),
  )

/** All files of a folder, with the hashes of their bytes. */
const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )

describe.each(SHAPES)('a generated platform of the shape %s', (shape) => {
  test.each([{ gzip: false }, { gzip: true }])(
    'is read back from a dump and an archive, gzip: $gzip',
    async (options) => {
      const platform = await generatePlatform({ shape, edges: true })
      const expected = hashesOf(described(platform))
      const name = `${shape}-${options.gzip}`
      await dumpPlatform(platform, inFolder(name), options)
      await archivePlatform(platform, inFolder(`${name}.archive`), options)
      expect(hashesOf(await readAll(inFolder(name)))).toEqual(expected)
      expect(hashesOf(await readAll(inFolder(`${name}.archive`)))).toEqual(expected)
    },
  )

  test.each<{ format: ExportForm; array: boolean }>([
    { format: 'canonical', array: false },
    { format: 'canonical', array: true },
    { format: 'relaxed', array: true },
    { format: 'relaxed', array: false },
    { format: 'v1', array: false },
  ])('is read back from an export, $format, as an array: $array', async (options) => {
    const platform = await generatePlatform({ shape, edges: true })
    const folder = inFolder(`${shape}-${options.format}-${options.array}`)
    await exportPlatform(platform, folder, options)
    // A view is not exported, and a collection without documents has an empty file.
    const { [`${platform.database}.published_pages`]: view, ...expected } = mapped(
      described(platform),
      (documents) => {
        const kept = exportable(documents)
        return options.format === 'relaxed' ? kept.map(asRelaxed) : kept
      },
    )
    expect(view ?? []).toEqual([])
    expect(hashesOf(await readAll(folder))).toEqual(hashesOf(expected))
  })

  test('is the same for the same seed, to the byte, and another for another', async () => {
    const dump = async (name: string, seed: number): Promise<Record<string, string>> => {
      const platform = await generatePlatform({ shape, seed, edges: true })
      await dumpPlatform(platform, inFolder(name, 'dump'))
      await archivePlatform(platform, inFolder(name, 'archive.gz'), { gzip: true })
      await writeUploads(platform, inFolder(name, 'uploads'))
      return bytesOf(inFolder(name))
    }
    const first = await dump(`${shape}-first`, 7)
    expect(await dump(`${shape}-again`, 7)).toEqual(first)
    const pages = Object.keys(first).find((name) => name.endsWith('/pages.bson')) ?? ''
    expect((await dump(`${shape}-other`, 8))[pages]).not.toBe(first[pages])
  })

  test('says how many documents it has', async () => {
    const { collections, facts } = await generatePlatform({ shape, tenants: 4, bulk: 10 })
    for (const collection of collections)
      expect([collection.name, [...documentsOf(collection)].length]).toEqual([
        collection.name,
        facts.documents[collection.name] ?? 0,
      ])
    for (const [name, all] of Object.entries(facts.documents)) {
      const owned = facts.tenants.map(({ documents }) => documents[name] ?? 0)
      expect(owned.reduce((sum, count) => sum + count, facts.untenanted[name] ?? 0)).toBe(all)
    }
    expect(facts.documents.events).toBe(10)
  })

  test('has the documents that its facts speak of', async () => {
    const platform = await generatePlatform({ shape })
    const { facts } = platform
    const found = keysOf(platform)
    const people = facts.tenants.flatMap((tenant) => tenant.people)
    const pages = facts.tenants.flatMap((tenant) => tenant.pages)
    expect(people.length).toBeGreaterThan(4)
    for (const fact of [...people, ...pages, ...facts.faults, ...facts.references, ...facts.files])
      expect([fact, found.has(keyText(fact))]).toEqual([fact, true])
    for (const { kind, target } of facts.references)
      expect([target, found.has(keyText(target))]).toEqual([target, kind !== 'dangling'])
    expect(new Set(facts.references.map(({ kind }) => kind))).toContain('dangling')
    for (const { path } of platform.files)
      expect(facts.files.filter((file) => file.path === path)).toHaveLength(1)
  })

  test('has other documents when it is dumped again, and says which', async () => {
    const before = await generatePlatform({ shape })
    const after = changePlatform(before)
    const { changes } = after.facts
    const [old, now] = [byKey(before), byKey(after)]
    const different = [...new Set([...old.keys(), ...now.keys()])].filter(
      (key) => old.get(key) !== now.get(key),
    )
    expect(different.sort()).toEqual(changes.map(keyText).sort())
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['changed', 'added', 'gone']))
    for (const change of changes) {
      expect(old.get(keyText(change))).toBe(change.before && canonicalHash(change.before))
      expect(now.get(keyText(change))).toBe(change.after && canonicalHash(change.after))
    }
    expect(Object.entries(after.facts.documents)).toEqual(
      after.collections.flatMap((collection) => {
        const count = [...documentsOf(collection)].length
        return count > 0 ? [[collection.name, count]] : []
      }),
    )
    await dumpPlatform(after, inFolder(`${shape}-after`))
    expect(hashesOf(await readAll(inFolder(`${shape}-after`)))).toEqual(hashesOf(described(after)))
  })

  test('makes a million documents one by one', async () => {
    const { collections, facts } = await generatePlatform({
      shape,
      documentsPerCollection: 1_000_000_000,
      bulk: 1_000_000_000,
    })
    expect(facts.documents.events).toBe(1_000_000_000)
    const firsts = collections.map((collection) => [
      collection.name,
      documentsOf(collection).next().value?.size ?? 0,
    ])
    expect(Object.fromEntries(firsts)).toMatchObject({
      events: expect.toSatisfy((size: number) => size > 3),
      pages: expect.toSatisfy((size: number) => size > 3),
    })
  })
})

interface Key {
  readonly collection: string
  readonly id: BsonValue
}

const keyText = ({ collection, id }: Key): string => `${collection} ${idText(id)}`

const byKey = (platform: Platform): Map<string, string> =>
  new Map(
    platform.collections.flatMap((collection) =>
      [...documentsOf(collection)].map((document) => {
        const id = document.get('_id') ?? { type: 'null' }
        return [keyText({ collection: collection.name, id }), canonicalHash(document)] as const
      }),
    ),
  )

const keysOf = (platform: Platform): Set<string> => new Set(byKey(platform).keys())

test('what its facts say of people and references is so', async () => {
  const platform = await generatePlatform({ shape: 'tenant-app' })
  const { facts } = platform
  const documents = new Map(
    platform.collections.flatMap(({ name, ...collection }) =>
      [...documentsOf({ name, ...collection })].map((document) => {
        const id = document.get('_id') ?? { type: 'null' as const }
        return [keyText({ collection: name, id }), document] as const
      }),
    ),
  )
  const tenants = new Map(facts.tenants.map(({ slug, id }) => [slug, id]))
  for (const { people, slug } of facts.tenants)
    for (const person of people) {
      const document = documents.get(keyText(person))
      expect(document?.get('email')).toEqual({ type: 'string', value: person.email })
      expect(document?.get('tenant_id')).toEqual(tenants.get(slug))
    }
  const foreign = facts.references.filter(({ kind }) => kind === 'foreign')
  expect(foreign.length).toBeGreaterThan(facts.tenants.length)
  for (const { target, tenant } of foreign) {
    const owner = documents.get(keyText(target))?.get('tenant_id')
    expect(owner).toBeDefined()
    expect(owner).not.toEqual(tenants.get(tenant))
  }
  const shared = facts.tenants.flatMap(({ people }) => people.filter(({ isShared }) => isShared))
  expect(new Set(shared.map(({ email }) => email)).size).toBe(1)
  expect(new Set(shared.map(({ password }) => password)).size).toBe(2)
})

test('the files of a platform are what its facts say', async () => {
  const platform = await generatePlatform({ shape: 'tenant-app' })
  await writeUploads(platform, inFolder('uploads'))
  for (const { path, state } of platform.facts.files.filter((file) => file.path !== null)) {
    const { format } = await sharp(inFolder('uploads', path ?? ''))
      .metadata()
      .catch(() => ({ format: undefined }))
    expect([path, format === 'png']).toEqual([path, state === 'good' && path?.endsWith('.png')])
  }
  const states = platform.facts.files.map(({ state }) => state)
  expect(new Set(states)).toEqual(
    new Set(['good', 'missing', 'not-its-type', 'bad-name', 'remote']),
  )
})

test('the passwords of a Payload are hashed as it hashes them', () => {
  for (const { hash, kind, password, salt } of saltedPasswords()) {
    const [rounds, length] = kind === 'pbkdf2' ? [600_000, 32] : [25_000, 512]
    const raw = pbkdf2Sync(password, salt, rounds, length, 'sha256').toString('hex')
    expect(hash).toBe(kind === 'pbkdf2' ? `pbkdf2-sha256-v1:${raw}` : raw)
  }
})

test('a platform without faults has none', async () => {
  for (const shape of SHAPES) {
    const { facts } = await generatePlatform({ shape, faults: false })
    expect([facts.faults, facts.references, facts.hostile]).toEqual([[], [], []])
    expect(facts.files.filter(({ state }) => state !== 'good')).toEqual([])
  }
})

test('a document of nearly 16 MiB is read back', async () => {
  const platform = await generatePlatform({ shape: 'tenant-app', edges: true, huge: true })
  await dumpPlatform(platform, inFolder('huge'))
  const found = await readAll(inFolder('huge', platform.database, 'edge_huge.bson'))
  expect(hashesOf(found)).toEqual({
    'spaces_app.edge_huge': described(platform)['spaces_app.edge_huge']?.map(canonicalHash),
  })
})
