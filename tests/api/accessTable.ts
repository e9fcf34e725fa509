import type { CollectionSlug } from 'payload'

/** Everybody who may try, see accessActors.ts. */
export const EVERYBODY = [
  'nobody',
  'visitor',
  'stranger',
  'member',
  'viewer',
  'author',
  'editor',
  'service',
  'owner',
  'agency',
  'adminIn',
  'admin',
] as const
export type Who = (typeof EVERYBODY)[number]

export const OPERATIONS = [
  'list',
  'read',
  'count',
  'create',
  'update',
  'delete',
  'trash',
  'duplicate',
  'versions',
  'version',
  'restore',
] as const
export type Operation = (typeof OPERATIONS)[number]

/** Of a collection with uploads: the file of a document, and one of its sizes. */
export type FileOperation = 'file' | 'size'

const nobody: readonly Who[] = []
/** Whoever is at the address of a space, or works in one. */
const here = EVERYBODY.filter((who) => who !== 'nobody')
const admin: readonly Who[] = ['admin']
const owners: readonly Who[] = ['owner', 'adminIn', 'admin']
const editors: readonly Who[] = ['editor', 'service', 'agency', ...owners]
const authors: readonly Who[] = ['author', ...editors]
const staff: readonly Who[] = ['viewer', ...authors]
const signedIn: readonly Who[] = ['member', ...staff]

type Answers = Partial<Record<Operation | FileOperation, readonly Who[]>>

const reads = (who: readonly Who[]): Answers => ({ list: who, read: who, count: who })
const serves = (who: readonly Who[]): Answers => ({ file: who, size: who })
const writes = (who: readonly Who[]): Answers => ({
  create: who,
  update: who,
  delete: who,
  duplicate: who,
})

/**
 * Who may do what with a document of space A that somebody else made. What is not said here is not tested, and therefore
 * fails: a collection, or an operation that a collection offers.
 */
export const accessTable: Record<CollectionSlug, Answers> = {
  pages: {
    ...reads(here),
    ...writes(editors),
    create: authors,
    duplicate: authors,
    trash: editors,
    versions: staff,
    version: staff,
    restore: editors,
  },
  media: {
    ...reads(here),
    ...serves(here),
    create: authors,
    update: editors,
    delete: editors,
    trash: editors,
  },
  redirects: { ...reads(staff), create: editors, update: editors, delete: editors },
  'site-settings': { ...reads(here), create: owners, update: owners, delete: owners },
  forms: { ...reads(here), ...writes(owners), trash: owners },
  'form-submissions': { ...reads(editors), ...writes(nobody), update: editors, delete: owners },
  deliveries: { ...reads(editors), create: nobody, update: nobody, delete: nobody },
  'lead-files': {
    ...reads(editors),
    file: editors,
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  erasures: { ...reads(owners), create: nobody, update: nobody, delete: nobody },
  comments: { ...reads(staff), create: staff, update: editors, delete: editors },
  reviews: { ...reads(staff), create: nobody, update: nobody, delete: nobody },
  notifications: { ...reads(['owner']), create: nobody, update: ['owner'], delete: ['owner'] },
  teams: { ...reads(staff), ...writes(owners) },
  users: { ...reads(staff), create: owners, update: owners, delete: owners },
  tenants: { ...reads(staff), ...writes(admin), update: owners, delete: ['adminIn', 'admin'] },
  countries: { ...reads(EVERYBODY), ...writes(admin) },
  currencies: { ...reads(EVERYBODY), ...writes(admin) },
  'time-zones': { ...reads(EVERYBODY), ...writes(admin) },
  // Of others than “schedule publish”; see jobs.test.ts for those.
  'payload-jobs': { ...reads(editors), create: nobody, update: nobody, delete: nobody },
  'search-documents': { ...reads(nobody), create: nobody, update: nobody, delete: nobody },
  'search-words': { ...reads(nobody), create: nobody, update: nobody, delete: nobody },
  documents: { ...reads(editors), create: nobody, update: nobody, delete: owners },
  'import-rows': { ...reads(editors), create: nobody, update: nobody, delete: nobody },
  'import-changes': { ...reads(nobody), create: nobody, update: nobody, delete: nobody },
  imports: { ...reads(admin), create: nobody, update: nobody, delete: nobody },
  'import-checkpoints': { ...reads(nobody), create: nobody, update: nobody, delete: nobody },
  'page-embeddings': { ...reads(nobody), create: nobody, update: nobody, delete: nobody },
  'payload-kv': { ...reads(nobody), ...writes(nobody) },
  'payload-locked-documents': { ...reads(signedIn), ...writes(signedIn) },
  'payload-preferences': { ...reads(['owner']), ...writes(['owner']), create: signedIn },
  'payload-migrations': { ...reads(nobody), ...writes(nobody) },
}
