import type { Config } from 'payload'

import { AtriumError } from '@/errors'

import { hasStoredFiles } from './storedCollections'

const unavailable = (error: unknown): AtriumError =>
  error instanceof AtriumError
    ? error
    : new AtriumError('STORAGE_UNAVAILABLE', { internal: String(error) })

const guarded =
  <Args extends unknown[], Result>(work: (...args: Args) => Result | Promise<Result>) =>
  async (...args: Args): Promise<Result> => {
    try {
      const result = await work(...args)
      if (result instanceof Response && result.status >= 500) throw unavailable(result.status)
      return result
    } catch (error) {
      throw unavailable(error)
    }
  }

/** Says of uploads and files that the storage is down; otherwise a refused connection passes for the database's. */
export const guardStorage = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => {
    const { slug, hooks, upload } = collection
    if (!hasStoredFiles(slug) || typeof upload !== 'object') return collection
    return {
      ...collection,
      hooks: {
        ...hooks,
        afterChange: hooks?.afterChange?.map((hook) => guarded(hook)),
        afterDelete: hooks?.afterDelete?.map((hook) => guarded(hook)),
      },
      upload: {
        ...upload,
        handlers: upload.handlers?.map((handler) => guarded(handler) as typeof handler),
      },
    }
  }),
})
