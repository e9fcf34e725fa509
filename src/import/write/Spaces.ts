import type { Payload } from 'payload'
import type { QueryResultRow } from 'pg'

import { GIVEN_ID } from '@/db/givenId'
import { background, type Scope } from '@/db/scope'
import { DEFAULT_LOCALE, type Locale, localesIn, nearestLocale } from '@/locales/locales'
import { checkSlug } from '@/tenancy/host'

import { type BsonValue } from '../bson/BsonValue'
import { idText } from '../bson/idText'
import { importedId, uuidV5 } from '../importedId'
import { type FieldPath } from '../map/fieldPath'
import { type ImportMap } from '../map/ImportMap'
import { SourceFields } from '../map/SourceFields'
import { type TenantKey } from '../map/tenantKeyOf'
import { readStream } from '../read/openSource'
import { type Source } from '../read/Source'
import { type Transact } from './ImportContext'
import { ImportError } from './ImportError'
import { localApi } from './localApi'
import { stateOf } from './rowState'
import { importScope } from './runs'
import { storedName } from './writeDocuments'
import { requestFor } from './writeRow'

/** The namespace of the tenants themselves, which belong to none. */
const TENANTS = '0b2a1c5e-6a3f-5d0c-9a37-1f8d3f6f5c11'

/** The id of a document that is a tenant. */
export const tenantIdOf = (collection: string, id: BsonValue): string =>
  importedId(TENANTS, collection, id)

/** The id of a tenant of which the source has no document, only a name. */
const tenantIdOfSlug = (slug: string): string => uuidV5(TENANTS, JSON.stringify(['slug', slug]))

export interface Space {
  readonly id: string
  readonly slug: string
  /** The main one first. */
  readonly locales: readonly [Locale, ...Locale[]]
}

/** What a new space is offered in, by the map. */
export const languagesOf = ({ languages }: ImportMap) =>
  languages === undefined ? {} : { defaultLocale: languages[0], locales: languages }

const NEW_SPACE = {
  industryModule: 'other',
  plan: 'starter',
  status: 'active',
  defaultLocale: DEFAULT_LOCALE,
}

export const scopeOfSpace = ({ id }: Pick<Space, 'id'>): Scope =>
  background(id, 'import from MongoDB')

/** How many ids of one `like` rule are remembered. */
const MAX_REMEMBERED = 100_000

/** Why there is no space for a document of a tenant that the source has. */
export const NOT_HERE = 'its tenant has not come in'

/** Finds out which space a document belongs to, in words of the source. */
export class Spaces {
  /** Whether a space that a source names and nobody has is made; whoever only looks makes none. */
  private readonly creates: boolean
  private readonly byId = new Map<string, Space>()
  private readonly bySlug = new Map<string, Space>()
  /** For each collection and field that names tenants: the tenant by its value. */
  private readonly byField = new Map<string, ReadonlyMap<string, string>>()
  private readonly byDocument = new Map<string, Space | undefined>()

  constructor(
    private readonly payload: Payload,
    private readonly source: Source,
    private readonly map: ImportMap,
    private readonly run: string,
    private readonly transact: Transact,
    { creates = true }: { readonly creates?: boolean } = {},
  ) {
    this.creates = creates
  }

  /** Forgets what may have changed: a pass has written tenants. */
  forget(): void {
    this.byId.clear()
    this.bySlug.clear()
    this.byField.clear()
    this.byDocument.clear()
  }

  /** The space that a document belongs to, or why there is none. */
  async find(key: TenantKey): Promise<Space | string> {
    switch (key.by) {
      case 'slug':
        return this.ofSlug(key.slug)
      case 'document': {
        const tenants = await this.tenantsBy(key.collection, key.field)
        const id = tenants.get(idText(key.value))
        const space = id === undefined ? undefined : await this.ofId(id)
        if (id !== undefined && !space) return NOT_HERE
        return space ?? `no tenant of ${key.collection} has this value: ${shown(key.value)}`
      }
      case 'like':
        return (
          (await this.ofDocument(key.collection, key.id)) ??
          `no document of ${key.collection} has come in with this id: ${shown(key.id)}`
        )
      case 'self':
        return 'a tenant belongs to no tenant'
      case 'each':
        return 'it is in several spaces'
    }
  }

  /** The space with an id, if there is one. */
  ofId(id: string): Promise<Space | undefined> {
    return this.load('id', id)
  }

  /** The space with a slug, if there is one. */
  known(slug: string): Promise<Space | undefined> {
    return this.load('slug', slug)
  }

  private async load(by: 'id' | 'slug', value: string): Promise<Space | undefined> {
    const remembered = (by === 'id' ? this.byId : this.bySlug).get(value)
    if (remembered) return remembered
    const { rows } = await this.read<{ id: string; slug: string; main: string; others: string[] }>(
      `select id, slug, default_locale::text as main,
         array(select value::text from tenant_locales where parent_id = tenants.id order by "order") as others
       from tenants where ${by}::text = $1`,
      [value],
    )
    const [row] = rows
    if (!row) return undefined
    const main = nearestLocale(row.main)
    const others = localesIn(row.others).filter((locale) => locale !== main)
    const space: Space = { id: row.id, slug: row.slug, locales: [main, ...others] }
    this.byId.set(space.id, space)
    this.bySlug.set(space.slug, space)
    return space
  }

