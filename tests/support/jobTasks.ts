import { appendFileSync } from 'node:fs'

import { z } from 'zod'

import { defineTask, type Task } from '@/jobs/defineTask'
import { PermanentFailure } from '@/jobs/PermanentFailure'

/** Where the effects of test jobs are noted: one line per run, whatever becomes of its process. */
const input = z.object({ file: z.string(), word: z.string().default('') })
type Input = z.infer<typeof input>

const note = ({ file }: Input, ...words: (string | number)[]) =>
  appendFileSync(file, `${words.join(' ')}\n`)

const atOnce = { attempts: 3, overMs: 3 }

/** Does something that can be counted. */
export const count: Task<Input> = defineTask({
  slug: 'count',
  label: 'Count',
  runsAs: 'tenant',
  retries: atOnce,
  input,
  handler: async ({ input, jobId }) => note(input, jobId, process.pid),
})

/** Never ends at its first try. */
export const hang: Task<Input> = defineTask({
  slug: 'hang',
  label: 'Hang',
  runsAs: 'tenant',
  retries: atOnce,
  input,
  handler: async ({ input, jobId, attempt }) => {
    note(input, jobId, process.pid, attempt)
    if (attempt === 1) await new Promise(() => {})
  },
})

/** Lasts for twice the lease of the workers of tests. */
export const last: Task<Input> = defineTask({
  slug: 'last',
  label: 'Last',
  runsAs: 'tenant',
  retries: atOnce,
  input,
  handler: async ({ input, jobId, attempt }) => {
    note(input, jobId, process.pid, attempt)
    await new Promise((resolve) => setTimeout(resolve, 10_000))
  },
})

/** Takes its process along, every time. */
export const crash: Task<Input> = defineTask({
  slug: 'crash',
  label: 'Crash',
  runsAs: 'tenant',
  retries: atOnce,
  input,
  handler: async ({ input, jobId, attempt }) => {
    note(input, jobId, process.pid, attempt)
    process.kill(process.pid, 'SIGKILL')
    await new Promise(() => {})
  },
})

/** Fails until its third try; with the word “never”, at once and for good. */
export const stumble: Task<Input> = defineTask({
  slug: 'stumble',
  label: 'Stumble',
  runsAs: 'tenant',
  retries: { attempts: 3, overMs: 3 * 60 * 60_000 },
  input,
  handler: async ({ input, attempt }) => {
    note(input, attempt)
    if (input.word === 'never') throw new PermanentFailure('This cannot work.')
    if (input.word === 'always' || attempt < 3) throw new Error('secret of the server')
  },
  onFailed: (job, reason) => ({
    task: 'count',
    title: reason,
    input: { file: Reflect.get(Object(job.input), 'file') },
  }),
})

const look = (slug: string, runsAs: Task['runsAs']) => (): Task<Input> =>
  defineTask({
    slug,
    label: slug,
    runsAs,
    retries: { attempts: 1, overMs: 0 },
    input,
    handler: async ({ input, req, user }) => {
      const { docs } = await req.payload.find({ collection: 'pages', req, overrideAccess: false })
      note(input, user?.id ?? '-', ...docs.map(({ id }) => id))
    },
  })

/** Notes which pages it sees: as the application in its tenant, as a person, as the platform. */
export const lookAsTenant = look('lookAsTenant', 'tenant')()
export const lookAsPerson = look('lookAsPerson', 'person')()
export const lookAsPlatform = look('lookAsPlatform', 'platform')()

export const testTasks: readonly Task[] = [
  count,
  hang,
  last,
  crash,
  stumble,
  lookAsTenant,
  lookAsPerson,
  lookAsPlatform,
]
