import { z } from 'zod'

import { withPlatformClient } from '@/db/withPlatformClient'

import { defineTask } from '../defineTask'
import { eraseOldLeadsOf } from './eraseOldLeadsOf'

const HOUR = 60 * 60_000

/** Once a day: queues a job in each space that has leads whose time is over. What is erased, each space sees only for itself. */
export const eraseOldLeads = defineTask({
  slug: 'eraseOldLeads',
  label: 'Look for leads to erase',
  runsAs: 'platform',
  retries: { attempts: 5, overMs: HOUR },
  everyMs: 24 * HOUR,
  input: z.object({}),
  handler: async ({ req: { payload } }) => {
    await withPlatformClient(payload, 'which spaces have leads to erase', (client) =>
      client.query(
        `insert into payload_jobs (id, task_slug, title, input, tenant_id)
         select gen_random_uuid(), $1::text, $2, '{}', f.tenant_id from forms f
         where f.retention_days is not null and exists (
           select from form_submissions s
           where s.tenant_id = f.tenant_id and s.form_id = f.id
             and s.created_at < now() - f.retention_days * interval '1 day'
         ) and not exists (
           select from payload_jobs j
           where j.task_slug = $1::text and j.tenant_id = f.tenant_id and j.state in ('waiting', 'running')
         )
         group by f.tenant_id`,
        [eraseOldLeadsOf.slug, eraseOldLeadsOf.label],
      ),
    )
  },
})