  private read<Row extends QueryResultRow>(text: string, values: unknown[]) {
    return this.transact(({ inScope }) =>
      inScope(importScope, (client) => client.query<Row>(text, values)),
    )
  }

  /** The space with a slug: a source without tenants gets one of that name. */
  private async ofSlug(slug: string): Promise<Space | string> {
    const known = await this.known(slug)
    if (known) return known
    if (!this.creates) return `there is no space “${slug}”`
    const problem = checkSlug(slug)
    if (problem !== true) return `“${slug}” cannot be the name of a space: ${problem}`
    await this.create(slug)
    return (await this.known(slug)) ?? `the space ${slug} was deleted`
  }

  private create(slug: string): Promise<void> {
    const id = tenantIdOfSlug(slug)
    return this.transact(({ req, inScope }) =>
      inScope(importScope, async (client) => {
        await localApi(this.payload).create({
          collection: 'tenants',
          req: await requestFor(this.payload, req),
          context: { import: true, [GIVEN_ID]: id },
          data: { ...NEW_SPACE, ...languagesOf(this.map), id, name: slug, slug },
        })
        await client.query(
          `insert into import_rows (id, tenant_id, row_collection, row_id, source_collection, source_id, hash, row_hash, made_by, written_by)
           values ($1, $1, 'tenants', $1::uuid::text, '', $2, '', $3, $4, $4)`,
          [id, JSON.stringify(slug), (await stateOf(client, 'tenants', id)) ?? '', this.run],
        )
      }),
    )
  }

  /** The tenants by the values of a field, read from the source: there are few of them beside everything else. */
  private async tenantsBy(
    collection: string,
    field: FieldPath,
  ): Promise<ReadonlyMap<string, string>> {
    const name = JSON.stringify([collection, field])
    const known = this.byField.get(name)
    if (known) return known
    const found = await this.tenantsHere(collection, field)
    for (const stream of this.source.streams) {
      if (!stream.collections.some((one) => one.name === collection)) continue
      for await (const item of readStream(stream)) {
        if (item.kind !== 'document' || item.collection.name !== collection) continue
        const id = item.document.get('_id')
        const value = new SourceFields(item.document).find(field)?.value
        if (!id || !value) continue
        found.set(idText(value), await this.tenantOf(collection, id))
      }
    }
    if (found.size === 0)
      throw new ImportError(
        `The map looks for tenants in ${collection}, and no document there has the field.`,
        `collections of the source: ${this.source.collections.map((one) => one.name).join(', ')}`,
      )
    this.byField.set(name, found)
    return found
  }

  /** Those that have come in before, by their ids: a file of rejected documents need not have them. */
  private async tenantsHere(collection: string, field: FieldPath): Promise<Map<string, string>> {
    if (field !== '_id' || this.source.layout !== 'rejects') return new Map()
    const { rows } = await this.read<{ source_id: string; row_id: string }>(
      `select source_id, row_id from import_rows
       where row_collection = 'tenants' and source_collection = $1 and row_hash <> ''`,
      [storedName(collection)],
    )
    return new Map(rows.map(({ source_id, row_id }) => [source_id, row_id]))
  }

  /** The space that a document became, which may be one that was here before. */
  private async tenantOf(collection: string, id: BsonValue): Promise<string> {
    const own = tenantIdOf(collection, id)
    const { rows } = await this.read<{ row_id: string }>(
      'select row_id from import_rows where id = $1',
      [own],
    )
    return rows[0]?.row_id ?? own
  }

  /** The space of a document that has come in: its id says whose it is, for the few spaces there are. */
  private async ofDocument(collection: string, id: BsonValue): Promise<Space | undefined> {
    const name = JSON.stringify([collection, idText(id)])
    if (this.byDocument.has(name)) return this.byDocument.get(name)
    const { rows: spaces } = await this.read<{ id: string }>('select id from tenants', [])
    const ids = spaces.map((space) => importedId(space.id, collection, id))
    const { rows } = await this.read<{ tenant_id: string }>(
      `select tenant_id from import_rows where id = any($1) union all
       select tenant_id from documents where id = any($1) limit 1`,
      [ids],
    )
    const tenant = rows[0]?.tenant_id
    const space = tenant === undefined ? undefined : await this.ofId(tenant)
    if (this.byDocument.size >= MAX_REMEMBERED) this.byDocument.clear()
    // What is missing may still come in.
    if (space) this.byDocument.set(name, space)
    return space
  }
}

const MAX_SHOWN = 80

const shown = (value: BsonValue): string => {
  const text = idText(value)
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`
}
