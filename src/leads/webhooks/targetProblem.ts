import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'

import { env } from '@/env'

import { isPublicAddress } from './isPublicAddress'
import { PrivateTarget } from './publicLookup'

const LOCAL_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)\.?$/i

/** `[::1]` → `::1`: as Node's sockets want it. */
export const hostnameOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** What is wrong with a target, as far as the address itself says it: no name is looked up. */
export function addressProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'Write a whole address, such as https://example.com/leads.'
  const url = new URL(text)
  const { WEBHOOK_ALLOW_PRIVATE, NODE_ENV } = env()
  const plain = WEBHOOK_ALLOW_PRIVATE || NODE_ENV === 'development'
  if (url.protocol !== 'https:' && !(plain && url.protocol === 'http:'))
    return 'The address must begin with https://.'
  if (url.username !== '' || url.password !== '')
    return 'Leave the name and password out: calls are signed.'
  if (WEBHOOK_ALLOW_PRIVATE) return undefined
  const host = hostnameOf(url)
  const isPrivate = isIP(host) === 0 ? LOCAL_NAME.test(host) : !isPublicAddress(host)
  return isPrivate ? new PrivateTarget().message : undefined
}

/**
 * What is wrong with a target, for whoever enters it; undefined when nothing is. A name that cannot be looked up just now is let
 * through: what counts is asked again when something is sent.
 */
export async function targetProblem(text: string): Promise<string | undefined> {
  const problem = addressProblem(text)
  if (problem !== undefined || env().WEBHOOK_ALLOW_PRIVATE) return problem
  const host = hostnameOf(new URL(text))
  if (isIP(host) !== 0) return undefined
  const addresses = await lookup(host, { all: true }).catch(() => [])
  return addresses.every(({ address }) => isPublicAddress(address))
    ? undefined
    : new PrivateTarget().message
}
