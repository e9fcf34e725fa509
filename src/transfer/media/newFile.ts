import path from 'node:path'

import { fileTypeFromBuffer } from 'file-type'
import type { PayloadRequest } from 'payload'

import { assertUpload } from '@/media/assertUpload'

import { reasonOf } from '../reasonOf'
import type { OpenZip } from '../zip/openZip'
import { nameInZip } from './mediaZip'

type UploadedFile = NonNullable<PayloadRequest['file']>

/** A file of a ZIP as if it had been uploaded: what it is says its content. @returns undefined for what is not in it. */
export async function newFile(files: OpenZip, name: string): Promise<UploadedFile | undefined> {
  const data = await files.read(nameInZip(name))
  if (!data) return undefined
  const found = await fileTypeFromBuffer(data).catch(() => undefined)
  // Text has no signature. Payload looks into what is called an SVG.
  const isSvg = /\.svg$/i.test(name) && (!found || found.mime === 'application/xml')
  const mimetype = isSvg ? 'image/svg+xml' : (found?.mime ?? 'application/octet-stream')
  return { data, mimetype, name, size: data.length }
}

/** What is wrong with a file of a ZIP, without storing it. */
export async function fileProblem(
  { payload }: PayloadRequest,
  files: OpenZip | undefined,
  name: string | undefined,
): Promise<string | undefined> {
  if (!files) return 'There is no such file here. Upload it first, or import a ZIP with files.'
  if (name === undefined)
    return 'There is no such file here, and no name under which it is in the ZIP.'
  if (name !== path.basename(name) || /^\.|[\\/]/.test(name)) return 'This is no name for a file.'
  try {
    const file = await newFile(files, name)
    if (!file) return `There is no such file here, and no “${nameInZip(name)}” in the ZIP.`
    const { mimeTypes = [] } = payload.collections.media.config.upload
    if (!mimeTypes.includes(file.mimetype)) return 'This kind of file is not accepted.'
    await assertUpload(file)
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}
