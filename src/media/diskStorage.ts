import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

import { cloudStoragePlugin } from '@payloadcms/plugin-cloud-storage'
import type { Adapter } from '@payloadcms/plugin-cloud-storage/types'

import { fileAt } from './storedPath'
import { removeFromDisk, writeToDisk } from './storeFile'
import { storedCollections } from './storedCollections'

const folderOf = (doc: unknown): string => {
  const value: unknown =
    typeof doc === 'object' && doc !== null ? Reflect.get(doc, 'prefix') : undefined
  return typeof value === 'string' ? value : ''
}

const mimeOf = (doc: unknown, filename: string): string => {
  if (typeof doc !== 'object' || doc === null) return 'application/octet-stream'
  const sizes: unknown = Reflect.get(doc, 'sizes')
  const versions = typeof sizes === 'object' && sizes !== null ? Object.values(sizes) : []
  const size: unknown = versions.find(
    (one: unknown) =>
      typeof one === 'object' && one !== null && Reflect.get(one, 'filename') === filename,
  )
  const mime: unknown = Reflect.get(
    typeof size === 'object' && size !== null ? size : doc,
    'mimeType',
  )
  return typeof mime === 'string' ? mime : 'application/octet-stream'
}

/** Files on disk, in one folder per tenant. Payload's own disk storage has one folder for all. */
const adapter: Adapter = ({ collection }) => ({
  name: 'disk',
  handleUpload: ({ file, storageFilePath }) => writeToDisk(storageFilePath, file.buffer),
  handleDelete: ({ storageFilePath }) => removeFromDisk(storageFilePath),
  staticHandler: async (req, { doc, headers: given, params: { filename } }) => {
    const file = fileAt(path.posix.join(folderOf(doc), filename))
    const found = await stat(file).catch(() => undefined)
    if (!found) return new Response(null, { status: 404 })
    const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`
    const headers = new Headers(given)
    headers.set('Content-Type', mimeOf(doc, filename))
    headers.set('ETag', etag)
    // The name stays when a file is replaced, so browsers ask again; most answers are then 304.
    headers.set('Cache-Control', 'public, max-age=300, must-revalidate')
    const upload = collection.upload
    if (typeof upload === 'object') upload.modifyResponseHeaders?.({ headers })
    if (req.headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers })
    headers.set('Content-Length', String(found.size))
    return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers })
  },
})

export const diskStorage = cloudStoragePlugin({
  collections: storedCollections({ adapter, prefix: '' }),
})
