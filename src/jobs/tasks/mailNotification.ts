import { z } from 'zod'

import { idOf } from '@/access/rules'
import { env } from '@/env'
import { deliver } from '@/mail/emailAdapter'
import { letter } from '@/mail/letter'
import type { Notification, User } from '@/payload-types'
import { siteOrigin } from '@/tenancy/host'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

import { defineTask } from '../defineTask'

const DAY = 24 * 60 * 60_000

/** Mails somebody what the admin's bell shows. */
export const mailNotification = defineTask({
  slug: 'mailNotification',
  label: 'Mail a notification',
  runsAs: 'tenant',
  retries: { attempts: 8, overMs: DAY },
  input: z.object({ notification: z.uuid() }),
  handler: async ({ input, req, tenant }) => {
    const { payload } = req
    const notice = await payload.db.findOne<Notification>({
      collection: 'notifications',
      where: { id: { equals: input.notification } },
      req,
    })
    // Gone with its page, or seen already: nobody needs the mail any more.
    if (!notice || notice.readAt) return
    const person = await payload.db.findOne<User>({
      collection: 'users',
      where: { id: { equals: idOf(notice.recipient) } },
      req,
    })
    const [space] = await loadTenantSummaries(payload, tenant === null ? [] : [tenant])
    if (!person || person.isActive === false || !space) return
    // Accounts of no space sign in at the platform.
    const origin =
      idOf(person.tenant) === undefined ? env().NEXT_PUBLIC_SERVER_URL : siteOrigin(space)
    await deliver(payload, {
      to: person.email,
      subject: notice.text,
      // The same for every try: a mail program shows one mail where a try sent it and could not note that.
      messageId: `<${notice.id}@atrium>`,
      html: letter({
        heading: notice.text,
        text: `In the space ${space.name}.`,
        action: 'Open the page',
        href: `${origin}/admin/collections/pages/${idOf(notice.page) ?? ''}`,
        after: 'Which mails you get is a setting of your account. The page is here:',
      }),
    })
  },
})
