import { keyOf, type Notes } from '../Notes'
import { Bson, type Plain, type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { localized } from './stored'

/** Later than every page of a platform was changed. */
const AFTERWARDS = 500

/**
 * The versions of a page: an old one, an autosaved draft, and the one of which the page is. Of every third page somebody has begun a new draft since:
 * then that is the newest, which alone says so.
 */
export function versionDocuments(
  world: World,
  tenant: TenantSeed,
  page: PlainObject,
  index: number,
  notes: Notes,
): PlainObject[] {
  const { _id, __v, ...fields } = page
  const slug = String(page['slug'])
  const name = (title: string): PlainObject['x'] => localized(world, `${title} ${slug}`)
  const version = (
    kind: string,
    minutes: number,
    version: PlainObject,
    more: PlainObject = {},
  ): PlainObject => {
    const hex = world.id('_pages_versions', tenant, `${kind}-${slug}`)
    const updatedAt = at(minutes + 1)
    const title = version['title']
    notes.versions.push({
      ...keyOf('_pages_versions', hex),
      tenant: tenant.slug,
      page: hexIn(_id),
      title: String(title instanceof Object && 'en' in title ? title['en'] : title),
      isDraft: version['_status'] === 'draft',
      isLatest: more['latest'] === true,
      updatedAt,
    })
    return {
      _id: objectId(hex),
      parent: _id,
      createdAt: at(minutes),
      updatedAt,
      ...more,
      version,
      __v,
    }
  }
  const isRewritten = index % 3 === 0
  const latest = { latest: true, autosave: false }
  return [
    version('old', 1, {
      ...fields,
      title: name('The first'),
      slug: `old-${slug}`,
      updatedAt: at(1),
    }),
    version(
      'autosaved',
      20,
      { ...fields, _status: 'draft', updatedAt: at(20) },
      { autosave: true },
    ),
    // The page is written a moment before its version.
    version('newest', index + 30, fields, isRewritten ? {} : latest),
    ...(isRewritten
      ? [
          version(
            'rewritten',
            AFTERWARDS,
            { ...fields, title: name('Not yet'), _status: 'draft', updatedAt: at(AFTERWARDS) },
            latest,
          ),
        ]
      : []),
  ]
}

const hexIn = (id: Plain): string =>
  id instanceof Bson && id.value.type === 'objectId' ? id.value.hex : ''

/** A version of a page that somebody deleted past Payload. */
export function orphanedVersion(
  world: World,
  tenant: TenantSeed,
  page: PlainObject,
  notes: Notes,
): PlainObject {
  const { _id, __v, ...version } = page
  const hex = world.id('_pages_versions', tenant, 'orphan')
  notes.versions.push({
    ...keyOf('_pages_versions', hex),
    tenant: tenant.slug,
    page: null,
    title: '',
    isDraft: false,
    isLatest: true,
    updatedAt: at(4),
  })
  return {
    _id: objectId(hex),
    parent: objectId(world.id('pages', tenant, 'deleted long ago')),
    createdAt: at(3),
    updatedAt: at(4),
    latest: true,
    version,
    __v,
  }
}
