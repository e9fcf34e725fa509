import { z } from 'zod'

import { removeStrays } from '@/leads/files/removeStrays'
import { STORED_NAME } from '@/leads/files/storedLeadFile'

import { defineTask } from '../defineTask'

const DAY = 24 * 60 * 60_000

/** Removes files from the storage that belong to no lead any more, or never came to. A second run finds nothing to remove. */
export const removeStrayFiles = defineTask({
  slug: 'removeStrayFiles',
  label: 'Remove files without a lead',
  runsAs: 'tenant',
  retries: { attempts: 12, overMs: 7 * DAY },
  input: z.object({ files: z.array(z.string().regex(STORED_NAME)) }),
  handler: async ({ input: { files }, req, tenant }) => {
    if (tenant !== null) await removeStrays(req, tenant, files)
  },
})
