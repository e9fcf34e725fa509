import type { Payload } from 'payload'

import { withTables } from './withTables'

/**
 * Payload for one command, which says by itself what there is to say.
 *
 * @throws CommandError when the database cannot be reached, or is not migrated: in a line, before anything else is loaded
 */
export async function withPayload<T>(work: (payload: Payload) => Promise<T>): Promise<T> {
  await withTables(async () => undefined)
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('../../payload.config'),
  ])
  const payload = await getPayload({ config })
  payload.logger.level = 'warn'
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
