import { randomUUID } from 'node:crypto'

import type { CollectionSlug, SanitizedCollectionConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { isolationOf } from '@/tenancy/collectionKinds'

import { http } from '../support/httpActors'
import { png } from '../support/httpContent'
import { checksumOf, sql, useSql } from '../support/httpDatabase'
import { serverPayload } from '../support/httpPayload'
import type { Space } from '../support/httpSeed'
import { matrixActors, type MatrixActor } from './accessActors'
import { overFiles } from './accessOverFiles'
import { overGraphQL } from './accessOverGraphQL'
import { overLocalApi } from './accessOverLocalApi'
import { overRest } from './accessOverRest'
import {
  accessTable,
  type EVERYBODY,
  type FileOperation,
  OPERATIONS,
  type Operation,
} from './accessTable'
import type { Outcome, Question, Transport } from './accessTransport'
import { documentToDelete, ownDocument, tableOf } from './matrixDocuments'
import { newDocuments } from './newDocuments'

useSql()

const payload = await serverPayload()
const collections: readonly SanitizedCollectionConfig[] = payload.config.collections
const picture = await png()
const actors = Object.entries(matrixActors()) as [(typeof EVERYBODY)[number], MatrixActor][]

const VERSIONS: readonly Operation[] = ['versions', 'version', 'restore']

/** Preferences are addressed by their key: there, `count` is one. */
const HIDDEN: readonly string[] = ['REST payload-preferences count']

/** What cannot name a document of somebody else: a key is always the caller's own. */
const NAMELESS: readonly string[] = [...HIDDEN, 'REST payload-preferences delete']

const offeredBy = ({ versions, disableDuplicate }: SanitizedCollectionConfig): Operation[] =>
  OPERATIONS.filter((operation) => disableDuplicate !== true || operation !== 'duplicate').filter(
    (operation) => Boolean(versions) || !VERSIONS.includes(operation),
  )

const filesOf = ({ upload }: SanitizedCollectionConfig): FileOperation[] => [
  ...(upload ? (['file'] as const) : []),
  ...(upload?.imageSizes?.length ? (['size'] as const) : []),
]

interface Case {
  readonly way: string
  readonly operation: Operation | FileOperation
  readonly ask: (actor: MatrixActor, about: About) => Promise<Outcome>
}

/** The same question about a document of A, of another space, or of nobody. */
interface About {
  readonly id: string
  readonly version: string
}

const casesOver = <Asked extends Operation | FileOperation>(
  way: string,
  config: SanitizedCollectionConfig,
  operations: readonly Asked[],
  transport: Transport<Asked>,
): Case[] =>
  operations
    .filter((operation) => !HIDDEN.includes(`${way} ${config.slug} ${operation}`))
    .map((operation) => ({
      way,
      operation,
      ask: (actor, about) => transport(actor, question(config, operation, about)),
    }))

/** Every operation of a collection, over every way that leads to it. */
function casesOf(config: SanitizedCollectionConfig): Case[] {
  const offered = offeredBy(config)
  return [
    ...(config.endpoints === false ? [] : casesOver('REST', config, offered, overRest)),
    ...(config.graphQL === false
      ? []
      : casesOver('GraphQL', config, offered, overGraphQL(collections))),
    ...casesOver('the Local API', config, offered, overLocalApi(payload)),
    ...casesOver('its address', config, filesOf(config), overFiles),
  ]
}

const allowedTo = (collection: string, operation: Operation | FileOperation) =>
  accessTable[collection as CollectionSlug]?.[operation] ?? []

const describeWho = (who: readonly string[]) => (who.length === 0 ? 'nobody' : who.join(', '))

function question<Asked extends Operation | FileOperation>(
  { slug, upload }: SanitizedCollectionConfig,
  operation: Asked,
  { id, version }: About,
): Question<Asked> {
  return {
    collection: slug,
    operation,
    id: operation === 'version' || operation === 'restore' ? version : id,
    parent: id,
    data: newDocuments[slug as CollectionSlug](http().a),
    file: upload ? picture : undefined,
  }
}

/** One document of each space in the collections that nobody can write to. */
const derived = new Map<string, string>()
const idIn = (space: Space, collection: string): string | undefined =>
  space.docs[collection] ?? derived.get(`${space.id} ${collection}`)

const of = (space: Space, collection: string): About => ({
  id: idIn(space, collection) ?? randomUUID(),
  version: space.version,
})

const before = new Map<string, string>()

beforeAll(async () => {
  for (const { slug } of owned)
    for (const space of [http().a, http().b, http().closed].filter(({ docs }) => !(slug in docs))) {
      const [row] = await sql(`select id from ${tableOf(slug)} where tenant_id = $1 limit 1`, [
        space.id,
      ])
      derived.set(`${space.id} ${slug}`, String(row?.id))
    }
  for (const { id } of [http().b, http().closed]) before.set(id, await checksumOf(id))
})

describe.each(collections.map((config) => [config.slug, config] as const))('%s', (slug, config) => {
  test('each operation that it offers has an answer', () => {
    expect(Object.keys(accessTable[slug as CollectionSlug] ?? {}).sort()).toEqual(
      [...offeredBy(config), ...filesOf(config)].sort(),
    )
  })

  const cases = casesOf(config).map(({ way, operation, ask }) => {
    const who = describeWho(allowedTo(slug, operation))
    return [`over ${way}, “${operation}” is for: ${who}`, { operation, ask }] as const
  })

  test.each(cases)('%s', async (_name, { operation, ask }) => {
    const allowed = allowedTo(slug, operation)
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const [who, actor] of actors) {
      const may = allowed.includes(who)
      const id = await (may && operation === 'delete' ? documentToDelete(slug) : ownDocument(slug))
      expected[who] = may ? 'yes' : 'no'
      found[who] = (await ask(actor, { id, version: http().a.version })).verdict
    }
    expect(found).toEqual(expected)
  })
})

/** What has documents that belong to one space: those that say so, and some of Payload's own. */
const owned = collections.filter(
  (config) => isolationOf(config)?.isolation === 'tenant' || config.slug in http().b.docs,
)

describe.each(owned.map((config) => [config.slug, config] as const))(
  '%s of another space',
  (slug, config) => {
    test('exist', async () => {
      const rows = await sql(`select id from ${tableOf(slug)} where id = any ($1)`, [
        [idIn(http().b, slug), idIn(http().closed, slug)],
      ])
      expect(rows).toHaveLength(2)
    })

    const cases = casesOf(config)
      .filter(
        ({ way, operation }) =>
          operation !== 'create' && !NAMELESS.includes(`${way} ${slug} ${operation}`),
      )
      .map(
        ({ way, operation, ask }) =>
          [`over ${way}, “${operation}” answers as for an id that nobody has`, { ask }] as const,
      )

    test.each(cases)('%s', async (_name, { ask }) => {
      const nobodys = { id: randomUUID(), version: randomUUID() }
      for (const [who, actor] of actors.filter(([, { other }]) => other !== null)) {
        const outcome = await ask(actor, of(actor.other ?? http().b, slug))
        expect({ who, ...outcome }).toEqual({ who, ...(await ask(actor, nobodys)), verdict: 'no' })
      }
    })
  },
)

afterAll(async () => {
  for (const [id, checksum] of before) expect(await checksumOf(id)).toBe(checksum)
})
