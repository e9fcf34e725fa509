import { z } from 'zod'

const notifications = z.object({
  docs: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      page: z.string().nullish(),
      readAt: z.string().nullish(),
      createdAt: z.string(),
    }),
  ),
})

export type Notice = z.infer<typeof notifications>['docs'][number]

/** Notifications as the API lists them. Nothing when it is something else. */
export const readNotifications = (body: unknown): Notice[] =>
  notifications.safeParse(body).data?.docs ?? []

/** How many there are, from the answer of a count. */
export const readCount = (body: unknown): number =>
  z.object({ totalDocs: z.number() }).safeParse(body).data?.totalDocs ?? 0
