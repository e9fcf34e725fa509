import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { CAPTCHA } from '@/site/captchaInput'
import { CONSENT } from '@/site/consentInput'
import { HONEYPOT } from '@/site/honeypot'

/** A field's name becomes the name of an input and of a column in an export. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/
const MAX_FIELDS = 60
/** Each of up to ten files. */
const MAX_FILE_FIELDS = 5

interface FieldRow {
  blockType?: string
  name?: string
  showIf?: { field?: string | null } | null
}

const isFile = ({ blockType }: FieldRow): boolean => blockType === 'file'

/** Refuses form definitions that a visitor could not send back unambiguously. */
export const checkFormFields: CollectionBeforeChangeHook = ({ data }) => {
  const rows: FieldRow[] = Array.isArray(data.fields) ? data.fields : []
  const errors: { path: string; message: string }[] = []
  if (rows.length > MAX_FIELDS)
    errors.push({ path: 'fields', message: `A form has up to ${MAX_FIELDS} fields.` })
  if (rows.filter(isFile).length > MAX_FILE_FIELDS)
    errors.push({
      path: 'fields',
      message: `A form has up to ${MAX_FILE_FIELDS} fields for files.`,
    })
  const names = new Set<string>()
  const ofFiles = new Set(rows.filter(isFile).map(({ name }) => name))
  rows.forEach((row, index) => {
    const on = row.showIf?.field?.trim()
    if (on && (!names.has(on) || ofFiles.has(on)))
      errors.push({
        path: `fields.${index}.showIf.field`,
        message: ofFiles.has(on)
          ? 'A condition cannot ask for files.'
          : 'There is no field of this name before this one.',
      })
    if (row.blockType === 'message' || row.blockType === 'step') return
    const path = `fields.${index}.name`
    if (!row.name || !NAME.test(row.name)) {
      errors.push({
        path,
        message: 'Begin with a letter; use letters, digits, hyphens and underscores.',
      })
    } else if (names.has(row.name)) {
      errors.push({ path, message: 'Another field of this form has this name.' })
    } else if ([HONEYPOT, CONSENT, CAPTCHA, 'form', 'token', 'startedAt'].includes(row.name)) {
      errors.push({ path, message: 'This name is reserved.' })
    } else names.add(row.name)
  })
  if (errors.length > 0) throw new ValidationError({ collection: 'forms', errors })
  return data
}
