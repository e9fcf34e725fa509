import type { PoolClient } from 'pg'

/** Does something for which no row gets another time: by them it is seen what people changed (the trigger atrium_touch_updated_at). */
export async function keepTimes<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query(`select set_config('atrium.keep_times', 'on', true)`)
  const result = await work()
  await client.query(`select set_config('atrium.keep_times', '', true)`)
  return result
}
