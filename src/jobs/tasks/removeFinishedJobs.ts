import { z } from 'zod'

import { withPlatformClient } from '@/db/withPlatformClient'
import { env } from '@/env'

import { defineTask } from '../defineTask'

const HOUR = 60 * 60_000
/** So that one statement never holds many rows; what is left waits for the next hour. */
const AT_ONCE = 10_000

/** Removes jobs that are done, or failed, since JOBS_KEEP_DAYS. */
export const removeFinishedJobs = defineTask({
  slug: 'removeFinishedJobs',
  label: 'Remove old jobs',
  runsAs: 'platform',
  retries: { attempts: 3, overMs: HOUR / 2 },
  everyMs: HOUR,
  input: z.object({}),
  handler: async ({ req: { payload } }) => {
    await withPlatformClient(payload, 'remove old jobs', (client) =>
      client.query(
        `delete from payload_jobs where id in (
           select id from payload_jobs where state in ('done', 'failed') and updated_at < now() - $1 * interval '1 day' limit $2
         )`,
        [env().JOBS_KEEP_DAYS, AT_ONCE],
      ),
    )
  },
})
