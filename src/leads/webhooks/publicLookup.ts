import { lookup as resolve, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'

import { isPublicAddress } from './isPublicAddress'

/** A target inside of a network that a webhook must not reach. */
export class PrivateTarget extends Error {
  constructor() {
    super('This address leads into a private network, or to this server itself.')
  }
}

/**
 * Resolves a name for a connection, and refuses it when any of its addresses is not public: what was checked is what is connected
 * to, so a name that answers differently the second time gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '')
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return done(new PrivateTarget(), '')
    if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}
