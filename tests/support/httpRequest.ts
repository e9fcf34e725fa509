import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { randomInt } from 'node:crypto'

/** What came back. Bodies are text: what is JSON is read with {@link jsonOf}. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Call {
  /** The Host header, without the port: which site is meant. */
  readonly host: string
  readonly path: string
  readonly method?: string
  /** Sent as `Authorization: JWT …`. */
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly body?: string | Buffer | FormData
  /** Where the client is, for limits. Each call comes from somewhere else unless it says so. */
  readonly address?: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const somewhere = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`

/** One request to the server at `port` of this machine. `fetch` would not let us say which host we mean. */
export async function request(port: number, call: Call): Promise<Answer> {
  const { host, path, token, json, address = somewhere() } = call
  const { body, headers: bodyHeaders } = await bodyOf(call)
  const method = call.method ?? (body === undefined ? 'GET' : 'POST')
  const headers = {
    host: `${host}:${port}`,
    'x-forwarded-for': address,
    ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...bodyHeaders,
    ...call.headers,
  }
  return new Promise((settle, fail) => {
    const sent = httpRequest(
      { hostname: 'localhost', port, path, method, headers, agent },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', fail)
        response.on('end', () =>
          settle({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

async function bodyOf({
  json,
  body,
}: Call): Promise<{ body?: string | Buffer; headers: Record<string, string> }> {
  if (json !== undefined) {
    const text = JSON.stringify(json)
    return { body: text, headers: { 'content-length': String(Buffer.byteLength(text)) } }
  }
  if (body === undefined) return { headers: {} }
  if (!(body instanceof FormData))
    return { body, headers: { 'content-length': String(Buffer.byteLength(body)) } }
  const encoded = new Response(body)
  const bytes = Buffer.from(await encoded.arrayBuffer())
  return {
    body: bytes,
    headers: {
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': String(bytes.length),
    },
  }
}

/** The body as JSON. @throws when it is none. */
export const jsonOf = ({ body }: Answer): unknown => JSON.parse(body)

/** What lies at a path of keys in a body of JSON; undefined where there is nothing. */
export function read(answer: Answer, ...keys: (string | number)[]): unknown {
  let value: unknown = jsonOf(answer)
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

/** As {@link read}, for what must be text. @throws with the answer when it is not. */
export function readText(answer: Answer, ...keys: (string | number)[]): string {
  const value = read(answer, ...keys)
  if (typeof value === 'string') return value
  throw new Error(`No text at ${keys.join('.')} of ${answer.status} ${answer.body.slice(0, 600)}`)
}

/** What a caller learns: status and body, without the number that names a failure in the log. */
export const learned = ({ status, body }: Answer): { status: number; body: string } => ({
  status,
  body: body.replace(/"correlationId":"[^"]*"/g, '"correlationId":"…"'),
})

/** @throws with the answer unless it has this status: for the steps that lead to what is tested. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer
  throw new Error(`Expected ${status}, got ${answer.status}: ${answer.body.slice(0, 800)}`)
}
