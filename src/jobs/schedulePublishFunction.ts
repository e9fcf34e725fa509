import {
  canAccessAdmin,
  type CollectionSlug,
  type PayloadRequest,
  type ServerFunction,
} from 'payload'
import { hasScheduledPublishEnabled } from 'payload/shared'
import { z } from 'zod'

import { idOf, isStaff, mayPublishIn, scopeOf } from '@/access/rules'
import { JOBS } from '@/db/ownJob'
import { member } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'
import { LOCALE_CODES, type Locale } from '@/locales/locales'
import { textIn } from '@/locales/textIn'
import type { Tenant } from '@/payload-types'
import { mainLocaleOf } from '@/tenancy/mainLocaleOf'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'
import { unknownLocale } from '@/tenancy/unknownLocale'

import { describeFailure } from './describeFailure'
import { queueJob } from './queueJob'
import { schedulePublish, scheduledPublish } from './tasks/schedulePublish'

// The `locale` among the arguments is that of the admin (payload 3.90, handleServerFunctions).
const wish = scheduledPublish.omit({ locale: true }).extend({
  date: z.coerce.date(),
  /** As Payload's drawer names it; null and absent: all languages. */
  localeToPublish: z.enum(LOCALE_CODES).nullish(),
})

/** What was refused is answered and not thrown: Next keeps the message of an error to itself. Shown by ScheduleAnswers.tsx. */
type Answer = { readonly message: string } | { readonly error: string }

/**
 * Behind the drawer “Schedule publish”, in the place of Payload's own function, which asks nobody whether they may publish,
 * deletes any job by its id, and then queues an empty one (3.90).
 */
export const schedulePublishFunction: ServerFunction<
  Record<string, unknown>,
  Promise<Answer>
> = async ({ req, ...args }) => {
  try {
    await canAccessAdmin({ req })
    const deleteID: unknown = Reflect.get(args, 'deleteID')
    await (deleteID === undefined ? schedule(req, args) : takeBack(req, String(deleteID)))
    return { message: req.i18n.t('general:success') }
  } catch (err) {
    req.payload.logger.error({ err })
    return { error: describeFailure(err) }
  }
}

async function schedule(req: PayloadRequest, args: unknown): Promise<void> {
  const parsed = wish.safeParse(args)
  if (!parsed.success) throw new AtriumError('BAD_REQUEST')
  const { date, localeToPublish, ...rest } = parsed.data
  const input = localeToPublish ? { ...rest, locale: localeToPublish } : rest
  if (date.getTime() <= Date.now())
    throw new AtriumError('BAD_REQUEST', { message: 'Choose a time to come.' })
  const { tenant, title } = await assertMayPublish(req, input.doc)
  await assertOffered(req, tenant, localeToPublish)
  await inTenant(req, tenant, async () => {
    // What was chosen without a time zone is shown in the space's, and not in that of whoever looks.
    const timezone = input.timezone ?? (await timeZoneOf(req, tenant))
    const what = { ...input, timezone }
    await queueJob(req, schedulePublish, what, {
      title: `${input.type === 'publish' ? 'Publish' : 'Unpublish'} “${title}”`,
      waitUntil: date,
      document: { collection: input.doc.relationTo, id: input.doc.value },
    })
  })
}

/** @throws AtriumError BAD_REQUEST for a language that the space does not offer. */
async function assertOffered(
  req: PayloadRequest,
  tenant: string,
  locale: Locale | null | undefined,
): Promise<void> {
  const [space] = locale ? await loadTenantSummaries(req.payload, [tenant]) : []
  if (locale && space && !space.locales.includes(locale)) throw unknownLocale(locale, space.locales)
}

/**
 * Takes back what is still waiting, of a document that the person may publish.
 *
 * @throws AtriumError NOT_FOUND, FORBIDDEN, and CONFLICT when it was begun meanwhile.
 */
async function takeBack(req: PayloadRequest, id: string): Promise<void> {
  const where = { id: { equals: id }, taskSlug: { equals: schedulePublish.slug } }
  const scheduled = async () => {
    const { docs } = await req.payload.find({
      collection: JOBS,
      where,
      limit: 1,
      depth: 0,
      req,
      overrideAccess: false,
    })
    return docs[0]
  }
  const [collection, document] = (await scheduled())?.document?.split('/') ?? []
  if (!collection || !document)
    throw new AtriumError('NOT_FOUND', { message: 'This is not scheduled any more.' })
  await assertMayPublish(req, { relationTo: collection, value: document })
  const waiting = { and: [where, { state: { equals: 'waiting' } }] }
  await req.payload.db.deleteMany({ collection: JOBS, req, where: waiting })
  if (await scheduled())
    throw new AtriumError('CONFLICT', { message: 'Too late: it has begun already.' })
}

/** @throws AtriumError FORBIDDEN, NOT_FOUND. */
async function assertMayPublish(
  req: PayloadRequest,
  { relationTo, value: id }: { relationTo: string; value: string },
): Promise<{ tenant: string; title: string }> {
  const slug = relationTo as CollectionSlug
  const config = req.payload.collections[slug]?.config
  if (!config || !hasScheduledPublishEnabled(config)) throw new AtriumError('NOT_FOUND')
  const doc: unknown = await req.payload.findByID({
    collection: slug,
    id,
    depth: 0,
    draft: true,
    disableErrors: true,
    locale: 'all',
    overrideAccess: false,
    req,
  })
  const tenant = typeof doc === 'object' && doc !== null && idOf(Reflect.get(doc, 'tenant'))
  if (!tenant) throw new AtriumError('NOT_FOUND')
  const scope = await scopeOf(req)
  if (!scope || !mayPublishIn(scope, tenant))
    throw new AtriumError('FORBIDDEN', { message: 'Only owners and editors schedule pages.' })
  const title: unknown = Reflect.get(Object(doc), config.admin.useAsTitle ?? 'id')
  return { tenant, title: textIn(title, await mainLocaleOf(req.payload, tenant)) ?? 'Untitled' }
}

/** The job belongs to the document's space, also when the person works in several, or in all of them. */
async function inTenant<T>(
  req: PayloadRequest,
  tenant: string,
  work: () => Promise<T>,
): Promise<T> {
  const scope = await scopeOf(req)
  if (!scope || !req.user) throw new AtriumError('NOT_SIGNED_IN')
  const role = 'editor'
  return withScope(member(req.user.id, [{ tenant, role }], { staff: isStaff(scope) }), work)
}

async function timeZoneOf(req: PayloadRequest, tenant: string): Promise<string> {
  const row = await req.payload.db.findOne<Tenant>({
    collection: 'tenants',
    where: { id: { equals: tenant } },
  })
  const zone: unknown = Reflect.get(Object(row?.settings), 'timeZone')
  return typeof zone === 'string' && zone !== '' ? zone : 'UTC'
}
