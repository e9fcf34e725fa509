import { z } from 'zod'

import { platform } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { deliver } from '@/mail/emailAdapter'
import { letter } from '@/mail/letter'
import type { User } from '@/payload-types'
import { siteOrigin } from '@/tenancy/host'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

import { defineTask } from '../defineTask'

const DAY = 24 * 60 * 60_000

/** Tells the person who scheduled it that something was not published, and why. */
export const mailFailedPublish = defineTask({
  slug: 'mailFailedPublish',
  label: 'Tell that something was not published',
  runsAs: 'tenant',
  retries: { attempts: 8, overMs: DAY },
  input: z.object({
    job: z.uuid(),
    title: z.string(),
    person: z.uuid().nullable(),
    reason: z.string(),
  }),
  handler: async ({ input: { job, title, person, reason }, req: { payload }, tenant }) => {
    const [space] = await loadTenantSummaries(payload, tenant === null ? [] : [tenant])
    if (!space || person === null) return
    // Somebody whose membership ended is not visible in the space any more, and is told all the same: they count on it.
    const account = await withScope(
      platform({ actor: 'system', reason: 'whom to tell of a failed job' }),
      () => payload.db.findOne<User>({ collection: 'users', where: { id: { equals: person } } }),
    )
    if (!account || account.isActive === false) return
    await deliver(payload, {
      to: account.email,
      subject: `Not done: ${title}`,
      // The same for every try: a mail program shows one mail where a try sent it and could not note that.
      messageId: `<${job}@atrium>`,
      html: letter({
        heading: `Not done: ${title}`,
        text: `You asked for this at a set time, in the space ${space.name}. It did not work: ${reason}`,
        action: 'Show what happened',
        href: `${siteOrigin(space)}/admin/collections/payload-jobs/${job}`,
        after: 'Nothing was changed. Schedule it again, or do it by hand:',
      }),
    })
  },
})
