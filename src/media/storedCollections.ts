/** The collections with files. */
const SLUGS = ['media', 'lead-files'] as const

/** The same storage for each of them. */
export const storedCollections = <Options>(options: Options): Record<string, Options> =>
  Object.fromEntries(SLUGS.map((slug) => [slug, options]))

export const hasStoredFiles = (slug: string): boolean => SLUGS.some((one) => one === slug)
