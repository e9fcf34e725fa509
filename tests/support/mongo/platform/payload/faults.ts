import { FaultBuilder, type Faulty } from '../FaultBuilder'
import { keyOf, type Notes } from '../Notes'
import { type Plain, type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, neighbourOf, type TenantSeed, type World } from '../World'
import { payloadDialect } from './payloadDialect'
import { localized, tenantField } from './stored'

/** All that is wrong in a tenant: what Payload lets happen, and what scripts write past it. */
export function faultyDocuments(world: World, tenant: TenantSeed, notes: Notes): Faulty {
  const builder = new FaultBuilder(world, tenant, tenantField(world, tenant), notes)
  faultyPages(builder)
  faultyReferences(builder)
  faultyUsers(builder)
  trashedPage(builder, notes)
  return builder.documents
}

const TIMES = { createdAt: at(50), updatedAt: at(51), __v: 0 } as const

function pageFields({ tenant, world }: FaultBuilder, name: string): PlainObject {
  const to = payloadDialect(
    { ...world, options: { ...world.options, faults: false } },
    tenant,
    name,
  )
  const block = to.block('richText', {
    content: to.richText(`The page ${name}`),
    variant: 'column',
  })
  return {
    title: localized(world, `Wrong ${name}`),
    slug: `wrong-${name}`,
    layout: localized(world, [block]),
    _status: 'published',
    ...TIMES,
  }
}

function faultyPages(builder: FaultBuilder): void {
  const page = (name: string, fields: PlainObject): void =>
    builder.add('pages', name, { ...pageFields(builder, name), ...fields })
  page('same-slug', { slug: 'about' })
  builder.fault(['pages', 'same-slug'], 'duplicate-slug', 'slug', 'about')
  // A draft need not have one.
  page('no-title', { title: undefined, _status: 'draft' })
  builder.fault(['pages', 'no-title'], 'missing-field', 'title')
  page('no-slug', { slug: undefined, _status: 'draft' })
  builder.fault(['pages', 'no-slug'], 'missing-field', 'slug')
  page('own-parent', { parent: builder.id('pages', 'own-parent') })
  builder.fault(['pages', 'own-parent'], 'parent-cycle', 'parent', 'own-parent')
  page('null-block', { layout: localized(builder.world, [null, { blockType: 'richText' }]) })
  builder.fault(['pages', 'null-block'], 'wrong-type', 'layout')
}

function faultyReferences(builder: FaultBuilder): void {
  const { tenant, world } = builder
  const other = neighbourOf(world, tenant)
  const kind = other === tenant ? 'dangling' : 'foreign'
  const away = (collection: string, name: string): Plain =>
    kind === 'foreign' ? builder.id(collection, name, other) : builder.id(collection, 'elsewhere')
  const [picture, page, lost] = [
    away('media', 'garden'),
    away('pages', 'about'),
    builder.id('media', 'nothing'),
  ]
  const blocks = [
    { image: picture, size: 'wide', id: 'b1', blockType: 'image' },
    { image: lost, size: 'wide', id: 'b2', blockType: 'image' },
  ]
  const field = world.options.shape === 'payload-single' ? 'layout' : 'layout.en'
  builder.add('pages', 'thief', {
    ...pageFields(builder, 'thief'),
    slug: 'thief',
    parent: page,
    layout: localized(world, blocks),
  })
  builder.reference(['pages', 'thief'], kind, 'parent', ['pages', page])
  builder.reference(['pages', 'thief'], kind, `${field}[0].image`, ['media', picture])
  builder.reference(['pages', 'thief'], 'dangling', `${field}[1].image`, ['media', lost])
  const form = builder.id('forms', 'nothing')
  builder.add('form-submissions', 'no-form', { form, submissionData: [], ...TIMES })
  builder.reference(['form-submissions', 'no-form'], 'dangling', 'form', ['forms', form])
  builder.add('redirects', 'lost', {
    from: '/lost',
    to: {
      type: 'reference',
      reference: { relationTo: 'pages', value: builder.id('pages', 'nobody') },
    },
    ...TIMES,
  })
  builder.reference(['redirects', 'lost'], 'dangling', 'to.reference', [
    'pages',
    builder.id('pages', 'nobody'),
  ])
}

/** Somebody who was invited and has no password, and somebody whose hash is of another system. */
function faultyUsers(builder: FaultBuilder): void {
  const user = (name: string, fields: PlainObject): void =>
    builder.add('users', name, {
      tenant: undefined,
      email: `${name}@${builder.tenant.slug}.example`,
      roles: ['user'],
      ...fields,
      ...TIMES,
    })
  user('invited', {})
  user('other-hash', { salt: 'abc', hash: '$2b$10$notpbkdf2' })
  builder.fault(['users', 'other-hash'], 'unknown-hash', 'hash')
}

/** In the trash: it was published, and nobody may see it. */
function trashedPage(builder: FaultBuilder, { pages }: Notes): void {
  builder.add('pages', 'trashed', {
    ...pageFields(builder, 'trashed'),
    slug: 'trashed',
    deletedAt: at(99),
  })
  const { tenant, world } = builder
  pages.push({
    ...keyOf('pages', world.id('pages', tenant, 'trashed')),
    tenant: tenant.slug,
    title: 'Wrong trashed',
    path: '/trashed',
    isPublished: false,
    texts: ['The page trashed'],
  })
}

/** Pages that were there before the site had tenants, and one of a tenant that was deleted. */
export const nobodysPages = (world: World, { faults }: Notes): PlainObject[] =>
  (
    [
      ['no-tenant', undefined, 'no-tenant'],
      ['null-tenant', null, 'no-tenant'],
      ['unknown-tenant', objectId('f'.repeat(24)), 'unknown-tenant'],
    ] as const
  ).map(([name, tenant, fault]) => {
    const hex = world.id('pages', null, name)
    faults.push({ ...keyOf('pages', hex), tenant: null, fault, field: 'tenant' })
    return {
      _id: objectId(hex),
      tenant,
      title: localized(world, `Of nobody: ${name}`),
      slug: name,
      _status: 'published',
      ...TIMES,
    }
  })
