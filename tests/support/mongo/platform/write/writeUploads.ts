import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { type Platform } from '../Platform'

/** Writes the folder of uploads that belongs to a platform. */
export async function writeUploads({ files }: Platform, folder: string): Promise<void> {
  for (const { bytes, path } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}
