import { keyOf, type Notes } from '../Notes'
import { type PictureSeed } from '../pictures'
import { type PlainObject } from '../toBson'
import { type TenantSeed, type World } from '../World'
import { stored, tenantField } from './stored'

/** The documents of `media` of a tenant. All files are in one folder, so Payload counts names that are there already. */
export const mediaDocuments = (
  world: World,
  tenant: TenantSeed,
  pictures: readonly PictureSeed[],
  notes: Notes,
): PlainObject[] =>
  pictures.map((picture, index) => {
    const { alt, bytes, height, mimeType, name, state, width } = picture
    const hex = world.id('media', tenant, name)
    const filename = counted(picture.filename, tenant.index)
    const path = bytes === null ? null : filename
    notes.file({ ...keyOf('media', hex), tenant: tenant.slug, filename, path, state, alt }, bytes)
    return stored(hex, index, {
      ...tenantField(world, tenant),
      alt,
      caption: null,
      filename,
      mimeType,
      filesize: bytes?.length ?? 1000,
      width,
      height,
      focalX: 50,
      focalY: 25,
      url: picture.url ?? `/api/media/file/${encodeURIComponent(filename)}`,
      thumbnailURL: null,
      sizes: {
        thumbnail: {
          url: null,
          width: null,
          height: null,
          mimeType: null,
          filesize: null,
          filename: null,
        },
        card: {
          url: `/api/media/file/card-${encodeURIComponent(filename)}`,
          width: 16,
          height: 16,
          mimeType,
          filesize: 99,
          filename: `card-${filename}`,
        },
      },
    })
  })

const counted = (filename: string, index: number): string =>
  index === 0 ? filename : filename.replace(/(\.\w+)$/, `-${index}$1`)
