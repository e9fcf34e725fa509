import { z } from 'zod'

import { personName } from '@/access/personName'

const person = z
  .object({
    id: z.string(),
    firstName: z.string().nullish(),
    lastName: z.string().nullish(),
    email: z.string().optional(),
  })
  .transform(({ id, ...rest }) => ({
    id,
    name: personName(rest) ?? 'Somebody',
  }))

/** People who left are an id, or nothing. */
const author = z.union([person, z.unknown().transform(() => ({ id: '', name: 'Somebody' }))])

const comments = z.object({
  docs: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      resolved: z.boolean().nullish(),
      createdAt: z.string(),
      createdBy: author,
    }),
  ),
})

const reviews = z.object({
  docs: z.array(
    z.object({
      state: z.enum(['requested', 'approved', 'returned', 'withdrawn']),
      note: z.string().nullish(),
      answer: z.string().nullish(),
      createdAt: z.string(),
      createdBy: author,
      decidedBy: author,
      decidedAt: z.string().nullish(),
    }),
  ),
})

export type Remark = z.infer<typeof comments>['docs'][number]
export type ReviewState = z.infer<typeof reviews>['docs'][number]

/** Comments of a page, as the API lists them. Nothing when it is something else. */
export const readComments = (body: unknown): Remark[] => comments.safeParse(body).data?.docs ?? []

/** The newest review of a page. */
export const readReview = (body: unknown): ReviewState | undefined =>
  reviews.safeParse(body).data?.docs[0]
