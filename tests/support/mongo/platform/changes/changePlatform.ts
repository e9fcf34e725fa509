import { type BsonDocument, type BsonValue } from '@/import/bson/BsonValue'

import { type ChangeFact, type PageFact, type PersonFact, type TenantFacts } from '../facts'
import { BCRYPT, saltedPasswords } from '../knownPasswords'
import { countOf } from '../parts'
import { type Platform } from '../Platform'
import { hexOf } from '../seeded'
import { became, edited, renumbered, retold, string } from './edited'
import { findDocument, hasId, withChanges } from './overlay'

/** What is different for one tenant, and what a test knows of it then. */
interface TenantChanges {
  readonly changes: readonly ChangeFact[]
  readonly pages: readonly PageFact[]
  readonly people: readonly PersonFact[]
}

/**
 * A newer version of a platform, as it is when it was dumped again. In each tenant a page has another title, one is gone and one is
 * new; a lead is gone and one is new; a person has another password; and a document of a collection of its own is another.
 */
export function changePlatform(platform: Platform): Platform {
  const { facts } = platform
  const byTenant = new Map(
    facts.tenants.map((tenant) => [tenant.slug, changesOf(platform, tenant)]),
  )
  const changes = [...byTenant.values()].flatMap((each) => each.changes)
  const collections = platform.collections.map((collection) => withChanges(collection, changes))
  return {
    ...platform,
    collections,
    facts: {
      ...facts,
      tenants: facts.tenants.map((tenant) => ({
        ...tenant,
        pages: byTenant.get(tenant.slug)?.pages ?? tenant.pages,
        people: withPasswords(tenant.people, [...byTenant.values()]),
        documents: countOf(collections, (part) => part.tenant === tenant.slug),
      })),
      documents: countOf(collections, () => true),
      untenanted: countOf(collections, (part) => part.tenant === null),
      changes,
    },
  }
}

/** Who belongs to two tenants may have one account, so that its password is another in both. */
const withPasswords = (
  people: readonly PersonFact[],
  changes: readonly TenantChanges[],
): PersonFact[] => {
  const changed = changes.flatMap((each) => each.people)
  return people.map((person) => changed.find(({ id }) => isSame(id, person.id)) ?? person)
}

const isSame = (a: BsonValue, b: BsonValue): boolean =>
  a.type === 'objectId' && b.type === 'objectId' && a.hex === b.hex

function changesOf(platform: Platform, tenant: TenantFacts): TenantChanges {
  const pages = changedPages(platform, tenant)
  const { change, person } = changedPassword(platform, tenant)
  return {
    changes: [
      ...pages.changes,
      change,
      ...changedLeads(platform, tenant),
      changedOther(platform, tenant),
    ],
    pages: pages.pages,
    people: [person],
  }
}

function pageAt({ pages, slug }: TenantFacts, path: string): PageFact {
  const page = pages.find((one) => one.path === path)
  if (!page) throw new RangeError(`${slug} has no page ${path}`)
  return page
}

function changedPages(
  { collections, options }: Platform,
  tenant: TenantFacts,
): Pick<TenantChanges, 'changes' | 'pages'> {
  const [about, strange, contact] = ['/about', '/strange-blocks', '/contact'].map((path) => {
    const fact = pageAt(tenant, path)
    return { fact, document: findDocument(collections, 'pages', hasId(fact.id)) }
  })
  if (!about || !strange || !contact) throw new RangeError('a page is missing')
  const renamed = { ...about.fact, title: `About ${tenant.name}, renewed` }
  const id: BsonValue = {
    type: 'objectId',
    hex: hexOf(options.seed, 'pages', tenant.slug, 'added'),
  }
  const added = { ...contact.fact, id, title: `Added to ${tenant.name}`, path: '/added' }
  return {
    changes: [
      changeOf(tenant, about.fact, 'changed', about.document, withTitle(about.document, renamed)),
      ...(options.shape === 'tenant-app'
        ? []
        : newVersion(collections, tenant, renamed, options.seed)),
      changeOf(tenant, strange.fact, 'gone', strange.document),
      changeOf(tenant, added, 'added', undefined, copyOf(contact.document, added, options.seed)),
    ],
    pages: [
      ...tenant.pages
        .filter((page) => page !== strange.fact)
        .map((page) => (page === about.fact ? renamed : page)),
      added,
    ],
  }
}

const withTitle = (document: BsonDocument, { title }: PageFact): BsonDocument =>
  edited(document, { title: retold(title), updated_at: became(LATER), updatedAt: became(LATER) })

