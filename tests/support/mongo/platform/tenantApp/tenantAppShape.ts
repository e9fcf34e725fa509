import { edgeCollections } from '../edges/edgeCollections'
import { eventDocument, shareOf } from '../events'
import { type Faulty } from '../FaultBuilder'
import { type Notes } from '../Notes'
import { held, streamed } from '../parts'
import { type MongoIndex } from '../../mongoDump'
import { type PictureSeed, REMOTE_HOST } from '../pictures'
import { type Part, type PlatformCollection } from '../Platform'
import { shuffled } from '../seeded'
import { type PlainObject } from '../toBson'
import { type TenantSeed, type World } from '../World'
import { faultyDocuments } from './faults'
import { formDocuments, leadDocument } from './forms'
import { HOSTILE_MARKS } from './htmlDialect'
import { mediaDocuments } from './media'
import { nobodysDocuments } from './nobodys'
import { auditDocuments, bookingDocument, countryDocuments, roomDocuments } from './ownCollections'
import { notePlainPages, pageDocuments, plainPage } from './pages'
import { tenantDocument, tenantKeyOf } from './tenants'
import { passwordDocuments, userDocuments } from './users'

/** Which documents of each collection a tenant has, those aside that there may be a million of. */
type Written = (tenant: TenantSeed) => PlainObject[]

const UNIQUE: Readonly<Record<string, readonly MongoIndex[]>> = {
  tenants: [{ key: { status: 1 } }],
  pages: [{ key: { tenant_id: 1, slug: 1 } }],
  users: [{ key: { tenant_id: 1, email: 1 } }],
  user_passwords: [{ key: { user_id: 1 }, unique: true }],
}

/** An application of its own, that keeps all tenants in one database and names them by `tenant_id`. */
export function tenantAppCollections(
  world: World,
  pictures: readonly PictureSeed[],
  notes: Notes,
): PlatformCollection[] {
  const { documentsPerCollection: size, edges, faults, seed } = world.options
  if (faults) for (const mark of HOSTILE_MARKS) notes.hostile.add(mark)
  if (faults) notes.remoteHosts.add(REMOTE_HOST)
  const wrong = new Map<string, Faulty>(
    world.tenants.map((tenant) => [
      tenant.slug,
      faults ? faultyDocuments(world, tenant, notes) : {},
    ]),
  )
  const nobodys: Faulty = faults ? nobodysDocuments(world, notes) : {}
  const collection = (name: string, ...parts: readonly Part[]): PlatformCollection => ({
    database: world.database,
    name,
    indexes: UNIQUE[name] ?? [],
    parts: [...parts, held(null, nobodys[name] ?? [])],
  })
  const perTenant = (name: string, written: Written): Part[] =>
    world.tenants.map((tenant) =>
      held(
        isOfNobody(name) ? null : tenant.slug,
        shuffled([...written(tenant), ...(wrong.get(tenant.slug)?.[name] ?? [])], seed, name),
      ),
    )
  const many = (at: (world: World, tenant: TenantSeed, index: number) => PlainObject): Part[] =>
    world.tenants.map((tenant) => streamed(tenant.slug, size, (index) => at(world, tenant, index)))
  for (const tenant of world.tenants) notePlainPages(world, tenant, notes)
  const events = world.tenants.map((tenant) =>
    streamed(tenant.slug, shareOf(world, tenant), (index) =>
      eventDocument(world, tenant, tenantKeyOf(world, tenant), index),
    ),
  )
  return [
    // As mongodump has them, which is by no order that helps.
    collection('audit_log', ...perTenant('audit_log', (tenant) => auditDocuments(world, tenant))),
    collection('bookings', ...many(bookingDocument), ...perTenant('bookings', () => [])),
    collection('countries', held(null, countryDocuments())),
    collection('forms', ...perTenant('forms', (tenant) => formDocuments(world, tenant))),
    collection('leads', ...many(leadDocument), ...perTenant('leads', () => [])),
    collection(
      'media',
      ...perTenant('media', (tenant) => mediaDocuments(world, tenant, pictures, notes)),
    ),
    collection(
      'pages',
      ...many(plainPage),
      ...perTenant('pages', (tenant) => pageDocuments(world, tenant, notes)),
    ),
    collection('rooms', ...perTenant('rooms', (tenant) => roomDocuments(world, tenant))),
    collection(
      'user_passwords',
      ...perTenant('user_passwords', (tenant) => passwordDocuments(world, tenant, notes)),
    ),
    collection('users', ...perTenant('users', (tenant) => userDocuments(world, tenant, notes))),
    collection(
      'tenants',
      ...world.tenants.map((tenant) => held(tenant.slug, [tenantDocument(world, tenant)])),
    ),
    collection('waiting_list'),
    {
      ...collection('published_pages'),
      type: 'view',
      options: { viewOn: 'pages', pipeline: [] },
      parts: [],
    },
    ...(world.options.bulk > 0 ? [collection('events', ...events)] : []),
    ...(edges ? edgeCollections(world, (tenant) => tenantKeyOf(world, tenant)) : []),
  ]
}

/** Passwords belong to a tenant by their user, and the log to nobody. */
const isOfNobody = (collection: string): boolean =>
  collection === 'user_passwords' || collection === 'audit_log'
