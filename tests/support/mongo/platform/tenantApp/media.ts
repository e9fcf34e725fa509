import { keyOf, type Notes } from '../Notes'
import { type PictureSeed } from '../pictures'
import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { tenantKeyOf } from './tenants'

/** The documents of `media` of a tenant. */
export const mediaDocuments = (
  world: World,
  tenant: TenantSeed,
  pictures: readonly PictureSeed[],
  notes: Notes,
): PlainObject[] =>
  pictures.map(({ alt, bytes, filename, height, mimeType, name, state, url, width }, index) => {
    const hex = world.id('media', tenant, name)
    const path = bytes === null ? null : `${tenant.slug}/${filename}`
    notes.file({ ...keyOf('media', hex), tenant: tenant.slug, filename, path, state, alt }, bytes)
    return {
      _id: objectId(hex),
      ...tenantKeyOf(world, tenant),
      filename,
      path: `${tenant.slug}/${filename}`,
      url: url ?? `/uploads/${tenant.slug}/${encodeURIComponent(filename)}`,
      mime_type: mimeType,
      size: bytes?.length ?? 1000,
      width,
      height,
      alt,
      created_at: at(index),
    }
  })
