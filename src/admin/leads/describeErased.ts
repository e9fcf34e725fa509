import { z } from 'zod'

const erased = z.object({ erased: z.array(z.object({ leads: z.number() })) })

/** What an erasure did, in words. */
export function describeErased(answer: unknown): string {
  const done = erased.safeParse(answer)
  if (!done.success) return 'It is erased.'
  const leads = done.data.erased.reduce((sum, one) => sum + one.leads, 0)
  if (leads === 0) return 'There was nothing from this address.'
  return leads === 1 ? 'One lead was erased.' : `${leads} leads were erased.`
}
