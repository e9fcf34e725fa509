import path from 'node:path'

import { env } from '@/env'

/** @throws Error when a stored path would leave the media folder. */
export function fileAt(storagePath: string): string {
  const root = path.resolve(env().MEDIA_DIR)
  const file = path.resolve(root, storagePath)
  if (!file.startsWith(root + path.sep)) throw new Error('A media path leaves the media folder')
  return file
}
