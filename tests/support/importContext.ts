import type { Locale } from '@/locales/locales'
import type { TargetContext } from '@/import/targets/Target'

export const TENANT = '01920000-0000-7000-8000-00000000000a'
export const ROW = '01920000-0000-7000-8000-00000000000b'

interface ContextOptions extends Partial<Omit<TargetContext, 'find' | 'locales'>> {
  readonly locales?: readonly [Locale, ...Locale[]]
  /** Rows here, by collection and old id: `media:5f…`. */
  readonly rows?: Readonly<Record<string, string>>
}

/** An import in progress, of which the rows that have come in are given. */
export const importContext = ({
  locales = ['en'],
  rows = {},
  ...options
}: ContextOptions = {}): TargetContext => ({
  tenant: TENANT,
  id: ROW,
  existing: undefined,
  files: undefined,
  ...options,
  locales,
  find: async (collection, oldId) => rows[`${collection}:${oldId}`],
})
