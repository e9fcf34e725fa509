import { verify } from '@node-rs/bcrypt'
import type { PayloadRequest } from 'payload'

import { hashPassword } from '../passwordHash'

interface ImportedAccount {
  readonly id: string
  readonly importedHash: string
}

/**
 * The first sign-in of an imported account: with the right password it gets Payload's own hash, and loses the imported one in
 * the same statement (atrium_one_password). Payload then signs it in as any other. A wrong password is Payload's to count: it
 * finds no hash to compare with.
 *
 * Payload's hash is made beside the comparison, also when it turns out that nobody needs it: a wrong password takes as long
 * as for every account, as long as bcrypt is not the slower of the two (from a cost of about 12).
 */
export async function adoptImportedPassword(
  req: PayloadRequest,
  { id, importedHash }: ImportedAccount,
  password: string,
): Promise<void> {
  const [right, own] = await Promise.all([
    isPasswordOf(importedHash, password),
    hashPassword(password),
  ])
  if (!right) return
  // Of two first sign-ins one writes. Since it was read, the password may have been reset, and the account locked.
  await req.payload.db.updateOne({
    collection: 'users',
    data: own,
    options: { atomic: true },
    req,
    where: {
      and: [
        { id: { equals: id } },
        { importedHash: { equals: importedHash } },
        {
          or: [
            { lockUntil: { exists: false } },
            { lockUntil: { less_than_equal: new Date().toISOString() } },
          ],
        },
      ],
    },
  })
}

/**
 * As the old system compared: by the first 72 bytes. A NUL is in nobody's password: bcrypt repeats a password with a NUL after
 * it, so that “a␀a” would do for “a”, and a NUL alone for no password at all.
 */
const isPasswordOf = async (importedHash: string, password: string): Promise<boolean> =>
  !password.includes('\u0000') && verify(password, importedHash)
