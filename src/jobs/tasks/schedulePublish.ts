import type { CollectionSlug } from 'payload'
import { z } from 'zod'

import { LOCALE_CODES } from '@/locales/locales'

import { defineTask } from '../defineTask'
import { describeFailure } from '../describeFailure'
import { PermanentFailure } from '../PermanentFailure'
import { mailFailedPublish } from './mailFailedPublish'

/** What a person asks for in the drawer “Schedule publish”. The times of day in it are shown in `timezone`. */
export const scheduledPublish = z.object({
  type: z.enum(['publish', 'unpublish']),
  doc: z.object({ relationTo: z.string(), value: z.string() }),
  timezone: z.string().optional(),
  /** The only language that is published; without it all are. */
  locale: z.enum(LOCALE_CODES).optional(),
})

const MINUTE = 60_000

/** Answers that will be the same next time: not allowed, not valid, not there. */
const FINAL = [400, 403, 404]

/**
 * Publishes or unpublishes a document at its time, as the person who asked for it and with the rights that they have then.
 * Twice is the same as once: the second time nothing changes. Has the slug of Payload's own task, which it replaces.
 */
export const schedulePublish = defineTask({
  slug: 'schedulePublish',
  label: 'Publish or unpublish',
  runsAs: 'person',
  retries: { attempts: 5, overMs: 15 * MINUTE },
  input: scheduledPublish,
  handler: async ({ input: { type, doc, locale }, req }) => {
    try {
      await req.payload.update({
        collection: doc.relationTo as CollectionSlug,
        id: doc.value,
        data: { _status: type === 'publish' ? 'published' : 'draft' },
        depth: 0,
        ...(locale ? { locale, publishSpecificLocale: locale } : {}),
        overrideAccess: false,
        req,
        user: req.user,
      })
    } catch (error) {
      const status: unknown = error instanceof Error && Reflect.get(error, 'status')
      if (status === 403 || status === 404) {
        throw new PermanentFailure(
          `Whoever asked for this may not ${type} it any more, or it is gone.`,
          { cause: error },
        )
      }
      throw typeof status === 'number' && FINAL.includes(status) ? permanent(error) : error
    }
  },
  onFailed: (job, reason) => ({
    task: mailFailedPublish.slug,
    title: `Tell why not: ${job.title ?? 'publish'}`,
    input: { job: job.id, title: job.title ?? 'A page', person: job.createdBy, reason },
  }),
})

const permanent = (error: unknown): PermanentFailure =>
  new PermanentFailure(describeFailure(error), { cause: error })
