import { randomUUID } from 'node:crypto'

import type { CollectionSlug, SanitizedCollectionConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { http } from '../support/httpActors'
import { png } from '../support/httpContent'
import { checksumOf, sql, useSql } from '../support/httpDatabase'
import { serverPayload } from '../support/httpPayload'
import type { Space } from '../support/httpSeed'
import { matrixActors, type MatrixActor } from './accessActors'
import { overGraphQL } from './accessOverGraphQL'
import { overLocalApi } from './accessOverLocalApi'
import { overRest } from './accessOverRest'
import { accessTable, type EVERYBODY, OPERATIONS, type Operation } from './accessTable'
import type { Question, Transport } from './accessTransport'
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

/** The ways that lead to a collection. */
const waysTo = ({ endpoints, graphQL }: SanitizedCollectionConfig): [string, Transport][] =>
  [
    { name: 'REST', open: endpoints !== false, transport: overRest },
    { name: 'GraphQL', open: graphQL !== false, transport: overGraphQL(collections) },
    { name: 'the Local API', open: true, transport: overLocalApi(payload) },
  ].flatMap(({ name, open, transport }) => (open ? [[name, transport] as [string, Transport]] : []))

const allowedTo = (collection: string, operation: Operation) =>
  accessTable[collection as CollectionSlug]?.[operation] ?? []

const describeWho = (who: readonly string[]) => (who.length === 0 ? 'nobody' : who.join(', '))

/** The same question about a document of A, of another space, or of nobody. */
function question(collection: string, operation: Operation, id: string, version: string): Question {
  return {
    collection,
    operation,
    id: operation === 'version' || operation === 'restore' ? version : id,
    parent: id,
    data: newDocuments[collection as CollectionSlug](http().a),
    file: collection === 'media' ? picture : undefined,
  }
}

const of = (space: Space, collection: string, operation: Operation): Question =>
  question(collection, operation, space.docs[collection] ?? randomUUID(), space.version)

const before = new Map<string, string>()

beforeAll(async () => {
  for (const { id } of [http().b, http().closed]) before.set(id, await checksumOf(id))
})

describe.each(collections.map((config) => [config.slug, config] as const))('%s', (slug, config) => {
  test('each operation that it offers has an answer', () => {
    expect(Object.keys(accessTable[slug as CollectionSlug] ?? {}).sort()).toEqual(
      offeredBy(config).sort(),
    )
  })

  const cases = waysTo(config).flatMap(([way, transport]) =>
    offeredBy(config)
      .filter((operation) => !HIDDEN.includes(`${way} ${slug} ${operation}`))
      .map((operation) => {
        const who = describeWho(allowedTo(slug, operation))
        return [`over ${way}, “${operation}” is for: ${who}`, { transport, operation }] as const
      }),
  )

  test.each(cases)('%s', async (_name, { transport, operation }) => {
    const allowed = allowedTo(slug, operation)
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const [who, actor] of actors) {
      const may = allowed.includes(who)
      const id = await (may && operation === 'delete' ? documentToDelete(slug) : ownDocument(slug))
      expected[who] = may ? 'yes' : 'no'
      found[who] = (await transport(actor, question(slug, operation, id, http().a.version))).verdict
    }
    expect(found).toEqual(expected)
  })
})

/** What has documents that belong to one space. */
const owned = collections.filter(({ slug }) => slug in http().b.docs)

describe.each(owned.map((config) => [config.slug, config] as const))(
  '%s of another space',
  (slug, config) => {
    test('exist', async () => {
      const rows = await sql(`select id from ${tableOf(slug)} where id = any ($1)`, [
        [http().b.docs[slug], http().closed.docs[slug]],
      ])
      expect(rows).toHaveLength(2)
    })

    const cases = waysTo(config).flatMap(([way, transport]) =>
      offeredBy(config)
        .filter(
          (operation) =>
            operation !== 'create' && !NAMELESS.includes(`${way} ${slug} ${operation}`),
        )
        .map(
          (operation) =>
            [
              `over ${way}, “${operation}” answers as for an id that nobody has`,
              { transport, operation },
            ] as const,
        ),
    )

    test.each(cases)('%s', async (_name, { transport, operation }) => {
      const nobodys = question(slug, operation, randomUUID(), randomUUID())
      for (const [who, actor] of actors.filter(([, { other }]) => other !== null)) {
        const theirs = of(actor.other ?? http().b, slug, operation)
        const outcome = await transport(actor, theirs)
        expect({ who, ...outcome }).toEqual({
          who,
          ...(await transport(actor, nobodys)),
          verdict: 'no',
        })
      }
    })
  },
)

afterAll(async () => {
  for (const [id, checksum] of before) expect(await checksumOf(id)).toBe(checksum)
})
