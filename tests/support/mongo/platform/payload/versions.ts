import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'

/** The versions of a page: an old one, an autosaved draft, and the newest, which alone says that it is. */
export const versionDocuments = (
  world: World,
  tenant: TenantSeed,
  page: PlainObject,
): PlainObject[] => {
  const { _id, __v, ...fields } = page
  const version = (name: string, minutes: number, more: PlainObject): PlainObject => ({
    _id: objectId(world.id('_pages_versions', tenant, `${name}-${String(page['slug'])}`)),
    parent: _id,
    createdAt: at(minutes),
    updatedAt: at(minutes + 1),
    ...more,
    __v,
  })
  return [
    version('old', 1, { version: { ...fields, slug: `old-${String(page['slug'])}` } }),
    version('autosaved', 20, { autosave: true, version: { ...fields, _status: 'draft' } }),
    version('newest', 30, { latest: true, autosave: false, version: fields }),
  ]
}
