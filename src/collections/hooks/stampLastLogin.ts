import type { CollectionBeforeLoginHook } from 'payload'

/** Notes the sign-in, in the transaction that makes the session. */
export const stampLastLogin: CollectionBeforeLoginHook = async ({ req, user }) => {
  const lastLogin = new Date().toISOString()
  await req.payload.db.updateOne({
    collection: 'users',
    id: user.id,
    data: { lastLogin },
    req,
    returning: false,
  })
  return { ...user, lastLogin }
}
