import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'

import { GIVEN_ID } from '@/db/givenId'
import { isValidationError } from '@/db/pgErrors'

import { type MapNote } from '../map/MapReport'
import { mergeLanguages } from '../targets/mergeLanguages'
import { type Prepared, type Target } from '../targets/Target'
import { localApi } from './localApi'

interface RowToWrite {
  readonly target: Target
  readonly id: string
  /** The tenant of the row; of a tenant undefined. */
  readonly tenant: string | undefined
  readonly prepared: Prepared
  /** The row as it is, for one that is there. */
  readonly existing: Readonly<Record<string, unknown>> | undefined
  /** It will be taken back, and a file could not. */
  readonly isDry: boolean
}

/** A request of its own for each row: it would remember what others looked up. */
export async function requestFor(
  payload: Payload,
  { transactionID }: PayloadRequest,
): Promise<PayloadRequest> {
  const req = await createLocalReq({}, payload)
  if (transactionID !== undefined) req.transactionID = transactionID
  return req
}

/**
 * Writes a row, in all of its languages. Nobody is told of it, and nothing is sent: `context.import` says so to the hooks.
 *
 * @throws what the collection's validations and the database refuse
 */
export async function writeRow(
  payload: Payload,
  transaction: PayloadRequest,
  row: RowToWrite,
): Promise<void> {
  const through = row.prepared.through ?? row.target.through
  await (through === 'api' ? writeOverApi : writeOverAdapter)(payload, transaction, row)
}

async function writeOverApi(
  payload: Payload,
  transaction: PayloadRequest,
  { target, id, tenant, prepared, existing, isDry }: RowToWrite,
): Promise<void> {
  const api = localApi(payload)
  const [main, ...others] = prepared.languages
  const { status } = prepared
  const common = {
    collection: target.slug,
    ...(status === undefined ? {} : { draft: status === 'draft' }),
  }
  const own = { ...(tenant === undefined ? {} : { tenant }), ...(status && { _status: status }) }
  // By this name the plugin for storages knows that there is nothing to store (3.90).
  const context = { import: true, ...(isDry && { skipCloudStorage: true }) }
  const request = { ...common, locale: main.locale, file: prepared.file }
  if (existing) {
    await api.update({
      ...request,
      id,
      req: await requestFor(payload, transaction),
      data: { ...main.data, ...own },
      context,
    })
  } else {
    await api.create({
      ...request,
      req: await requestFor(payload, transaction),
      data: { ...main.data, ...own, id },
      context: { ...context, [GIVEN_ID]: id },
      disableVerificationEmail: true,
    })
  }
  for (const { locale, data } of others) {
    await api.update({
      ...common,
      id,
      locale,
      req: await requestFor(payload, transaction),
      data: { ...data, ...(status && { _status: status }) },
      context,
    })
  }
}

async function writeOverAdapter(
  payload: Payload,
  transaction: PayloadRequest,
  { target, id, tenant, prepared, existing }: RowToWrite,
): Promise<void> {
  const req = await requestFor(payload, transaction)
  req.context[GIVEN_ID] = id
  const data = {
    ...mergeLanguages(payload.collections[target.slug].config.flattenedFields, prepared.languages),
    ...(tenant === undefined ? {} : { tenant }),
  }
  const { slug: collection } = target
  // The adapter takes what a row does not have for what is to be gone.
  if (existing) {
    const { id: _id, updatedAt: _updatedAt, ...before } = existing
    await payload.db.updateOne({
      collection,
      id,
      data: { ...before, ...data },
      req,
      returning: false,
    })
  } else await payload.db.create({ collection, data: { ...data, id }, req, returning: false })
}

/** The row with all of its languages, as the adapter has it. */
export function loadRow(
  payload: Payload,
  req: PayloadRequest,
  { slug }: Target,
  id: string,
): Promise<Record<string, unknown> | null> {
  const where: Where = { id: { equals: id } }
  return payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: slug,
    where,
    req,
  })
}

/** Why a row was refused, in words. Undefined: something else went wrong, which is no fault of the document. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof Error && error.name === 'Refusal') return error.message
  if (isValidationError(error)) {
    const problems = error.data.errors.map(({ path, message }) => `${path ?? '$'}: ${message}`)
    return problems.join('; ') || 'it is not valid'
  }
  const status: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  return error instanceof Error && typeof status === 'number' && status < 500
    ? error.message
    : undefined
}

export const draftInstead = (reason: string): MapNote => ({
  path: '$',
  reason: `comes in as a draft, since it cannot be published here: ${reason}`,
})
