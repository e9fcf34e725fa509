import type { PayloadRequest } from 'payload'

import { STAFF_ROLES } from '@/access/rules'
import { queueJob } from '@/jobs/queueJob'
import { mailNotification } from '@/jobs/tasks/mailNotification'

import { loadStaff } from './loadStaff'
import { isMailed, type NotificationKind } from './notificationKinds'

export interface Notice {
  readonly kind: NotificationKind
  readonly tenant: string
  readonly page: string
  /** One sentence: who did what, with which page. */
  readonly text: string
  /** Whoever is not of the space's staff any more, and who caused it, are not told. */
  readonly recipients: readonly string[]
}

/** Tells people something, in the transaction that causes it: in the admin, and by mail to those who want that. */
export async function notify(
  req: PayloadRequest,
  { kind, tenant, page, text, recipients }: Notice,
): Promise<void> {
  const told = new Set(recipients)
  told.delete(req.user?.id ?? '')
  if (told.size === 0) return
  const staff = await loadStaff(req, tenant, STAFF_ROLES)
  for (const { id, notifyByEmail } of staff.filter((person) => told.has(person.id))) {
    const row = await req.payload.db.create({
      collection: 'notifications',
      req,
      data: { tenant, recipient: id, kind, page, text: text.slice(0, 400) },
    })
    if (!isMailed(notifyByEmail, kind)) continue
    await queueJob(
      req,
      mailNotification,
      { notification: String(row.id) },
      { tenant, title: `Mail: ${text}`.slice(0, 200), document: { collection: 'pages', id: page } },
    )
  }
}
