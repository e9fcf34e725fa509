import type { FormFieldDefinition } from '@/site/formDefinition'
import type { Words } from '@/site/words'

import { defuseName } from './defuseName'
import { kindProblem } from './fileLimits'
import { findType } from './findType'

/** What was chosen for a field of a form, its number and sizes checked. */
export interface Upload {
  readonly field: FormFieldDefinition & { readonly name: string }
  readonly files: readonly File[]
}

/** A file that may be kept. */
export interface LeadUpload {
  /** The name of its field. */
  readonly field: string
  /** As it is shown. */
  readonly name: string
  readonly extension: string
  readonly mimeType: string
  readonly bytes: Buffer
}

export type Checked =
  | { readonly ok: true; readonly files: readonly LeadUpload[] }
  | { readonly ok: false; readonly errors: Record<string, string> }

/** Reads what was sent, and looks at what it is. One after the other: each is held in memory as it is. */
export async function checkFiles(uploads: readonly Upload[], words?: Words): Promise<Checked> {
  const files: LeadUpload[] = []
  const errors: Record<string, string> = {}
  for (const { field, files: sent } of uploads)
    for (const file of sent) {
      const bytes = Buffer.from(await file.arrayBuffer())
      const type = await findType(field, file.name, bytes)
      if (type) {
        const { mime: mimeType, extension } = type
        const name = defuseName(file.name, extension)
        files.push({ field: field.name, name, extension, mimeType, bytes })
      } else errors[field.name] ??= kindProblem(field, file, words)
    }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, files }
}
