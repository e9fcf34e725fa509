import type { FormFieldDefinition } from '@/site/formDefinition'
import { wordsOf, type Words } from '@/site/words'

import { describeKinds } from './fileKinds'

const ENGLISH = wordsOf(undefined)

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
export function describeLimits(field: Limited, platform: number, words: Words = ENGLISH): string {
  const { files, bytes } = limitsOf(field, platform)
  const each = describeSize(bytes)
  const kinds = describeKinds(field, words)
  if (files === 1) return words.oneFile(kinds, each)
  const together = files * bytes > platform ? describeSize(platform) : undefined
  return words.upToFiles(files, kinds, each, together)
}

/** What is wrong with the number and the sizes of what was chosen. */
export function choiceProblem(
  field: Limited,
  chosen: readonly ChosenFile[],
  platform: number,
  words: Words = ENGLISH,
): string | undefined {
  const { files, bytes } = limitsOf(field, platform)
  if (chosen.length > files) return words.tooManyFiles(files, chosen.length)
  const empty = chosen.find(({ size }) => size === 0)
  if (empty) return words.emptyFile(shortened(empty.name))
  const large = chosen.find(({ size }) => size > bytes)
  return large && words.largeFile(shortened(large.name), describeSize(bytes))
}

export const kindProblem = (
  field: Limited,
  { name }: Pick<ChosenFile, 'name'>,
  words: Words = ENGLISH,
): string => words.wrongKind(shortened(name), describeKinds(field, words))

export const infectedProblem = (
  { name }: Pick<ChosenFile, 'name'>,
  words: Words = ENGLISH,
): string => words.infected(shortened(name))

export const totalProblem = (total: number, words: Words = ENGLISH): string =>
  words.allTooLarge(describeSize(total))

/** Names come from a stranger, and are shown back to them. */
export const shortened = (name: string): string =>
  name.length > 60 ? `${name.slice(0, 40)}…${name.slice(-15)}` : name
