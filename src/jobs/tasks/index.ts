import type { Task } from '../defineTask'
import { closeDelivery } from './closeDelivery'
import { deliver } from './deliver'
import { embedPages } from './embedPages'
import { eraseOldLeads } from './eraseOldLeads'
import { eraseOldLeadsOf } from './eraseOldLeadsOf'
import { mailFailedPublish } from './mailFailedPublish'
import { mailNotification } from './mailNotification'
import { removeFinishedJobs } from './removeFinishedJobs'
import { removeStrayFiles } from './removeStrayFiles'
import { schedulePublish } from './schedulePublish'

/** Every task there is. One that is not here fails its jobs, and says so. */
export const tasks: readonly Task[] = [
  schedulePublish,
  mailFailedPublish,
  mailNotification,
  removeFinishedJobs,
  deliver,
  closeDelivery,
  eraseOldLeads,
  eraseOldLeadsOf,
  removeStrayFiles,
  embedPages,
]
