import {
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
  type PayloadRequest,
  type ValidationFieldError,
} from 'payload'

import type { Locale } from '@/locales/locales'

interface SaveToCheck {
  readonly collection: 'pages' | 'media'
  /** The fields that the import writes; the rest is the server's, or is checked against the whole file. */
  readonly fields: readonly string[]
  readonly locale: Locale
  readonly data: Readonly<Record<string, unknown>>
  /** Undefined for a document that is still to be made. */
  readonly id: string | undefined
  /** Ids of documents that are still to be made, and so are no choice yet. */
  readonly planned?: readonly string[]
  /** The document as it is in this language. */
  readonly doc: Readonly<Record<string, unknown>>
}

export interface Validity {
  readonly problems: readonly string[]
  /** Something is missing that only publishing asks for. */
  readonly incomplete: boolean
}

/**
 * What Payload's own rules for the fields of a document say of a save, without saving: the steps of its update (3.90) that come before
 * the database, with its hooks and defaults.
 */
export async function validateSave(
  req: PayloadRequest,
  { collection: slug, fields: names, id, locale, data, doc, planned = [] }: SaveToCheck,
): Promise<Validity> {
  const collection = req.payload.collections[slug].config
  const fields = collection.fields.filter(
    (field) =>
      field.type === 'tabs' || ('name' in field && names.some((name) => name === field.name)),
  )
  const sent = structuredClone({ ...data })
  const before = structuredClone({ ...doc })
  const errors: ValidationFieldError[] = []
  req.locale = locale
  const common = {
    ...(id === undefined ? {} : { id }),
    collection,
    context: req.context,
    data: sent,
    doc: before,
    fields,
    global: null,
    operation: id === undefined ? ('create' as const) : ('update' as const),
    overrideAccess: false,
    parentIndexPath: '',
    parentIsLocalized: false,
    parentPath: '',
    parentSchemaPath: '',
    req,
    siblingData: sent,
    siblingDoc: before,
  }
  await beforeValidateTraverseFields(common)
  await beforeChangeTraverseFields({
    ...common,
    docWithLocales: {},
    errors,
    fieldLabelPath: '',
    mergeLocaleActions: [],
    siblingDocWithLocales: {},
  })
  const missing = (error: ValidationFieldError) => isMissing(error, req)
  const mayLack = sent._status === 'draft'
  const isPlanned = ({ message }: ValidationFieldError) =>
    message.startsWith(req.t('validation:invalidSelections')) &&
    planned.some((one) => message.includes(one))
  return {
    problems: errors
      .filter((error) => !isPlanned(error))
      .filter((error) => !mayLack || !missing(error))
      .map(({ label, message, path }) => `${typeof label === 'string' ? label : path}: ${message}`),
    incomplete: mayLack && errors.some(missing),
  }
}

const isMissing = ({ message }: ValidationFieldError, { t }: PayloadRequest): boolean =>
  message === t('validation:required') ||
  ['general:row' as const, 'general:rows' as const].some(
    (rows) => message === t('validation:requiresAtLeast', { count: 1, label: t(rows) }),
  )
