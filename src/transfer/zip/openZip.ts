import { buffer } from 'node:stream/consumers'

import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

import { AtriumError } from '@/errors'

/** What a ZIP may hold, whatever it says of itself: a small one can say that it holds a petabyte. */
export interface ZipLimits {
  readonly files: number
  /** Of one file, unpacked. */
  readonly bytesOf: (name: string) => number
  /** Of all files together, unpacked. */
  readonly total: number
}

/** The files of a ZIP by their names in it. Nothing is unpacked before it is asked for. */
export interface OpenZip {
  readonly names: readonly string[]
  /** @returns undefined for what is not in it. @throws AtriumError VALIDATION_FAILED for what is damaged or larger than it says. */
  readonly read: (name: string) => Promise<Buffer | undefined>
}

const refused = (message: string, internal?: unknown): AtriumError =>
  new AtriumError('VALIDATION_FAILED', {
    message,
    ...(internal === undefined ? {} : { internal: String(internal) }),
  })

/**
 * Reads the list of a ZIP in memory. Names are keys here and no paths: nothing is written by them. Those that lead out of it, absolute
 * ones and such with a backslash are refused nonetheless (yauzl), and so is a name that is there twice.
 *
 * @throws AtriumError VALIDATION_FAILED, TOO_LARGE
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<OpenZip> {
  const zip = await fromBufferPromise(Buffer.from(bytes), {
    autoClose: false,
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
  }).catch((error: unknown) => {
    throw refused('The file is no ZIP.', error)
  })
  if (zip.entryCount > limits.files)
    throw new AtriumError('TOO_LARGE', {
      message: `A ZIP may hold up to ${limits.files.toLocaleString('en')} files.`,
    })
  const entries = await listOf(zip, limits)
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name)
      if (!entry) return undefined
      return zip
        .openReadStreamPromise(entry)
        .then((stream) => buffer(stream))
        .catch((error: unknown) => {
          throw refused(`“${name}” in the ZIP is damaged.`, error)
        })
    },
  }
}

async function listOf(zip: ZipFile, { bytesOf, total }: ZipLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let size = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry
      if (fileName.endsWith('/')) continue
      if (entries.has(fileName)) throw refused(`“${fileName}” is in the ZIP twice.`)
      if (!entry.canDecodeFileData())
        throw refused(`“${fileName}” in the ZIP is encrypted, or packed in an unusual way.`)
      size += uncompressedSize
      if (uncompressedSize > bytesOf(fileName))
        throw new AtriumError('TOO_LARGE', { message: `“${fileName}” in the ZIP is too large.` })
      if (size > total)
        throw new AtriumError('TOO_LARGE', {
          message: 'The files in the ZIP are too large together.',
        })
      entries.set(fileName, entry)
    }
  } catch (error) {
    throw error instanceof AtriumError ? error : refused('The list of the ZIP is damaged.', error)
  }
  return entries
}
