import { randomUUID } from 'node:crypto'

import type { SanitizedCollectionConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { as } from '../support/httpActors'
import { checksumOf, sql, useSql } from '../support/httpDatabase'
import { learned } from '../support/httpRequest'
import { serverConfig } from '../support/httpPayload'
import { useSpaces } from '../support/httpSpaces'
import { referencePaths } from './referencePaths'

useSql()
const space = useSpaces('a', 'b')
const { collections } = await serverConfig()

/** Written by the server: what a caller says there is ignored. */
const SERVERS_OWN = ['createdBy', 'references']
/** Not the caller's to say at all, see tenantField.test.ts. */
const REALM = ['tenant', 'tenants']

/** A stand-in for what is known only when the tests run. */
const own = new Proxy<Record<string, string>>(
  {},
  { get: (_none, collection) => `own:${String(collection)}` },
)

const fill = (body: Record<string, unknown>): unknown =>
  JSON.parse(
    JSON.stringify(body).replace(
      /own:([\w-]+)/g,
      (_whole, collection: string) => space.a.docs[collection] ?? '',
    ),
  )

const ways = ({ versions }: SanitizedCollectionConfig): string[] =>
  typeof versions === 'object' && versions.drafts
    ? ['', '?draft=true', '?draft=true&autosave=true']
    : ['']

const cases = collections
  .filter(({ slug }) => ['pages', 'media', 'forms', 'site-settings', 'users'].includes(slug))
  .flatMap((config) =>
    referencePaths(config.fields, { prefix: '', wrap: (body) => body, own })
      .filter(({ path }) => ![...SERVERS_OWN, ...REALM].includes(path.split(/[ .[]/)[0] ?? ''))
      .flatMap((reference) =>
        ways(config).map(
          (way) =>
            [
              `${config.slug}: ${reference.path}${way}`,
              { slug: config.slug, way, ...reference },
            ] as const,
        ),
      ),
  )

let before: string

beforeAll(async () => {
  before = await checksumOf(space.b.id)
})

describe('a document of another space cannot be named', () => {
  test.each(cases)('%s', async (_name, { slug, way, relationTo, naming }) => {
    const { [slug]: document } = {
      ...space.a.docs,
      users: space.a.colleague,
      pages: space.a.pages.draft,
    } as Record<string, string>
    const name = (id: string) =>
      as(
        'owner',
        space.a,
      )({ path: `/api/${slug}/${document}${way}`, method: 'PATCH', json: fill(naming(id)) })
    const [theirs, unknown] = [space.b.docs[relationTo] ?? '', randomUUID()]
    const [refused, nobodys, ours] = [
      await name(theirs),
      await name(unknown),
      await name(space.a.docs[relationTo] ?? ''),
    ]
    // The answer may repeat what was sent.
    expect(learned({ ...refused, body: refused.body.replaceAll(theirs, 'it') })).toEqual(
      learned({ ...nobodys, body: nobodys.body.replaceAll(unknown, 'it') }),
    )
    expect(refused.status).toBe(400)
    expect({
      status: ours.status,
      body: ours.body.slice(0, ours.status === 200 ? 0 : 500),
    }).toEqual({ status: 200, body: '' })
  })

  afterAll(async () => {
    const theirs = Object.values(space.b.docs)
    const rows = await sql(
      `select id from pages where tenant_id = $1 and pages::text ~ $2
       union all select _parent_id from pages_locales where tenant_id = $1 and pages_locales::text ~ $2`,
      [space.a.id, theirs.join('|')],
    )
    expect(rows).toEqual([])
    expect(await checksumOf(space.b.id)).toBe(before)
  })
})
