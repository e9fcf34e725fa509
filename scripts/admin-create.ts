/**
 * `npm run admin:create -- <e-mail>`: makes a platform administrator, or gives an existing global account a new password.
 * The password is read from ADMIN_PASSWORD, else made up and printed once.
 *
 * When: after the first migration; nobody can register by themselves. Undo: delete the account in the admin.
 */
import { randomBytes } from 'node:crypto'

import { getPayload } from 'payload'
import { z } from 'zod'

import config from '../payload.config'
import { platform } from '../src/db/scope'
import { withScope } from '../src/db/withScope'
import { CommandError } from './support/CommandError'
import { readEnvironment } from './support/environment'
import { runCommand } from './support/runCommand'

runCommand(async () => {
  const email = z.email().safeParse(process.argv[2]?.trim().toLowerCase())
  if (!email.success)
    throw new CommandError('Which e-mail address?', 'npm run admin:create -- you@example.com')
  const given = readEnvironment('ADMIN_PASSWORD')
  const password = given ?? randomBytes(15).toString('base64url')
  const payload = await getPayload({ config })
  try {
    await withScope(
      platform({ actor: 'system', reason: 'make a platform administrator' }),
      async () => {
        const { docs } = await payload.find({
          collection: 'users',
          limit: 1,
          where: { and: [{ email: { equals: email.data } }, { tenant: { exists: false } }] },
        })
        const [known] = docs
        const data = {
          password,
          platformRole: 'platform-admin' as const,
          isActive: true,
          _verified: true,
        }
        if (known) await payload.update({ collection: 'users', id: known.id, data })
        else {
          await payload.create({
            collection: 'users',
            data: { ...data, email: email.data },
            disableVerificationEmail: true,
          })
        }
        console.log(
          `${email.data} ${known ? 'has a new password' : 'is a platform administrator'}.`,
        )
        if (given === undefined) console.log(`Password (shown once): ${password}`)
      },
    )
  } finally {
    await payload.destroy()
  }
})
