import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { fileTypeFromBuffer } from 'file-type'

import { MEDIA_TYPES } from '@/collections/Media'
import { MAX_PIXELS } from '@/media/assertUpload'
import { env } from '@/env'
import { defuseName } from '@/leads/files/defuseName'

import { type Findings } from '../Findings'
import { type Found, textOf } from '../plainValue'
import { type PreparedFile } from '../Target'

interface Named {
  /** As the source has it: so the file lies in the folder. */
  readonly given: Found
  /** As it is to be called here. */
  readonly filename: string
  /** Folders inside of that of the uploads in which it may lie, the likeliest first. */
  readonly folders: readonly string[]
}

/**
 * The file of a document, out of one of the folders of the uploads and nowhere else: no path leads on from it, and no link. Undefined, and noted, if it is
 * not there, or is nothing that may be uploaded here.
 */
export async function readUpload(
  folder: string | undefined,
  { given, filename, folders }: Named,
  findings: Findings,
): Promise<PreparedFile | undefined> {
  const note = (reason: string): undefined => {
    findings.note(given.path, `${reason}: the row comes in without its file`)
  }
  if (folder === undefined) return note('no folder of uploads was given')
  const name = (textOf(given.value) ?? '').replace(/^.*[/\\]/s, '')
  if (name === '' || name === '.' || name === '..' || name.includes('\0'))
    return note('nothing can be called so')
  const read = await readFirst(folder, folders, name)
  if (typeof read === 'string') return note(read)
  const type = await typeOf(read, name)
  if (!type || !MEDIA_TYPES.includes(type.mime))
    return note('its content is of no kind that is taken')
  const isPixels = type.mime.startsWith('image/') && type.mime !== 'image/svg+xml'
  if (isPixels && (await pixelsOf(read)) > MAX_PIXELS) return note('it has too many pixels')
  return {
    data: read,
    mimetype: type.mime,
    name: withExtension(filename, type.extensions, given, findings),
    size: read.length,
  }
}

/** The file in the first folder that has it, or why the last has none. */
async function readFirst(
  root: string,
  folders: readonly string[],
  name: string,
): Promise<Buffer | string> {
  let reason = ''
  for (const folder of folders) {
    const read = await readInside(root, folder, name)
    if (typeof read !== 'string') return read
    reason = read
  }
  return reason
}

async function readInside(uploads: string, folder: string, name: string): Promise<Buffer | string> {
  const path = join(uploads, folder, name)
  let file
  try {
    // The folder of the uploads may be a link; nothing in it may.
    const root = join(await realpath(uploads), folder)
    const real = await realpath(path)
    if (dirname(real) !== root || basename(real) !== name) return 'it leads out of the folder'
    // A link that took its place meanwhile is not followed, and a pipe is not waited for.
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const found = await file.stat()
    if (!found.isFile()) return 'it is no file'
    if (found.size === 0) return 'it is empty'
    if (found.size > env().MAX_UPLOAD_BYTES) return 'it is too large'
    return await file.readFile()
  } catch {
    return 'it is not in the folder'
  } finally {
    await file?.close()
  }
}

interface FoundType {
  readonly mime: string
  /** The first is the usual one. */
  readonly extensions: readonly [string, ...string[]]
}

const SVG =
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*(?:<!doctype\s+svg[^>]*>\s*)?<svg[\s>]/i

/** By its content, as for any upload. SVG has no signature; it is served with a policy under which nothing in it runs. */
async function typeOf(data: Buffer, name: string): Promise<FoundType | undefined> {
  const found = await fileTypeFromBuffer(data).catch(() => undefined)
  if (found && found.mime !== 'application/xml')
    return { mime: found.mime, extensions: found.ext === 'jpg' ? ['jpg', 'jpeg'] : [found.ext] }
  const isSvg = /\.svg$/i.test(name) && SVG.test(data.subarray(0, 4096).toString('utf8'))
  return isSvg ? { mime: 'image/svg+xml', extensions: ['svg'] } : undefined
}

async function pixelsOf(data: Buffer): Promise<number> {
  const { default: sharp } = await import('sharp')
  try {
    const { width = 0, height = 0 } = await sharp(data).metadata()
    return width * height
  } catch {
    return Infinity
  }
}

function withExtension(
  filename: string,
  extensions: FoundType['extensions'],
  given: Found,
  findings: Findings,
): string {
  const own = /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase()
  if (own !== undefined && extensions.includes(own)) return filename
  const name = defuseName(own === undefined ? `${filename}.x` : filename, extensions[0])
  findings.note(given.path, `the name becomes “${name}”, by what the file is`)
  return name
}
