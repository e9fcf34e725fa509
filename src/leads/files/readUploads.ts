import type { PayloadRequest } from 'payload'

import { addressOf, consume } from '@/api/rateLimits'
import { visitor } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { env } from '@/env'
import { AtriumError } from '@/errors'
import type { FormDefinition } from '@/site/formDefinition'

import { readFormData, type Sent } from '../readFormData'
import { totalOf, totalProblem } from './fileLimits'

interface Place {
  readonly tenant: string
  /** Undefined for what is no id at all. */
  readonly form: string | undefined
}

/**
 * What a stranger sends as multipart, read only when its form asks for so much: everything before looks at what the request says of itself.
 *
 * @throws AtriumError NOT_FOUND, RATE_LIMITED, LENGTH_REQUIRED, TOO_LARGE, BAD_REQUEST
 */
export async function readUploads(req: PayloadRequest, { tenant, form }: Place): Promise<Sent> {
  if (form === undefined) throw new AtriumError('NOT_FOUND')
  await consume('upload', `${addressOf(req.headers)} ${form}`)
  const definition: FormDefinition | null = await withScope(visitor(tenant), () =>
    req.payload.findByID({
      collection: 'forms',
      id: form,
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
    }),
  )
  if (!definition) throw new AtriumError('NOT_FOUND')
  const length = req.headers.get('content-length')
  if (length === null) throw new AtriumError('LENGTH_REQUIRED')
  const { MAX_BODY_BYTES, MAX_FORM_UPLOAD_BYTES } = env()
  const total = totalOf(definition.fields ?? [], MAX_FORM_UPLOAD_BYTES)
  if (!(Number(length) <= total + MAX_BODY_BYTES))
    throw new AtriumError('TOO_LARGE', {
      message: total > 0 ? totalProblem(total) : 'This form takes no files.',
    })
  const data = await req.formData?.().catch(() => undefined)
  if (!data) throw new AtriumError('BAD_REQUEST')
  return readFormData(data)
}
