import { request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

import { endOfLog, type Child } from '../support/children'
import { CommandError } from '../support/CommandError'
import { loopback } from './applicationEnvironment'

type Options = { child: Child; port: number; log?: string; timeout: number }

/** Until the application says that it and its database are well, or has ended. */
export async function waitForHealth({ child, port, log, timeout }: Options): Promise<void> {
  const deadline = Date.now() + timeout
  let ended: string | undefined
  void child.ended.then((end) => (ended = end))
  let answer = 'nothing'
  while (ended === undefined && Date.now() < deadline) {
    answer = await askHealth(port)
    if (answer === '200') return
    await delay(40)
  }
  const what =
    ended === undefined
      ? `does not become healthy: GET /api/health answers ${answer}`
      : `ended with ${ended}`
  const details = log === undefined ? '' : `\n\n${await endOfLog(log)}`
  throw new CommandError(
    `The server ${what}.${details}`,
    log === undefined ? 'read its output above' : `read ${log}`,
  )
}

/** `fetch` would not let us say which host we mean. */
function askHealth(port: number): Promise<string> {
  return new Promise((settle) => {
    const call = request({
      host: loopback,
      port,
      path: '/api/health',
      headers: { host: `localhost:${port}` },
      timeout: 30_000,
      agent: false,
    })
    call.on('response', (response) => {
      response.resume()
      settle(String(response.statusCode))
    })
    call.on('timeout', () => call.destroy(new Error('nothing in 30 seconds')))
    call.on('error', (error) => settle(error.message))
    call.end()
  })
}
