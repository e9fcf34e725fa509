import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import type { Locale } from '@/locales/locales'

import { type PreparedFile } from '../targets/Target'

interface Write {
  readonly collection: CollectionSlug
  readonly data: Readonly<Record<string, unknown>>
  readonly req: PayloadRequest
  readonly locale?: Locale
  readonly draft?: boolean
  readonly file?: PreparedFile | undefined
  readonly context: Readonly<Record<string, unknown>>
  readonly disableVerificationEmail?: true
}

/**
 * The Local API for a collection that is known only when it runs: its types ask for the data of one that is known when it is compiled. What
 * the data is worth, the validations of the collection say.
 */
export interface LocalApi {
  readonly create: (write: Write) => Promise<unknown>
  readonly update: (write: Write & { readonly id: string }) => Promise<unknown>
  readonly delete: (
    row: Pick<Write, 'collection' | 'req'> & { readonly id: string },
  ) => Promise<unknown>
  /** Rows as an editor of one language has them, by their ids. */
  readonly rows: (query: RowsQuery) => Promise<readonly Readonly<Record<string, unknown>>[]>
}

interface RowsQuery {
  readonly collection: CollectionSlug
  readonly ids: readonly string[]
  readonly locale: Locale
  /** The newest version of each, published or not. */
  readonly draft: boolean
  readonly req: PayloadRequest
}

export const localApi = (payload: Payload): LocalApi => ({
  create: (write) => payload.create({ ...write, ...asImporter } as never),
  // What came in may be in the trash.
  update: (write) => payload.update({ ...write, ...asImporter, trash: true } as never),
  delete: (row) => payload.delete({ ...row, ...asImporter } as never),
  rows: async ({ ids, ...query }) => {
    const { docs } = await payload.find({
      ...query,
      overrideAccess: true,
      depth: 0,
      where: { id: { in: [...ids] } },
      fallbackLocale: false,
      pagination: false,
      limit: 0,
      trash: true,
      showHiddenFields: true,
    })
    return docs.map((doc): Readonly<Record<string, unknown>> => ({ ...doc }))
  },
})

/** Whoever may run the command may write everything that it reads; in the scope of each tenant. */
const asImporter = { overrideAccess: true, depth: 0 } as const
