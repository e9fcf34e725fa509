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
}

export const localApi = (payload: Payload): LocalApi => ({
  create: (write) => payload.create({ ...write, ...asImporter } as never),
  update: (write) => payload.update({ ...write, ...asImporter } as never),
})

/** Whoever may run the command may write everything that it reads; in the scope of each tenant. */
const asImporter = { overrideAccess: true, depth: 0 } as const
