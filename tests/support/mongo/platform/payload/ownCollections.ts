import { hexOf } from '../seeded'
import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { localized, stored, tenantField } from './stored'

export const tenantDocument = ({ id, options }: World, tenant: TenantSeed): PlainObject =>
  stored(id('tenants', null, tenant.slug), tenant.index, {
    name: tenant.name,
    slug: tenant.slug,
    domains: tenant.domains.map((domain) => ({
      domain,
      id: hexOf(options.seed, 'domain', domain),
    })),
    allowPublicRead: true,
  })

/** Redirects of the plugin: to a page, and to an address. */
export const redirectDocuments = (world: World, tenant: TenantSeed): PlainObject[] => [
  stored(world.id('redirects', tenant, 'page'), 1, {
    ...tenantField(world, tenant),
    from: '/old-about',
    to: {
      type: 'reference',
      reference: { relationTo: 'pages', value: objectId(world.id('pages', tenant, 'about')) },
      url: null,
    },
    type: '301',
  }),
  stored(world.id('redirects', tenant, 'url'), 2, {
    ...tenantField(world, tenant),
    from: '/shop',
    to: { type: 'custom', url: 'https://shop.example/' },
  }),
]

/** A collection of the site's own, with references of every form: one, many, to several collections, and to one another. */
export const recipeDocuments = (world: World, tenant: TenantSeed): PlainObject[] =>
  ['soup', 'bread', 'cake'].map((name, index, names) =>
    stored(world.id('recipes', tenant, name), index, {
      ...tenantField(world, tenant),
      title: localized(world, `Recipe for ${name}`, `Rezept für ${name}`),
      goesWith: objectId(world.id('recipes', tenant, names[(index + 1) % names.length] ?? name)),
      pictures: ['front', 'garden'].map((picture) => objectId(world.id('media', tenant, picture))),
      related: [
        { relationTo: 'pages', value: objectId(world.id('pages', tenant, 'home')) },
        { relationTo: 'users', value: objectId(world.id('users', tenant, 'owner')) },
      ],
      steps: localized(
        world,
        ['Cut', 'Cook'].map((text) => ({
          text,
          id: hexOf(world.options.seed, 'step', tenant.slug, name, text),
        })),
      ),
      place: [9.99, 53.55],
      facts: { minutes: 20 * index, vegan: index > 0 },
    }),
  )

/** The globals of a site, all in one collection. */
export const globalDocuments = (world: World, tenant: TenantSeed): PlainObject[] => [
  ...menus(world, tenant),
  stored(world.id('globals', null, 'settings'), 3, {
    globalType: 'settings',
    siteName: tenant.name,
    tagline: localized(world, 'By the water', 'Am Wasser'),
    logo: objectId(world.id('media', tenant, 'front')),
    analytics: { provider: 'none' },
  }),
  // Nothing here is called like it.
  stored(world.id('globals', null, 'seasons'), 4, {
    globalType: 'seasons',
    summer: { from: 'May', until: 'September' },
  }),
]

const menus = (world: World, tenant: TenantSeed): PlainObject[] =>
  ['header', 'footer'].map((globalType, index) =>
    stored(world.id('globals', null, globalType), index, {
      globalType,
      navItems: [
        {
          link: {
            type: 'reference',
            label: 'About',
            reference: { relationTo: 'pages', value: objectId(world.id('pages', tenant, 'about')) },
          },
          id: hexOf(world.options.seed, 'nav', globalType),
        },
      ],
    }),
  )

export const globalVersionDocuments = (world: World, tenant: TenantSeed): PlainObject[] =>
  globalDocuments(world, tenant).flatMap(({ _id, __v, ...version }) =>
    version['globalType'] === 'header'
      ? [
          {
            _id: objectId(world.id('_header_versions', null, 'newest')),
            version,
            latest: true,
            createdAt: at(5),
            updatedAt: at(6),
            __v,
          },
        ]
      : [],
  )

/** What people set in the admin, who has what open, and which migrations ran. */
export const preferenceDocuments = (world: World, tenant: TenantSeed): PlainObject[] =>
  ['nav', 'pages-list'].map((key, index) =>
    stored(world.id('payload-preferences', tenant, key), index, {
      user: { relationTo: 'users', value: objectId(world.id('users', tenant, 'owner')) },
      key,
      value: key === 'nav' ? { open: true, groups: {} } : { limit: 25, sort: '-title' },
    }),
  )

export const lockDocuments = (world: World, tenant: TenantSeed): PlainObject[] => [
  stored(world.id('payload-locked-documents', tenant, 'home'), 1, {
    document: { relationTo: 'pages', value: objectId(world.id('pages', tenant, 'home')) },
    globalSlug: null,
    user: { relationTo: 'users', value: objectId(world.id('users', tenant, 'owner')) },
  }),
]

export const migrationDocuments = ({ id }: World): PlainObject[] => [
  stored(id('payload-migrations', null, 'first'), 0, { name: '20240115_090000_first', batch: 1 }),
  stored(id('payload-migrations', null, 'dev'), 1, { name: 'dev', batch: -1 }),
]
