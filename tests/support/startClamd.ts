import { createServer, type Socket } from 'node:net'

/** What every virus scanner takes for a virus, and nobody else does. Put together here: a scanner would take this file for one. */
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$',
  'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('')

export interface TestClamd {
  readonly port: number
  /** What it was shown. */
  readonly shown: Buffer[]
  /** What it answers instead of having looked; undefined ends the connection without a word. */
  answer: ((bytes: Buffer) => string | undefined) | undefined
  readonly stop: () => Promise<void>
}

const look = (bytes: Buffer): string =>
  bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'

/** A server that speaks clamd's INSTREAM, and knows one virus. */
export async function startClamd(wantedPort = 0): Promise<TestClamd> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece])
      const bytes = readStream(received)
      if (!bytes) return
      clamd.shown.push(bytes)
      const answer = clamd.answer ? clamd.answer(bytes) : look(bytes)
      if (answer === undefined) socket.destroy()
      else socket.end(answer)
    })
  })
  const port = await new Promise<number>((settle) => {
    server.listen(wantedPort, '127.0.0.1', () => {
      const address = server.address()
      settle(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const clamd: TestClamd = {
    port,
    shown: [],
    answer: undefined,
    stop: () =>
      new Promise((settle) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => settle())
      }),
  }
  return clamd
}

const COMMAND = 'zINSTREAM\0'

/** The bytes of a stream once its end, a piece of no length, has come. */
function readStream(received: Buffer): Buffer | undefined {
  if (received.length < COMMAND.length) return undefined
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) throw new Error('Another command')
  const pieces: Buffer[] = []
  let at = COMMAND.length
  while (received.length >= at + 4) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    if (received.length < at + 4 + length) return undefined
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
