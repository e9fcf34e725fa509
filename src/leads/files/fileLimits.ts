import type { FormFieldDefinition } from '@/site/formDefinition'

import { describeKinds } from './fileKinds'

export const MEGABYTE = 1_048_576
/** Files in one field. */
export const MAX_FILES = 10
/** Of a field that says nothing else, in megabytes. */
export const USUAL_SIZE = 5

type Limited = Pick<FormFieldDefinition, 'accept' | 'maxFiles' | 'maxSize'>

/** What is known of a file before it is read: in the browser, and on the server. */
export interface ChosenFile {
  readonly name: string
  readonly size: number
}

interface Limits {
  readonly files: number
  /** Of each of them. */
  readonly bytes: number
}

/** @param platform what one submission may have in all, which a field cannot exceed */
export const limitsOf = ({ maxFiles, maxSize }: Limited, platform: number): Limits => ({
  files: Math.min(Math.max(Math.trunc(maxFiles ?? 1), 1), MAX_FILES),
  bytes: Math.min(Math.max(maxSize ?? USUAL_SIZE, 0) * MEGABYTE, platform),
})

export const isFileField = ({ blockType }: Pick<FormFieldDefinition, 'blockType'>): boolean =>
  blockType === 'file'

/** What all files of a form may have together; 0 for a form that asks for none. */
export const totalOf = (fields: readonly FormFieldDefinition[], platform: number): number =>
  Math.min(
    platform,
    fields
      .filter(isFileField)
      .map((field) => limitsOf(field, platform))
      .reduce((sum, { files, bytes }) => sum + files * bytes, 0),
  )

/** “1.2 MB”. */
export function describeSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  if (bytes < MEGABYTE) return `${Math.round(bytes / 1024)} kB`
  return `${Number((bytes / MEGABYTE).toFixed(1))} MB`
}

/** What a field takes, said before anybody chooses. */
export function describeLimits(field: Limited, platform: number): string {
  const { files, bytes } = limitsOf(field, platform)
  const each = describeSize(bytes)
  if (files === 1) return `One file: ${describeKinds(field)}, up to ${each}.`
  const together = files * bytes > platform ? ` and ${describeSize(platform)} together` : ''
  return `Up to ${files} files: ${describeKinds(field)}, up to ${each} each${together}.`
}

/** What is wrong with the number and the sizes of what was chosen. */
export function choiceProblem(
  field: Limited,
  chosen: readonly ChosenFile[],
  platform: number,
): string | undefined {
  const { files, bytes } = limitsOf(field, platform)
  if (chosen.length > files)
    return `Choose ${files === 1 ? 'one file' : `up to ${files} files`}; these are ${chosen.length}.`
  const empty = chosen.find(({ size }) => size === 0)
  if (empty) return `“${shortened(empty.name)}” is empty.`
  const large = chosen.find(({ size }) => size > bytes)
  return large && `“${shortened(large.name)}” is too large: up to ${describeSize(bytes)}, please.`
}

export const kindProblem = (field: Limited, { name }: Pick<ChosenFile, 'name'>): string =>
  `“${shortened(name)}” cannot be taken. Send ${describeKinds(field)}.`

export const totalProblem = (total: number): string =>
  `All files together may have up to ${describeSize(total)}.`

/** Names come from a stranger, and are shown back to them. */
export const shortened = (name: string): string =>
  name.length > 60 ? `${name.slice(0, 40)}…${name.slice(-15)}` : name