/** The version of which the page is another one now; that before it is not the latest any more. */
function newVersion(
  collections: Platform['collections'],
  tenant: TenantFacts,
  page: PageFact,
  seed: number,
): ChangeFact[] {
  const collection = '_pages_versions'
  const former = tenant.versions.find(
    ({ isLatest, page: of }) => isLatest && page.id.type === 'objectId' && of === page.id.hex,
  )
  if (!former) throw new RangeError(`${page.path} has no version`)
  const before = findDocument(collections, collection, hasId(former.id))
  const id: BsonValue = { type: 'objectId', hex: hexOf(seed, collection, tenant.slug, 'added') }
  const inside = (version: BsonValue): BsonValue =>
    version.type === 'object' ? withTitle(version, page) : version
  const after = edited(before, {
    _id: became(id),
    createdAt: became(LATER),
    updatedAt: became(LATER),
    version: inside,
  })
  const superseded = edited(before, { latest: became({ type: 'bool', value: false }) })
  return [
    changeOf(tenant, former, 'changed', before, superseded),
    changeOf(tenant, { collection, id }, 'added', undefined, after),
  ]
}

const LATER: BsonValue = { type: 'date', millis: BigInt(Date.UTC(2025, 5, 1)) }

function copyOf(document: BsonDocument, page: PageFact, seed: number): BsonDocument {
  const again = (value: BsonValue): BsonValue => renumbered(value, seed)
  return edited(withTitle(document, page), {
    _id: became(page.id),
    slug: became(string('added')),
    blocks: again,
    layout: again,
    breadcrumbs: became({ type: 'array', items: [] }),
  })
}

function changeOf(
  { slug }: TenantFacts,
  { collection, id }: Pick<ChangeFact, 'collection' | 'id'>,
  kind: ChangeFact['kind'],
  before?: BsonDocument,
  after?: BsonDocument,
): ChangeFact {
  return { collection, id, tenant: slug, kind, ...(before && { before }), ...(after && { after }) }
}

/** Somebody has another password than before: one of the known ones. */
function changedPassword(
  { collections, options }: Platform,
  tenant: TenantFacts,
): { change: ChangeFact; person: PersonFact } {
  const person = tenant.people.find(({ isShared }) => !isShared)
  if (!person) throw new RangeError(`${tenant.slug} has no people`)
  if (options.shape === 'tenant-app') {
    const known = BCRYPT.find(({ password }) => password !== person.password)
    const document = findDocument(collections, 'user_passwords', (one) => {
      const user = one.get('user_id')
      return user !== undefined && isSame(user, person.id)
    })
    const after = edited(document, {
      password_hash: became(string(known?.hash ?? '')),
      updated_at: became(LATER),
    })
    const key = { collection: 'user_passwords', id: document.get('_id') ?? person.id }
    return {
      change: changeOf(tenant, key, 'changed', document, after),
      person: { ...person, password: known?.password ?? '' },
    }
  }
  const known = saltedPasswords().find(({ password }) => password !== person.password)
  const document = findDocument(collections, 'users', hasId(person.id))
  const after = edited(document, {
    hash: became(string(known?.hash ?? '')),
    salt: became(string(known?.salt ?? '')),
    updatedAt: became(LATER),
  })
  return {
    change: changeOf(tenant, person, 'changed', document, after),
    person: { ...person, password: known?.password ?? '', kind: known?.kind ?? person.kind },
  }
}

/** The first lead is gone, and one like it is new. */
function changedLeads({ collections, options }: Platform, tenant: TenantFacts): ChangeFact[] {
  const collection = options.shape === 'tenant-app' ? 'leads' : 'form-submissions'
  if (options.documentsPerCollection === 0) return []
  const idOf = (name: string): BsonValue => ({
    type: 'objectId',
    hex: hexOf(options.seed, collection, tenant.slug, name),
  })
  const first = findDocument(collections, collection, hasId(idOf('0')))
  const id = idOf('added')
  const after = edited(first, {
    _id: became(id),
    createdAt: became(LATER),
    created_at: became(LATER),
    submissionData: (value) => renumbered(value, options.seed),
  })
  return [
    changeOf(tenant, { collection, id: idOf('0') }, 'gone', first),
    changeOf(tenant, { collection, id }, 'added', undefined, after),
  ]
}

/** A document of a collection that nothing is known of here. */
function changedOther({ collections, options }: Platform, tenant: TenantFacts): ChangeFact {
  const isApp = options.shape === 'tenant-app'
  const collection = isApp ? 'rooms' : 'recipes'
  const hex = hexOf(options.seed, collection, tenant.slug, isApp ? '0' : 'soup')
  const id: BsonValue = { type: 'objectId', hex }
  const before = findDocument(collections, collection, hasId(id))
  const after = edited(before, { name: retold('Renamed'), title: retold('Renamed') })
  return changeOf(tenant, { collection, id }, 'changed', before, after)
}
