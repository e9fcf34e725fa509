import { randomBytes } from 'node:crypto'

import type { Endpoint } from 'payload'
import { z } from 'zod'

import { isStaff, OWNERS, scopeOf, tenantOfNew, tenantsWithRole } from '@/access/rules'
import { AtriumError } from '@/errors'
import { deliver } from '@/mail/emailAdapter'
import { loadTenantSummaries } from '@/tenancy/resolveTenant'

import { inviteMail } from '../mail'

const DAY_MS = 24 * 60 * 60 * 1000
/** Long enough for a holiday week. */
const INVITATION_DAYS = 7

const invitation = z.object({
  email: z.email().max(254),
  role: z.enum(['owner', 'editor', 'author', 'viewer', 'member']),
  firstName: z.string().trim().max(80).optional(),
  lastName: z.string().trim().max(80).optional(),
  tenant: z.uuid().optional(),
})

/**
 * `POST /api/users/invite`: an owner invites a person by e-mail into the space. The account is made at once, without a
 * usable password; the mailed link sets one, once, within seven days, and confirms the address.
 */
export const inviteEndpoint: Endpoint = {
  path: '/invite',
  method: 'post',
  handler: async (req) => {
    const body: unknown = await req.json?.().catch(() => undefined)
    const parsed = invitation.safeParse(body)
    if (!parsed.success) {
      throw new AtriumError('VALIDATION_FAILED', {
        message: 'Give an e-mail address and a role.',
        details: parsed.error.issues.map(({ path, message }) => ({
          field: path.join('.'),
          message,
        })),
      })
    }
    const scope = await scopeOf(req)
    if (!scope || !req.user) throw new AtriumError('NOT_SIGNED_IN')
    const tenant = tenantOfNew(scope, req, parsed.data)
    const may =
      tenant !== undefined && (isStaff(scope) || tenantsWithRole(scope, OWNERS).includes(tenant))
    if (!may) throw new AtriumError('FORBIDDEN')
    const [summary] = await loadTenantSummaries(req.payload, [tenant])
    if (!summary) throw new AtriumError('NOT_FOUND')

    const { email, role, firstName, lastName } = parsed.data
    const token = randomBytes(32).toString('hex')
    const account = await req.payload.create({
      collection: 'users',
      req,
      disableVerificationEmail: true,
      data: {
        email: email.toLowerCase(),
        firstName,
        lastName,
        tenant,
        tenants: [{ tenant, role }],
        password: randomBytes(32).toString('base64url'),
      },
    })
    await req.payload.db.updateOne({
      collection: 'users',
      id: account.id,
      req,
      returning: false,
      data: {
        resetPasswordToken: token,
        resetPasswordExpiration: new Date(Date.now() + INVITATION_DAYS * DAY_MS).toISOString(),
      },
    })
    try {
      const mail = inviteMail({ to: email, space: summary, token, days: INVITATION_DAYS })
      await deliver(req.payload, mail)
    } catch (error) {
      // An account that nobody was told of would only be in the way of the next invitation.
      await req.payload.delete({ collection: 'users', id: account.id, req })
      throw error
    }
    return Response.json(
      { message: `An invitation was sent to ${email}.`, id: account.id },
      { status: 201 },
    )
  },
}
