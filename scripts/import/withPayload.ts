import { getPayload, type Payload } from 'payload'

import config from '../../payload.config'

/** Payload for one command, which says by itself what there is to say. */
export async function withPayload<T>(work: (payload: Payload) => Promise<T>): Promise<T> {
  const payload = await getPayload({ config })
  payload.logger.level = 'warn'
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
