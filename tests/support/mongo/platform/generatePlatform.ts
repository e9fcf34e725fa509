import { factsOf } from './factsOf'
import { Notes } from './Notes'
import { payloadCollections } from './payload/payloadShape'
import { buildPictures } from './pictures'
import { type Platform, type PlatformOptions } from './Platform'
import { tenantAppCollections } from './tenantApp/tenantAppShape'
import { buildWorld } from './World'

const DATABASES = {
  payload: 'cms',
  'payload-single': 'old_site',
  'tenant-app': 'spaces_app',
} as const

/**
 * A whole platform on MongoDB, described: the same for the same options, to the byte. Written by `dumpPlatform`, `archivePlatform`,
 * `exportPlatform` and `writeUploads`; `changePlatform` makes a newer version of it.
 */
export async function generatePlatform(options: PlatformOptions): Promise<Platform> {
  const world = buildWorld({ ...DEFAULTS, ...options }, DATABASES[options.shape])
  const made = await buildPictures()
  const pictures = world.options.faults ? made : made.filter(({ state }) => state === 'good')
  const notes = new Notes()
  const make = options.shape === 'tenant-app' ? tenantAppCollections : payloadCollections
  const collections = make(world, pictures, notes)
  return {
    options: world.options,
    database: world.database,
    collections,
    files: notes.uploads,
    facts: factsOf(world, collections, notes),
  }
}

const DEFAULTS = {
  seed: 1,
  tenants: 3,
  documentsPerCollection: 12,
  bulk: 0,
  faults: true,
  edges: false,
  huge: false,
  tenantKey: '_id',
  blockKey: 'type',
} as const
