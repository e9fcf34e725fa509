import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'

export interface ReceivedCall {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  readonly calls: ReceivedCall[]
  /** Answers a call; the default is 200. */
  answer: (response: ServerResponse, call: ReceivedCall) => void
  readonly stop: () => Promise<void>
}

/** A server that webhooks are sent to. */
export async function startReceiver(): Promise<Receiver> {
  const calls: ReceivedCall[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const call = { path: request.url ?? '', headers: request.headers, body }
      calls.push(call)
      receiver.answer(response, call)
    })
  })
  const port = await new Promise<number>((settle) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      settle(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/leads`,
    calls,
    answer: (response) => response.writeHead(200).end('ok'),
    stop: () =>
      new Promise((settle) => {
        server.closeAllConnections()
        server.close(() => settle())
      }),
  }
  return receiver
}
