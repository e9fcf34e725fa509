import type { PayloadRequest } from 'payload'

import { idOf } from '@/access/rules'
import { env } from '@/env'
import { letter } from '@/mail/letter'
import { siteOrigin } from '@/tenancy/host'
import { resolveMeantTenant } from '@/tenancy/resolveScope'
import { loadTenantSummaries, type TenantSummary } from '@/tenancy/resolveTenant'

/**
 * The address of the admin where an account signs in: its home space's, for a global account the one that it asked at, or
 * the platform's. Never the Host header itself, which a stranger writes.
 */
async function adminOrigin(req: PayloadRequest | undefined, user: unknown): Promise<string> {
  if (!req) return env().NEXT_PUBLIC_SERVER_URL
  const home =
    typeof user === 'object' && user !== null ? idOf(Reflect.get(user, 'tenant')) : undefined
  if (home !== undefined) {
    const [space] = await loadTenantSummaries(req.payload, [home])
    if (space) return siteOrigin(space)
  }
  if (!req.headers?.has('host')) return env().NEXT_PUBLIC_SERVER_URL
  const { tenant } = await resolveMeantTenant(req.payload, req.headers)
  return tenant ? siteOrigin(tenant) : env().NEXT_PUBLIC_SERVER_URL
}

export const resetMail = {
  generateEmailSubject: () => 'Set a new password',
  generateEmailHTML: async (args?: { req?: PayloadRequest; token?: string; user?: unknown }) =>
    letter({
      heading: 'Set a new password',
      text: 'Somebody asked for a new password for this e-mail address. If it was not you, ignore this message: nothing changes.',
      action: 'Set a new password',
      href: `${await adminOrigin(args?.req, args?.user)}/admin/reset/${args?.token ?? ''}`,
      after: 'The link works once, within an hour:',
    }),
}

export const verificationMail = {
  generateEmailSubject: () => 'Confirm your e-mail address',
  generateEmailHTML: async (args: { req: PayloadRequest; token: string; user: unknown }) =>
    letter({
      heading: 'Confirm your e-mail address',
      text: 'An account was made for you. Confirm that this address is yours to sign in.',
      action: 'Confirm',
      href: `${await adminOrigin(args.req, args.user)}/admin/users/verify/${args.token}`,
      after: 'Or open:',
    }),
}

/** The mail that brings a person into a space. */
export function inviteMail({
  to,
  space,
  token,
  days,
}: {
  to: string
  space: TenantSummary
  token: string
  days: number
}) {
  const html = letter({
    heading: `Join ${space.name}`,
    text: `You are invited to work on the website of ${space.name}. Choose a password to begin.`,
    action: 'Accept the invitation',
    href: `${siteOrigin(space)}/admin/reset/${token}`,
    after: `The link works once, within ${days} days:`,
  })
  return { to, subject: `Invitation to ${space.name}`, html }
}
