import { connect, type Socket } from 'node:net'

/** As large as clamd reads at once; it is told of each piece how long it is. */
const PIECE = 262_144
const MAX_ANSWER = 4_096
const TIMEOUT_MS = 60_000

export interface Clamd {
  readonly host: string
  readonly port: number
}

/**
 * Shows bytes to a ClamAV daemon, over TCP (`INSTREAM`).
 *
 * @returns what it found, or null
 * @throws Error when it cannot be reached, or does not say that all is well: a file larger than its `StreamMaxLength`, for one
 */
export async function scanWithClamd(
  { host, port }: Clamd,
  bytes: Uint8Array,
): Promise<string | null> {
  const answer = await converse(connect({ host, port, timeout: TIMEOUT_MS }), bytes)
  if (answer === 'stream: OK') return null
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found === undefined) throw new Error(`clamd said: ${answer === '' ? 'nothing' : answer}`)
  return found
}

function converse(socket: Socket, bytes: Uint8Array): Promise<string> {
  return new Promise((settle, fail) => {
    let answer = ''
    const end = (error?: Error) => {
      socket.destroy()
      if (error) fail(error)
      else settle(answer.replace(/\0.*$/s, ''))
    }
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      answer += text
      if (answer.includes('\0')) end()
      else if (answer.length > MAX_ANSWER) end(new Error('clamd said too much'))
    })
    socket.on('timeout', () => end(new Error('clamd did not answer in time')))
    socket.on('end', () => end())
    // It may have said why before it stopped listening, as of a file that is too large.
    socket.on('error', (error) => end(answer === '' ? error : undefined))
    socket.on('connect', () => send(socket, bytes))
  })
}

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let start = 0; start < bytes.byteLength; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE)
    socket.write(lengthOf(piece.byteLength))
    socket.write(piece)
  }
  socket.write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
