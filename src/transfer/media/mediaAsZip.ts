import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'

import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'
import { openStoredFile } from '@/media/loadStoredFile'

import { zipStream, type ZipPart } from '../zip/zipStream'
import { mediaAsJson, type MediaExport } from './exportMedia'
import type { MediaContent } from './loadMedia'
import { MAX_UNPACKED, nameInZip, TEXTS } from './mediaZip'

interface ZipExport extends MediaExport {
  readonly tenant: string
  readonly bytes: number
}

/**
 * What is said of media, and their files as they were uploaded; sizes are made anew where they are imported. A file that the storage
 * has lost is not in it.
 *
 * @throws AtriumError TOO_LARGE
 */
export function mediaAsZip(given: ZipExport): ReadableStream<Uint8Array> {
  if (given.bytes > MAX_UNPACKED)
    throw new AtriumError('TOO_LARGE', { message: 'A ZIP has files of up to 1 GB together.' })
  return zipStream(partsOf(given))
}

async function* partsOf(given: ZipExport): AsyncGenerator<ZipPart> {
  const listed: Pick<MediaContent, 'id' | 'filename'>[] = []
  const texts = mediaAsJson(given, ({ id, filename }) => listed.push({ id, filename }))
  yield { name: TEXTS, stream: Readable.fromWeb(texts as NodeStream), compress: true }
  for (const medium of listed) {
    const body = await openFile(given, medium)
    if (body)
      yield {
        name: nameInZip(medium.filename),
        stream: Readable.fromWeb(body as NodeStream),
        compress: false,
      }
  }
}

/** Read after the handler has answered, so the scope is entered for each. */
async function openFile(
  { req, scope, tenant }: ZipExport,
  medium: Pick<MediaContent, 'id' | 'filename'>,
): Promise<ReadableStream<Uint8Array> | null> {
  const { config } = req.payload.collections.media
  const doc = { ...medium, prefix: tenant }
  try {
    return (await withScope(scope, () => openStoredFile(req, config, doc))).body
  } catch (error) {
    if (error instanceof AtriumError && error.code === 'CONFLICT') return null
    throw error
  }
}
