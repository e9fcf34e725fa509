import { keyOf, type Notes } from '../Notes'
import { authoredPages } from '../pages/authoredPages'
import { type PageSeed } from '../pages/PageSeed'
import { pathOf } from '../pages/pathOf'
import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { htmlDialect } from './htmlDialect'
import { tenantKeyOf } from './tenants'

/** The pages that a tenant has written out. */
export function pageDocuments(world: World, tenant: TenantSeed, notes: Notes): PlainObject[] {
  const pages = authoredPages(tenant)
  return pages.map((page, index) => {
    notePage(page, pathOf(page, pages), world, tenant, notes)
    return pageDocument(page, index, world, tenant)
  })
}

const pageDocument = (
  page: PageSeed,
  index: number,
  world: World,
  tenant: TenantSeed,
): PlainObject => ({
  _id: objectId(world.id('pages', tenant, page.name)),
  ...tenantKeyOf(world, tenant),
  title: page.title,
  slug: page.slug,
  parent_id: page.parent === undefined ? null : objectId(world.id('pages', tenant, page.parent)),
  status: page.isDraft ? 'draft' : 'published',
  blocks: page.blocks(htmlDialect(world, tenant)),
  seo: { title: `${page.title} | ${tenant.name}`, description: 'A page of the old system.' },
  author_id: objectId(world.id('users', tenant, 'author')),
  published_at: page.isDraft ? null : at(index),
  created_at: at(index),
  updated_at: at(index + 30),
})

function notePage(
  page: PageSeed,
  path: string,
  world: World,
  tenant: TenantSeed,
  notes: Notes,
): void {
  notes.pages.push({
    ...keyOf('pages', world.id('pages', tenant, page.name)),
    tenant: tenant.slug,
    title: page.title,
    path,
    isPublished: !page.isDraft,
    texts: page.texts,
  })
  for (const type of page.unknownBlocks ?? []) notes.countUnknownBlock(type)
}

const LEVELS = 4

/** One of the pages of which there may be a million: `page-3` is below `page-2`, down to the fourth level. */
export function plainPage(world: World, tenant: TenantSeed, index: number): PlainObject {
  const parent = index % LEVELS === 0 ? undefined : `page-${index - 1}`
  return {
    _id: objectId(world.id('pages', tenant, `page-${index}`)),
    ...tenantKeyOf(world, tenant),
    title: `Page ${index} of ${tenant.name}`,
    slug: `page-${index}`,
    parent_id: parent === undefined ? null : objectId(world.id('pages', tenant, parent)),
    status: 'published',
    blocks: [
      {
        [world.options.blockKey]: 'richText',
        id: 'b1',
        content: `<p>Text ${index} of ${tenant.slug}</p>`,
        variant: 'column',
      },
    ],
    created_at: at(index),
    updated_at: at(index),
  }
}

/** What is noted of the first of them. */
export function notePlainPages(world: World, tenant: TenantSeed, notes: Notes): void {
  for (let index = 0; index < Math.min(NOTED, world.options.documentsPerCollection); index += 1) {
    const trail = Array.from({ length: (index % LEVELS) + 1 }, (_, level) => index - level)
    notes.pages.push({
      ...keyOf('pages', world.id('pages', tenant, `page-${index}`)),
      tenant: tenant.slug,
      title: `Page ${index} of ${tenant.name}`,
      path: trail
        .reverse()
        .map((number) => `/page-${number}`)
        .join(''),
      isPublished: true,
      texts: [`Text ${index} of ${tenant.slug}`],
    })
  }
}

const NOTED = 20
