import { keyOf, type Notes } from '../Notes'
import { authoredPages } from '../pages/authoredPages'
import { type PageSeed } from '../pages/PageSeed'
import { pathOf } from '../pages/pathOf'
import { hexOf } from '../seeded'
import { type Plain, type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { payloadDialect } from './payloadDialect'
import { localized, stored, tenantField } from './stored'

/** The pages that a tenant has written out. */
export function pageDocuments(world: World, tenant: TenantSeed, notes: Notes): PlainObject[] {
  const pages = authoredPages(tenant)
  return pages.map((page, index) => {
    notePage(page, pathOf(page, pages), world, tenant, notes)
    return pageDocument(world, tenant, page, pages, index)
  })
}

function pageDocument(
  world: World,
  tenant: TenantSeed,
  page: PageSeed,
  pages: readonly PageSeed[],
  index: number,
): PlainObject {
  const to = payloadDialect(world, tenant, page.name)
  const blocks = page.blocks(to)
  const german =
    page.german === undefined
      ? undefined
      : [
          to.block('richText', {
            content: to.richText(germanText(page.german)),
            variant: 'column',
            tone: 'plain',
          }),
        ]
  return stored(world.id('pages', tenant, page.name), index, {
    ...tenantField(world, tenant),
    title: localized(world, page.title, page.german),
    slug: page.slug,
    layout: localized(world, blocks, german),
    meta: {
      title: localized(world, `${page.title} | ${tenant.name}`),
      description: localized(world, 'A page of the old site.'),
      image: objectId(world.id('media', tenant, 'front')),
    },
    ...(page.parent !== undefined && { parent: objectId(world.id('pages', tenant, page.parent)) }),
    breadcrumbs: breadcrumbsOf(world, tenant, page, pages),
    publishedAt: page.isDraft ? null : at(index),
    _status: page.isDraft ? 'draft' : 'published',
    deletedAt: null,
  })
}

const germanText = (title: string): string => `${title}, auf Deutsch.`

/** As the nested-docs plugin keeps them. */
const breadcrumbsOf = (
  world: World,
  tenant: TenantSeed,
  page: PageSeed,
  pages: readonly PageSeed[],
): Plain =>
  pages
    .filter(({ name }) => name === page.name || name === page.parent)
    .sort((a) => (a.name === page.name ? 1 : -1))
    .map((crumb) => ({
      doc: objectId(world.id('pages', tenant, crumb.name)),
      url: pathOf(crumb, pages),
      label: crumb.title,
      id: hexOf(world.options.seed, 'crumb', tenant.slug, page.name, crumb.name),
    }))

function notePage(
  page: PageSeed,
  path: string,
  world: World,
  tenant: TenantSeed,
  notes: Notes,
): void {
  const { german } = page
  notes.pages.push({
    ...keyOf('pages', world.id('pages', tenant, page.name)),
    tenant: tenant.slug,
    title: page.title,
    path,
    isPublished: !page.isDraft,
    texts: page.texts,
    ...(german !== undefined &&
      world.options.shape !== 'payload-single' && {
        german: { title: german, texts: [germanText(german)] },
      }),
  })
  for (const type of page.unknownBlocks ?? []) notes.countUnknownBlock(type)
}

/** One of the pages of which there may be a million. */
export function plainPage(world: World, tenant: TenantSeed, index: number): PlainObject {
  const to = payloadDialect(world, tenant, `page-${index}`)
  const block = to.block('richText', {
    content: to.richText(`Text ${index} of ${tenant.slug}`),
    variant: 'column',
    tone: 'plain',
  })
  return stored(world.id('pages', tenant, `page-${index}`), index, {
    ...tenantField(world, tenant),
    title: localized(world, `Page ${index} of ${tenant.name}`),
    slug: `page-${index}`,
    layout: localized(world, [block]),
    _status: 'published',
  })
}

const NOTED = 20

/** What is noted of the first of them. */
export function notePlainPages(world: World, tenant: TenantSeed, notes: Notes): void {
  for (let index = 0; index < Math.min(NOTED, world.options.documentsPerCollection); index += 1)
    notes.pages.push({
      ...keyOf('pages', world.id('pages', tenant, `page-${index}`)),
      tenant: tenant.slug,
      title: `Page ${index} of ${tenant.name}`,
      path: `/page-${index}`,
      isPublished: true,
      texts: [`Text ${index} of ${tenant.slug}`],
    })
}
