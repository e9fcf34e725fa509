import { type MongoIndex } from '../../mongoDump'
import { edgeCollections } from '../edges/edgeCollections'
import { eventDocument, shareOf } from '../events'
import { type Faulty } from '../FaultBuilder'
import { type Notes } from '../Notes'
import { held, streamed } from '../parts'
import { type PictureSeed, REMOTE_HOST } from '../pictures'
import { type Part, type PlatformCollection } from '../Platform'
import { shuffled } from '../seeded'
import { type PlainObject } from '../toBson'
import { type TenantSeed, type World } from '../World'
import { faultyDocuments, nobodysPages } from './faults'
import { formDocuments, submissionDocument } from './forms'
import { mediaDocuments } from './media'
import {
  globalDocuments,
  globalVersionDocuments,
  lockDocuments,
  migrationDocuments,
  preferenceDocuments,
  recipeDocuments,
  redirectDocuments,
  tenantDocument,
} from './ownCollections'
import { notePlainPages, pageDocuments, plainPage } from './pages'
import { tenantField } from './stored'
import { superAdmin, userDocuments } from './users'
import { orphanedVersion, versionDocuments } from './versions'

const INDEXES: Readonly<Record<string, readonly MongoIndex[]>> = {
  users: [{ key: { email: 1 }, unique: true }],
  media: [{ key: { filename: 1 }, unique: true }],
  pages: [{ key: { slug: 1 } }, { key: { _status: 1 } }],
  _pages_versions: [{ key: { parent: 1 } }, { key: { latest: 1 } }],
}

/** The database of a Payload CMS (3) on its MongoDB adapter, with the multi-tenant plugin or without. */
export function payloadCollections(
  world: World,
  pictures: readonly PictureSeed[],
  notes: Notes,
): PlatformCollection[] {
  const { documentsPerCollection: size, edges, faults, seed, shape } = world.options
  const isMany = shape === 'payload'
  if (faults) notes.hostile.add('steal(')
  if (faults) notes.remoteHosts.add(REMOTE_HOST)
  const wrong = new Map<string, Faulty>(
    world.tenants.map((tenant) => [
      tenant.slug,
      faults ? faultyDocuments(world, tenant, notes) : {},
    ]),
  )
  const collection = (name: string, ...parts: readonly Part[]): PlatformCollection => ({
    database: world.database,
    name,
    indexes: INDEXES[name] ?? [],
    parts,
  })
  const perTenant = (name: string, written: (tenant: TenantSeed) => PlainObject[]): Part[] =>
    world.tenants.map((tenant) =>
      held(
        tenant.slug,
        shuffled([...written(tenant), ...(wrong.get(tenant.slug)?.[name] ?? [])], seed, name),
      ),
    )
  const many = (at: (world: World, tenant: TenantSeed, index: number) => PlainObject): Part[] =>
    world.tenants.map((tenant) => streamed(tenant.slug, size, (index) => at(world, tenant, index)))
  /** Documents that name no tenant: in a site of one, they are that one's. */
  const common = (documents: readonly PlainObject[]): Part =>
    held(isMany ? null : (world.tenants[0]?.slug ?? null), documents)
  const [first] = world.tenants
  const pages = new Map(
    world.tenants.map((tenant) => [tenant.slug, pageDocuments(world, tenant, notes)]),
  )
  for (const tenant of world.tenants) notePlainPages(world, tenant, notes)
  const events = world.tenants.map((tenant) =>
    streamed(tenant.slug, shareOf(world, tenant), (index) =>
      eventDocument(world, tenant, tenantField(world, tenant), index),
    ),
  )
  return [
    collection(
      '_pages_versions',
      ...world.tenants.map((tenant) => {
        const documents = pages.get(tenant.slug) ?? []
        // Their tenant is inside of what was versioned.
        return held(isMany ? null : tenant.slug, [
          ...documents.flatMap((page, index) =>
            versionDocuments(world, tenant, page, index, notes),
          ),
          ...documents.slice(0, 1).map((page) => orphanedVersion(world, tenant, page, notes)),
        ])
      }),
    ),
    ...(first
      ? [
          collection('_header_versions', common(globalVersionDocuments(world, first))),
          collection('globals', common(globalDocuments(world, first))),
        ]
      : []),
    collection(
      'form-submissions',
      ...many(submissionDocument),
      ...perTenant('form-submissions', () => []),
    ),
    collection('forms', ...perTenant('forms', (tenant) => formDocuments(world, tenant))),
    collection(
      'media',
      ...perTenant('media', (tenant) => mediaDocuments(world, tenant, pictures, notes)),
    ),
    collection(
      'pages',
      ...many(plainPage),
      ...perTenant('pages', ({ slug }) => pages.get(slug) ?? []),
      ...(faults && isMany ? [held(null, nobodysPages(world, notes))] : []),
    ),
    collection(
      'payload-locked-documents',
      ...notNaming(isMany, world.tenants, (tenant) => lockDocuments(world, tenant)),
    ),
    collection('payload-migrations', common(migrationDocuments(world))),
    collection(
      'payload-preferences',
      ...notNaming(isMany, world.tenants, (tenant) => preferenceDocuments(world, tenant)),
    ),
    collection('recipes', ...perTenant('recipes', (tenant) => recipeDocuments(world, tenant))),
    collection(
      'redirects',
      ...perTenant('redirects', (tenant) => redirectDocuments(world, tenant)),
    ),
    ...(isMany
      ? [
          collection(
            'tenants',
            ...world.tenants.map((tenant) => held(tenant.slug, [tenantDocument(world, tenant)])),
          ),
        ]
      : []),
    collection(
      'users',
      ...perTenant('users', (tenant) => userDocuments(world, tenant, notes)),
      common([superAdmin(world, notes)]),
    ),
    ...(world.options.bulk > 0 ? [collection('events', ...events)] : []),
    ...(edges ? edgeCollections(world, (tenant) => tenantField(world, tenant)) : []),
  ]
}

/** Documents of tenants that do not say whose they are. */
const notNaming = (
  isMany: boolean,
  tenants: readonly TenantSeed[],
  written: (tenant: TenantSeed) => PlainObject[],
): Part[] => tenants.map((tenant) => held(isMany ? null : tenant.slug, written(tenant)))
