import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Verification, verificationSchema } from '../verify/Verification'

/** What a folder of an import may have in it, beside its lists. */
export const VERIFICATION = 'verification.json'
export const DISAPPEARED = 'disappeared.json'

/** The last comparison of an import with its source, if there was one. */
export async function loadVerification(folder: string): Promise<Verification | undefined> {
  try {
    const text = await readFile(join(folder, VERIFICATION), 'utf8')
    return verificationSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
