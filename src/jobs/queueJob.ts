import type { PayloadRequest } from 'payload'

import { JOBS } from '@/db/ownJob'

import type { Task } from './defineTask'

/**
 * Queues a job, in the transaction of `req`: it exists only if that is committed. Its tenant, and the person on whose behalf
 * it will run, are those of the scope.
 *
 * @returns its id
 */
export async function queueJob<Input>(
  req: PayloadRequest,
  task: Task<Input>,
  input: Input,
  {
    title = task.label,
    waitUntil,
    tenant,
    document,
  }: {
    /** What people see in the list of jobs. */
    title?: string
    waitUntil?: Date
    /** For the platform, and for somebody who works in several spaces. */
    tenant?: string
    document?: { readonly collection: string; readonly id: string }
  } = {},
): Promise<string> {
  const { id } = await req.payload.db.create({
    collection: JOBS,
    req,
    data: {
      taskSlug: task.slug,
      title,
      input: task.parse(input),
      ...(waitUntil ? { waitUntil: waitUntil.toISOString() } : {}),
      ...(tenant ? { tenant } : {}),
      ...(document ? { document: `${document.collection}/${document.id}` } : {}),
    },
  })
  return String(id)
}
