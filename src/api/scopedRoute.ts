import config from '@payload-config'
import { getPayload } from 'payload'

import { withScope } from '@/db/withScope'
import { contextOf } from '@/tenancy/resolveScope'

import { answerError, inOneShape } from './answerError'
import { boundBody, reserveRoom } from './boundBody'
import { checkBody } from './checkBody'
import { chooseLocale } from './chooseLocale'
import { corsHeaders, withoutForeignCookie } from './origins'
import { limitRequest } from './rateLimits'

type Handler<Args> = (request: Request, args: Args) => Promise<Response>

/**
 * Every API route: limits first, then who asks and for which tenant, then Payload's handler inside that scope. What goes
 * wrong before Payload answers in the same shape as what goes wrong inside it.
 */
export const scopedRoute =
  <Args>(handler: Handler<Args>): Handler<Args> =>
  async (incoming, args) => {
    const payload = await getPayload({ config })
    const cors = await corsHeaders(payload, incoming)
    let release = () => {}
    try {
      if (incoming.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors })
      await limitRequest(incoming)
      release = reserveRoom(incoming)
      const bounded = await boundBody(await withoutForeignCookie(payload, incoming))
      await checkBody(bounded)
      const request = await chooseLocale(payload, bounded)
      const { scope } = await contextOf(payload, request.headers)
      const response = await withScope(scope, () => handler(request, args))
      return withHeaders(await inOneShape(response), cors)
    } catch (error) {
      return withHeaders(answerError(payload, error), cors)
    } finally {
      release()
    }
  }

function withHeaders(response: Response, extra: Headers): Response {
  const headers = new Headers(response.headers)
  extra.forEach((value, name) => headers.set(name, value))
  // What an API answers depends on who asks and where: nobody in between keeps it. Files say for themselves.
  if (!headers.has('cache-control')) headers.set('Cache-Control', 'private, no-store')
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  })
}
