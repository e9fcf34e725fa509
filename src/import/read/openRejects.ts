import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'

import { readJsonStream } from './readJsonStream'
import { namesIn, UNKNOWN } from './readRejectsStream'
import { type Source, type SourceCollection, type SourceStream } from './Source'
import { SourceError } from './SourceError'

/**
 * Looks at a reject file, mended or not, as a source of its own. All of it is read once: only its lines say which collections are in it.
 *
 * @throws SourceError when it is not there, or there is no document in it
 */
export async function openRejects(path: string): Promise<Source> {
  const root = resolve(path)
  const size = await sizeOf(root)
  const found = new Map<string, SourceCollection>()
  const bare = { file: basename(root), path: root, format: 'rejects', gzip: false, size } as const
  const stream: SourceStream = { ...bare, collections: [UNKNOWN] }
  let hasUnknown = false
  for await (const item of readJsonStream(stream, UNKNOWN, {})) {
    const names = item.kind === 'document' ? namesIn(item.document) : undefined
    hasUnknown ||= names === undefined
    const key = JSON.stringify(names)
    if (names && !found.has(key))
      found.set(key, { ...UNKNOWN, ...names, format: 'rejects', path: root, size })
  }
  const collections = [...found.values(), ...(hasUnknown ? [UNKNOWN] : [])]
  if (collections.length === 0)
    throw new SourceError('unknown-format', root, 0, 'there are no rejected documents in it')
  return {
    root,
    layout: 'rejects',
    streams: [{ ...bare, collections }],
    collections,
    skipped: [],
    notes: [],
    serverVersion: undefined,
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read'
    throw new SourceError('unreadable', path, 0, reason, { cause: error })
  }
}
