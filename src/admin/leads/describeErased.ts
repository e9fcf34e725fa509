import { z } from 'zod'

const erased = z.object({ erased: z.array(z.object({ leads: z.number() })) })
const refused = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })

/** The server's answer to an erasure, in words. */
export function describeErased(ok: boolean, answer: unknown): string {
  const done = erased.safeParse(answer)
  if (ok && done.success) {
    const leads = done.data.erased.reduce((sum, one) => sum + one.leads, 0)
    if (leads === 0) return 'There was nothing from this address.'
    return leads === 1 ? 'One lead was erased.' : `${leads} leads were erased.`
  }
  const fault = refused.safeParse(answer)
  return fault.success
    ? (fault.data.errors[0]?.message ?? 'Nothing was erased.')
    : 'Something went wrong. Nothing was erased.'
}
