import { type Dialect } from '../pages/Dialect'
import { hexOf } from '../seeded'
import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { type TenantSeed, type World } from '../World'
import { HOSTILE_NODES, internalLink, lexical } from './lexical'

/** Blocks as Payload stores them: `blockType` and an `id`, which is a text; an `id` for each row; references as ObjectIds. */
export function payloadDialect({ id, options }: World, tenant: TenantSeed, page: string): Dialect {
  let count = 0
  const rowId = (): string => {
    count += 1
    return hexOf(options.seed, 'row', tenant.slug, page, count)
  }
  const pageOf = (name: string): PlainObject['x'] => objectId(id('pages', tenant, name))
  // That of the website template, which many sites began with; the other one is as here.
  const isTemplate = options.shape === 'payload-single'
  return {
    richText: (...paragraphs) =>
      lexical(paragraphs, [
        internalLink('The start', id('pages', tenant, 'home')),
        ...(options.faults ? HOSTILE_NODES : []),
      ]),
    block: (type, fields) => ({ ...fields, id: rowId(), blockName: null, blockType: type }),
    rows: (...rows) => rows.map((row) => ({ ...row, id: rowId() })),
    linkToPage: (label, name) => ({
      link: isTemplate
        ? {
            type: 'reference',
            newTab: null,
            reference: { relationTo: 'pages', value: pageOf(name) },
            url: null,
            label,
          }
        : { type: 'page', label, page: pageOf(name), newTab: false },
    }),
    linkToUrl: (label, url) => ({
      link: { type: isTemplate ? 'custom' : 'url', newTab: true, url, label },
    }),
    page: pageOf,
    picture: (name) => objectId(id('media', tenant, name)),
    form: (name) => objectId(id('forms', tenant, name)),
  }
}
