import { env } from '@/env'
import { AtriumError } from '@/errors'
import { processWide } from '@/processWide'

interface InFlight {
  total: number
  readonly byNetwork: Map<string, number>
}

/** One network holds a part of the room only: slow senders in one place do not keep everybody else out. */
const PART_OF_ONE = 4
const RETRY_SECONDS = 10

/**
 * Reserves room for an upload before any of it is read: bodies are held in memory until they are checked, and each is bounded by itself
 * only. What finds nobody there always passes, however small the room is.
 *
 * @param network whom it counts for, see `addressOf`
 * @returns gives the room back; to be called once the request is over
 * @throws AtriumError BUSY
 */
export function reserveUpload(bytes: number, network: string): () => void {
  const room = env().MAX_UPLOAD_BYTES_AT_ONCE
  const held = processWide('uploads', (): InFlight => ({ total: 0, byNetwork: new Map() }))
  const own = held.byNetwork.get(network) ?? 0
  const isFull = held.total > 0 && held.total + bytes > room
  const hasEnough = own > 0 && own + bytes > room / PART_OF_ONE
  if (isFull || hasEnough) throw new AtriumError('BUSY', { details: { retryAfter: RETRY_SECONDS } })
  held.total += bytes
  held.byNetwork.set(network, own + bytes)
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    held.total -= bytes
    const left = (held.byNetwork.get(network) ?? 0) - bytes
    if (left > 0) held.byNetwork.set(network, left)
    else held.byNetwork.delete(network)
  }
}
