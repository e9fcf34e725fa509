import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '@/access/rules'
import type { Page } from '@/payload-types'

import { nameOf } from './loadStaff'
import { notify } from './notify'
import { findOpen, membersOf, settle } from './reviewEndpoint'

/** A page that is published has been reviewed; a team that gets a page is told. */
export const followPage: CollectionAfterChangeHook<Page> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const [tenant, team] = [idOf(doc.tenant), idOf(doc.team)]
  if (tenant === undefined) return doc
  if (operation === 'update' && doc._status === 'published') {
    const open = await findOpen(req, doc.id)
    if (open) await settle(req, open.id, { state: 'approved', decidedBy: req.user?.id })
  }
  if (team !== undefined && team !== idOf(previousDoc?.team) && req.user)
    await notify(req, {
      kind: 'assigned',
      tenant,
      page: doc.id,
      text: `${nameOf(req.user)} assigned “${doc.title}” to your team`,
      recipients: await membersOf(req, team),
    })
  return doc
}
