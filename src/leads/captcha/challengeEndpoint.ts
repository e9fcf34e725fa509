import type { Endpoint } from 'payload'
import { z } from 'zod'

import { AtriumError } from '@/errors'

import { CHALLENGE_BITS, issueChallenge } from './challenge'

/** `GET /api/forms/:id/challenge`: what a browser has to solve before it sends a form that asks for it. */
export const challengeEndpoint: Endpoint = {
  path: '/:id/challenge',
  method: 'get',
  handler: (req) => {
    const id: unknown = req.routeParams?.id
    if (typeof id !== 'string' || !z.uuid().safeParse(id).success)
      throw new AtriumError('NOT_FOUND')
    return Response.json({ challenge: issueChallenge(id), bits: CHALLENGE_BITS })
  },
}
