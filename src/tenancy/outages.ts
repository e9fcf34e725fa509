import type { AtriumError } from '@/errors'
import { processWide } from '@/processWide'

/** Requests whose authentication found no database. Payload (3.90) takes that for a token that is wrong. */
const outages = processWide('outages', () => new WeakMap<Headers, AtriumError>())

export function noteOutageOf(headers: Headers, outage: AtriumError): void {
  outages.set(headers, outage)
}

/** @throws AtriumError DATABASE_UNAVAILABLE when it could not be found out who asks: nobody is not the answer. */
export function assertAuthenticated(headers: Headers): void {
  const outage = outages.get(headers)
  if (outage) throw outage
}
