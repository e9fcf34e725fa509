import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { User } from '@/payload-types'

import type { Retries } from './retryDelay'

/** On whose behalf a task works, which decides its scope: never more than it needs. */
export type RunsAs =
  /** The person who queued it, with the rights that they have when it runs. */
  | 'person'
  /** The application itself, inside the job's tenant. */
  | 'tenant'
  /** The application itself, in every tenant: for jobs that belong to none. */
  | 'platform'

export interface JobArgs<Input> {
  readonly input: Input
  /** Stays the same over all tries: what must happen once is noted under it. */
  readonly jobId: string
  readonly tenant: string | null
  /** The person on whose behalf it runs; null unless the task runs as one. */
  readonly user: User | null
  /** A request of this person, in the job's scope: pass it on with `overrideAccess: false`. */
  readonly req: PayloadRequest
  /** 1 for the first try. */
  readonly attempt: number
  /** Aborted when the job took too long or another process has taken it over: what goes on then may happen twice. */
  readonly signal: AbortSignal
}

/** A job as its runner knows it. */
export interface Job {
  readonly id: string
  readonly taskSlug: string
  readonly input: unknown
  readonly tenant: string | null
  readonly createdBy: string | null
  readonly title: string | null
  /** How often it was begun, this time included. */
  readonly attempt: number
}

/** A job that follows from one that failed: queued in the transaction that notes the failure, or not at all. */
export interface FollowUp {
  readonly task: string
  readonly title: string
  readonly input: unknown
}

interface TaskOptions {
  readonly slug: string
  /** What people read: “Publish or unpublish”. */
  readonly label: string
  readonly runsAs: RunsAs
  readonly retries: Retries
  /** After this time a try counts as failed. */
  readonly timeoutMs?: number
  /** For tasks of the platform: queued anew when so much time has passed since the last one. */
  readonly everyMs?: number
  /** What is to be done when no try is left. */
  readonly onFailed?: (job: Job, reason: string) => FollowUp | undefined
}

export interface Task<Input = unknown> extends TaskOptions {
  /** @throws ZodError for an input that is not this task's. */
  parse(input: unknown): Input
  run(args: JobArgs<Input>): Promise<void>
}

/**
 * Declares a task. A handler may run twice for one job (its process may die after the work and before that is noted), so it
 * is idempotent by `jobId`. An error means another try, unless it is a {@link PermanentFailure}.
 */
export function defineTask<Input>({
  input,
  handler,
  ...options
}: TaskOptions & {
  readonly input: z.ZodType<Input>
  readonly handler: (args: JobArgs<Input>) => Promise<void>
}): Task<Input> {
  if (options.everyMs !== undefined && options.runsAs !== 'platform')
    throw new Error(`${options.slug}: only tasks of the platform repeat by themselves`)
  return { ...options, parse: (value) => input.parse(value), run: handler }
}
