import { z } from 'zod'

const answer = z.object({
  own: z.number(),
  mentions: z.array(
    z.object({
      id: z.string(),
      receivedAt: z.string(),
      form: z.string(),
      places: z.array(z.string()),
    }),
  ),
})

/** What is to be erased of a person, and which leads of others name their address. */
export type Mentions = z.infer<typeof answer>

export const readMentions = (body: unknown): Mentions | undefined => answer.safeParse(body).data
