import { z } from 'zod'

/** What an export says for people to read, and an import passes over: the database writes it. */
const READ_ONLY = { createdAt: z.unknown().optional(), updatedAt: z.unknown().optional() }

/** An object with these keys and no others: what an import does not know is said, not lost. */
export const shape = <T extends z.core.$ZodLooseShape>(fields: T) =>
  z.strictObject({ ...fields, ...READ_ONLY })

/** The first thing that is wrong with an entry, in words. */
export function problemOfShape({ issues: [issue] }: z.ZodError): string {
  if (!issue) return 'This cannot be read.'
  if (issue.code === 'unrecognized_keys') {
    const place = [...issue.path, issue.keys[0]?.slice(0, 40)].join('.')
    return `“${place}” cannot be imported: leave it out.`
  }
  const place = issue.path.join('.')
  return `${place === '' ? 'The entry' : place}: ${issue.message}.`
}
