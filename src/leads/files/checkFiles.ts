import type { FormFieldDefinition } from '@/site/formDefinition'
import type { Words } from '@/site/words'

import { AtriumError } from '@/errors'
import { assertClean } from '@/media/scanning/assertClean'

import { defuseName } from './defuseName'
import { infectedProblem, kindProblem } from './fileLimits'
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

/**
 * Reads what was sent, looks at what it is, and shows it to the virus scanner. One after the other: each is held in memory as it is.
 *
 * @throws AtriumError SCAN_UNAVAILABLE
 */
export async function checkFiles(uploads: readonly Upload[], words?: Words): Promise<Checked> {
  const files: LeadUpload[] = []
  const errors: Record<string, string> = {}
  for (const { field, files: sent } of uploads)
    for (const file of sent) {
      const bytes = Buffer.from(await file.arrayBuffer())
      const type = await findType(field, file.name, bytes)
      if (type && !(await isClean(bytes))) errors[field.name] ??= infectedProblem(file, words)
      else if (type) {
        const { mime: mimeType, extension } = type
        const name = defuseName(file.name, extension)
        files.push({ field: field.name, name, extension, mimeType, bytes })
      } else errors[field.name] ??= kindProblem(field, file, words)
    }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, files }
}

const isClean = (bytes: Buffer): Promise<boolean> =>
  assertClean(bytes).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AtriumError && error.code === 'INFECTED') return false
      throw error
    },
  )
