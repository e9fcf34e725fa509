/**
 * What the examples of docs/api.md use of curl, for machines that have none, and to be the same on all: `-f -g -s -S`,
 * `-X -H -d -o`, `-F name=@file`, and one URL. `*.localhost` is this machine, which Node does not know everywhere. Each call is noted in the
 * file CURL_LOG as a line of JSON.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', short: 'd' },
    fail: { type: 'boolean', short: 'f' },
    form: { type: 'string', short: 'F', multiple: true },
    globoff: { type: 'boolean', short: 'g' },
    header: { type: 'string', short: 'H', multiple: true },
    output: { type: 'string', short: 'o' },
    request: { type: 'string', short: 'X' },
    'show-error': { type: 'boolean', short: 'S' },
    silent: { type: 'boolean', short: 's' },
  },
})
const [url = '', ...more] = positionals
const { host, hostname, port, pathname, search } = new URL(url)
if (more.length > 0 || !hostname.endsWith('localhost'))
  throw new Error(`One URL of this machine, not ${positionals.join(' ')}`)

const headers = new Map([['Host', host]])
if (values.data !== undefined) headers.set('Content-Type', 'application/x-www-form-urlencoded')
for (const line of values.header ?? []) {
  const at = line.indexOf(':')
  headers.set(line.slice(0, at), line.slice(at + 1).trim())
}
const form = values.form === undefined ? undefined : new Response(formOf(values.form))
if (form) headers.set('Content-Type', form.headers.get('content-type') ?? '')
const sent = form ? Buffer.from(await form.arrayBuffer()) : values.data
if (form) headers.set('Content-Length', String(sent?.length))
const method = values.request ?? (sent === undefined ? 'GET' : 'POST')

const answer = await new Promise<IncomingMessage>((resolve, reject) => {
  const options = { hostname: 'localhost', port, path: pathname + search, method }
  request({ ...options, headers: Object.fromEntries(headers) }, resolve)
    .on('error', reject)
    .end(sent)
})
const status = answer.statusCode ?? 0
const body = await text(answer)
if (process.env.CURL_LOG)
  appendFileSync(process.env.CURL_LOG, `${JSON.stringify({ method, url, status, body })}\n`)
if (values.fail && status >= 400) {
  process.stderr.write(`curl: (22) ${method} ${url} answered ${status}\n`)
  process.exitCode = 22
} else if (values.output !== undefined) writeFileSync(values.output, body)
else process.stdout.write(body)

/** Files in the fields of a form. */
function formOf(parts: readonly string[]): FormData {
  const form = new FormData()
  for (const part of parts) {
    const [name = '', file = ''] = part.split('=@')
    form.set(name, new Blob([new Uint8Array(readFileSync(file))]), basename(file))
  }
  return form
}
