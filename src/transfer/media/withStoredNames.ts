import type { PayloadRequest } from 'payload'

import { removeStoredFile } from '@/media/storeFile'

/** The names of files that this request has stored so far, see noteStoredFiles.ts. */
export const storedNamesOf = ({ context }: PayloadRequest): string[] =>
  Array.isArray(context.storedNames) ? (context.storedNames as string[]) : []

/** Runs `work`, and removes the files of the media that it has made when it fails: no rollback reaches them. */
export async function withStoredNames<T>(
  req: PayloadRequest,
  tenant: string,
  work: () => Promise<T>,
): Promise<T> {
  req.context.storedNames = []
  try {
    return await work()
  } catch (error) {
    await removeStored(req, tenant, storedNamesOf(req))
    throw error
  }
}

/** Removes files of documents that were rolled back. */
export async function removeStored(
  { payload }: PayloadRequest,
  tenant: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names)
    await removeStoredFile(`${tenant}/${name}`).catch((err: unknown) => {
      payload.logger.error({ err, name, msg: 'A file of a failed import is left behind' })
    })
}
