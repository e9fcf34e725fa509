import type { JobsConfig } from 'payload'

import { jobsCollection } from './jobsCollection'
import { jobsEndpoints } from './jobsEndpoints'
import { tasks } from './tasks'

const refused = () => false

/** Payload's part of the queue: its table and its drawer. Its runner is not used, see docs/decisions/0013-jobs.md. */
export const jobsConfig: JobsConfig = {
  access: { cancel: refused, queue: refused, run: refused },
  jobsCollectionOverrides: ({ defaultJobsCollection }) =>
    jobsCollection(defaultJobsCollection, jobsEndpoints),
  // Payload makes its table when there is a task, and asks nothing else of them.
  tasks: tasks.map(({ slug, label }) => ({
    slug,
    label,
    handler: () => {
      throw new Error('Jobs are run by src/jobs')
    },
  })),
}
