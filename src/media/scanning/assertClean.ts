import { env } from '@/env'
import { AtriumError } from '@/errors'

import { scanWithClamd } from './clamd'

/**
 * Shows a file to the virus scanner, if there is one, before it is stored.
 *
 * @throws AtriumError INFECTED; SCAN_UNAVAILABLE when the scanner cannot say that it is clean
 */
export async function assertClean(bytes: Uint8Array): Promise<void> {
  const { CLAMAV_HOST: host, CLAMAV_PORT: port } = env()
  if (host === undefined) return
  const found = await scanWithClamd({ host, port }, bytes).catch((error: unknown) => {
    throw new AtriumError('SCAN_UNAVAILABLE', { internal: String(error) })
  })
  if (found !== null) throw new AtriumError('INFECTED', { internal: found })
}
