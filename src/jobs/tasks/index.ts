import type { Task } from '../defineTask'
import { mailFailedPublish } from './mailFailedPublish'
import { removeFinishedJobs } from './removeFinishedJobs'
import { schedulePublish } from './schedulePublish'

/** Every task there is. One that is not here fails its jobs, and says so. */
export const tasks: readonly Task[] = [schedulePublish, mailFailedPublish, removeFinishedJobs]
