import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { z } from 'zod'

import { EDITORS, idOf, isStaff, mayPublishIn, scopeOf, tenantsWithRole } from '@/access/rules'
import { queryInTransaction } from '@/db/inTransaction'
import { AtriumError } from '@/errors'
import type { Page, Review, Team, User } from '@/payload-types'
import { mainLocaleOf } from '@/tenancy/mainLocaleOf'

import { loadStaff, nameOf } from './loadStaff'
import { notify } from './notify'

const step = z.object({
  action: z.enum(['request', 'withdraw', 'approve', 'return']),
  note: z.string().trim().max(2000).optional(),
  /** With “approve”: the page is published, too. */
  publish: z.boolean().optional(),
})

interface Asked extends z.infer<typeof step> {
  readonly req: PayloadRequest
  readonly user: User
  readonly tenant: string
  readonly page: Page
  readonly open: Review | null
  /** Owners and editors of the space. */
  readonly decides: boolean
}

/**
 * `POST /api/pages/:id/review` with `{ action, note?, publish? }`: an author asks for a review, or withdraws that; an editor approves, and
 * publishes if they want, or sends the page back and says why. Answers `{ state }`.
 */
export const reviewEndpoint: Endpoint = {
  path: '/:id/review',
  method: 'post',
  handler: async (req) => {
    const parsed = step.safeParse(await req.json?.().catch(() => undefined))
    if (!parsed.success)
      throw new AtriumError('VALIDATION_FAILED', {
        message: '“action” is “request”, “withdraw”, “approve” or “return”.',
      })
    const mine = await initTransaction(req)
    try {
      const state = await take({ ...(await look(req)), ...parsed.data })
      if (mine) await commitTransaction(req)
      return Response.json({ state })
    } catch (error) {
      if (mine) await killTransaction(req)
      throw error
    }
  },
}

async function look(req: PayloadRequest): Promise<Omit<Asked, 'action'>> {
  const { user } = req
  const scope = await scopeOf(req)
  if (!scope || !user) throw new AtriumError('NOT_SIGNED_IN')
  const id: unknown = req.routeParams?.id
  const page =
    typeof id === 'string'
      ? await req.payload.findByID({
          collection: 'pages',
          id,
          depth: 0,
          disableErrors: true,
          draft: true,
          overrideAccess: false,
          req,
        })
      : null
  const tenant = idOf(page?.tenant)
  if (!page || tenant === undefined) throw new AtriumError('NOT_FOUND')
  const works = isStaff(scope) || tenantsWithRole(scope, [...EDITORS, 'author']).includes(tenant)
  if (!works) throw new AtriumError('FORBIDDEN')
  // Two who decide at once: the second waits, and then finds nothing to decide.
  await queryInTransaction(
    req,
    scope,
    `select from reviews where page_id = $1 and state = 'requested' for no key update`,
    [page.id],
  )
  const open = await findOpen(req, page.id)
  return { req, user, tenant, page, open, decides: mayPublishIn(scope, tenant) }
}

/** The review for which a page waits. */
export const findOpen = (req: PayloadRequest, page: string): Promise<Review | null> =>
  req.payload.db.findOne<Review>({
    collection: 'reviews',
    where: { and: [{ page: { equals: page } }, { state: { equals: 'requested' } }] },
    req,
  })

function take(asked: Asked): Promise<Review['state']> {
  if (asked.action === 'request') return request(asked)
  if (!asked.open)
    throw new AtriumError('CONFLICT', { message: 'Nobody waits for a review of this page.' })
  if (asked.action === 'withdraw') return withdraw(asked, asked.open)
  if (!asked.decides)
    throw new AtriumError('FORBIDDEN', { message: 'Editors and owners decide about a review.' })
  return decide(asked, asked.open)
}

async function request({ req, user, tenant, page, open, note }: Asked): Promise<Review['state']> {
  if (open) throw new AtriumError('CONFLICT', { message: 'This page waits for a review already.' })
  await req.payload.db.create({
    collection: 'reviews',
    req,
    data: { tenant, page: page.id, state: 'requested', note, createdBy: user.id },
  })
  await handOver(req, user, page.id)
  await notify(req, {
    kind: 'review-requested',
    tenant,
    page: page.id,
    text: `${nameOf(user)} asks you to review “${page.title}”`,
    recipients: await reviewersOf(req, tenant, page),
  })
  return 'requested'
}

/** Whoever asks has done their part: the reviewer does not find the page locked by them. */
const handOver = (req: PayloadRequest, user: User, page: string): Promise<unknown> =>
  req.payload.db.deleteMany({
    collection: 'payload-locked-documents',
    req,
    where: {
      and: [
        { 'document.relationTo': { equals: 'pages' } },
        { 'document.value': { equals: page } },
        { 'user.value': { equals: user.id } },
      ],
    },
  })

/** The editors and owners of the page's team; of the whole space where it has none, or none of them is in it. */
async function reviewersOf(req: PayloadRequest, tenant: string, page: Page): Promise<string[]> {
  const editors = (await loadStaff(req, tenant, EDITORS)).map(({ id }) => id)
  const members = await membersOf(req, idOf(page.team))
  const inTeam = editors.filter((id) => members.includes(id))
  return inTeam.length > 0 ? inTeam : editors
}

/** The people of a team. */
export async function membersOf(req: PayloadRequest, team: string | undefined): Promise<string[]> {
  if (team === undefined) return []
  const found = await req.payload.db.findOne<Team>({
    collection: 'teams',
    where: { id: { equals: team } },
    req,
  })
  return (found?.members ?? []).map(idOf).filter((id) => id !== undefined)
}

async function withdraw({ req, user, decides }: Asked, open: Review): Promise<Review['state']> {
  if (!decides && idOf(open.createdBy) !== user.id) throw new AtriumError('FORBIDDEN')
  return settle(req, open.id, { state: 'withdrawn', decidedBy: user.id })
}

async function decide(asked: Asked, open: Review): Promise<Review['state']> {
  const { req, user, tenant, page, action, note, publish } = asked
  const approves = action === 'approve'
  if (!approves && !note)
    throw new AtriumError('VALIDATION_FAILED', {
      message: 'Say what is to be changed.',
      details: [{ field: 'note', message: 'Say what is to be changed.' }],
    })
  const state = await settle(req, open.id, {
    state: approves ? 'approved' : 'returned',
    decidedBy: user.id,
    answer: note,
  })
  if (approves && publish)
    await req.payload.update({
      collection: 'pages',
      id: page.id,
      data: { _status: 'published' },
      depth: 0,
      // In all languages at once, and the main one is complete.
      locale: await mainLocaleOf(req.payload, tenant),
      overrideAccess: false,
      req,
    })
  const asker = idOf(open.createdBy)
  await notify(req, {
    kind: approves ? 'review-approved' : 'review-returned',
    tenant,
    page: page.id,
    text: approves
      ? `${nameOf(user)} approved “${page.title}”${publish ? ' and published it' : ''}`
      : `${nameOf(user)} sent “${page.title}” back: ${note ?? ''}`,
    recipients: asker === undefined ? [] : [asker],
  })
  return state
}

/** Writes what came of a review. */
export async function settle(
  req: PayloadRequest,
  id: string,
  outcome: Pick<Review, 'state' | 'answer'> & { decidedBy: string | undefined },
): Promise<Review['state']> {
  await req.payload.db.updateOne({
    collection: 'reviews',
    id,
    req,
    returning: false,
    data: { ...outcome, decidedAt: new Date().toISOString() },
  })
  return outcome.state
}
