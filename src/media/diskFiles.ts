import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import { AtriumError } from '@/errors'

import type { StoredFiles } from './storedFiles'
import { fileAt } from './storedPath'

async function digestOf(storagePath: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(fileAt(storagePath)), hash)
  return hash.digest('hex')
}

const sizeOf = (storagePath: string): Promise<number | undefined> =>
  stat(fileAt(storagePath)).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )

/** {@link StoredFiles} on disk. */
export const diskFiles: StoredFiles = {
  has: async (storagePath) => (await sizeOf(storagePath)) !== undefined,
  same: async (one, other) => {
    const [size, otherSize] = [await sizeOf(one), await sizeOf(other)]
    if (size === undefined || size !== otherSize) return false
    return (await digestOf(one)) === (await digestOf(other))
  },
  copy: async (from, to) => {
    const target = fileAt(to)
    await mkdir(path.dirname(target), { recursive: true })
    // Written beside and renamed: nobody is ever served half a file.
    const part = `${target}.${randomUUID()}.part`
    try {
      await copyFile(fileAt(from), part, constants.COPYFILE_FICLONE)
      await rename(part, target)
    } catch (error) {
      await rm(part, { force: true })
      throw new AtriumError('STORAGE_UNAVAILABLE', { internal: String(error) })
    }
  },
  remove: (storagePath) => rm(fileAt(storagePath), { force: true }),
  close: () => undefined,
}
