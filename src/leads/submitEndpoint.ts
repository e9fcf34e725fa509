import type { Endpoint } from 'payload'
import { z } from 'zod'

import { addressOf } from '@/api/rateLimits'
import { AtriumError } from '@/errors'
import { localeOf } from '@/locales/locales'
import { resolveMeantTenant } from '@/tenancy/resolveScope'

import { submitForm } from './submitForm'

const body = z.object({
  values: z.record(z.string().max(60), z.union([z.string(), z.number(), z.boolean()])),
})

/** `POST /api/forms/:id/submit` with `{ "values": { "email": "…" } }`: for sites that show a form themselves. */
export const submitEndpoint: Endpoint = {
  path: '/:id/submit',
  method: 'post',
  handler: async (req) => {
    const { tenant } = await resolveMeantTenant(req.payload, req.headers)
    if (!tenant)
      throw new AtriumError('BAD_REQUEST', {
        message: 'Say which space: use its host, or X-Tenant.',
      })
    if (tenant.status !== 'active') throw new AtriumError('TENANT_SUSPENDED')
    const sent: unknown = await req.json?.().catch(() => undefined)
    const parsed = body.safeParse(sent)
    if (!parsed.success)
      throw new AtriumError('BAD_REQUEST', {
        message: 'Send { "values": { "<field>": "<answer>" } }.',
      })
    const id: unknown = req.routeParams?.id
    if (typeof id !== 'string' || !z.uuid().safeParse(id).success)
      throw new AtriumError('NOT_FOUND')
    const values = Object.fromEntries(
      Object.entries(parsed.data.values).map(([name, value]) => [name, String(value)]),
    )
    const result = await submitForm(req.payload, {
      tenant: tenant.id,
      form: id,
      values,
      address: addressOf(req.headers),
      token: undefined,
      reading: {
        locale: localeOf(req.locale)?.code ?? tenant.defaultLocale,
        fallbackLocale: tenant.defaultLocale,
      },
    })
    if (result.done)
      return Response.json({ message: 'Received.', redirect: result.redirect }, { status: 201 })
    throw new AtriumError('VALIDATION_FAILED', {
      message: result.message,
      details: Object.entries(result.errors ?? {}).map(([field, message]) => ({ field, message })),
    })
  },
}
