import pg from 'pg'

import { CHANNEL } from '@/db/broadcast'
import { poolConfig } from '@/db/poolConfig'
import { env } from '@/env'

const RETRY_MS = 2_000

/**
 * Hears what other processes say (src/db/broadcast.ts), on a connection of its own that is made again when it is lost.
 *
 * @param onWord each word, and none for what was missed while the connection was down
 * @returns a function that ends it
 */
export function listen(onWord: (word: string) => void): () => Promise<void> {
  let ended = false
  let client: pg.Client | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const connect = async () => {
    const settings = poolConfig()
    const fresh = new pg.Client({
      ...settings,
      connectionString: env().DATABASE_LISTEN_URL ?? settings.connectionString,
      application_name: 'atrium-listen',
    })
    client = fresh
    fresh.on('notification', ({ payload }) => onWord(payload ?? ''))
    fresh.on('error', () => again(fresh))
    fresh.on('end', () => again(fresh))
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch {
      again(fresh)
    }
  }

  const again = (lost: pg.Client) => {
    if (ended || client !== lost) return
    client = undefined
    lost.end().catch(() => undefined)
    timer = setTimeout(() => void connect(), RETRY_MS)
  }

  void connect()
  return async () => {
    ended = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}
