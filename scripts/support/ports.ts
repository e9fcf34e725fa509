import { createServer } from 'node:net'

import { CommandError, hasCode } from './CommandError'

/** The first free port from `first` on. */
export async function findFreePort(first: number): Promise<number> {
  for (let port = first; port < Math.min(first + 500, 65_536); port += 1) {
    if (await isPortFree(port)) return port
  }
  throw new CommandError(`No free port between ${first} and ${first + 499}.`)
}

/**
 * Free on both loopback addresses: a browser may try `[::1]` first for `*.localhost`, and would then
 * reach whatever listens there instead of us.
 */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'))
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', (error) => settle(isWithoutFamily(error)))
    server.listen({ port, host, exclusive: true }, () => server.close(() => settle(true)))
  })
}

function isWithoutFamily(error: unknown): boolean {
  return hasCode(error, 'EADDRNOTAVAIL') || hasCode(error, 'EAFNOSUPPORT')
}
