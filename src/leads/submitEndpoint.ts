import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { addressOf } from '@/api/rateLimits'
import { AtriumError } from '@/errors'
import { localeOf } from '@/locales/locales'
import { LOCALE_INPUT } from '@/site/honeypot'
import { resolveMeantTenant } from '@/tenancy/resolveScope'

import { readUploads } from './files/readUploads'
import type { Sent } from './readFormData'
import { submitForm } from './submitForm'

const body = z.object({
  values: z.record(z.string().max(60), z.union([z.string(), z.number(), z.boolean()])),
})

/**
 * `POST /api/forms/:id/submit`: for sites that show a form themselves, with `{ "values": { "email": "…" } }`; and with files, for them and for
 * our own pages, as multipart: each field under its name.
 */
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
    const id: unknown = req.routeParams?.id
    const isId = typeof id === 'string' && z.uuid().safeParse(id).success
    const isMultipart = req.headers.get('content-type')?.startsWith('multipart/form-data') ?? false
    const sent = isMultipart
      ? await readUploads(req, { tenant: tenant.id, form: isId ? id : undefined })
      : await readJson(req)
    if (!isId) throw new AtriumError('NOT_FOUND')
    const result = await submitForm(req.payload, {
      tenant: tenant.id,
      form: id,
      ...sent,
      address: addressOf(req.headers),
      // Our own pages send one along with files; for whoever else does not, the limits have to do.
      token: isMultipart ? sent.values.token : undefined,
      reading: {
        locale:
          tenant.locales.find((one) => one === sent.values[LOCALE_INPUT]) ??
          localeOf(req.locale)?.code ??
          tenant.defaultLocale,
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

async function readJson(req: PayloadRequest): Promise<Sent> {
  const sent: unknown = await req.json?.().catch(() => undefined)
  const parsed = body.safeParse(sent)
  if (!parsed.success)
    throw new AtriumError('BAD_REQUEST', {
      message: 'Send { "values": { "<field>": "<answer>" } }.',
    })
  const values = Object.fromEntries(
    Object.entries(parsed.data.values).map(([name, value]) => [name, String(value)]),
  )
  return { values, files: new Map() }
}
