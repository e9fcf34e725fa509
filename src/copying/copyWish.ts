import { z } from 'zod'

/**
 * What one call copies at most, so that it is answered while somebody waits. A page takes a tenth of a second, and as long as the
 * transaction lasts, no other address changes in the target (src/db/sql/functions/atrium_page_path.sql).
 */
export const MAX_PAGES = 100
export const MAX_MEDIA = 500
export const MAX_BYTES = 1_073_741_824

/** What `POST /api/pages/copy` takes. */
export const copyWish = z.object({
  pages: z.array(z.guid().toLowerCase()).min(1).max(MAX_PAGES),
  /** The space that gets the copies. */
  to: z.guid().toLowerCase(),
  /** Without media, what shows them is empty in the copy. */
  withMedia: z.boolean().default(true),
  /** The pages below as well, all the way down. */
  withChildren: z.boolean().default(false),
  /** Says what would be, and does nothing. */
  dryRun: z.boolean().default(false),
})

export type CopyWish = z.infer<typeof copyWish>
