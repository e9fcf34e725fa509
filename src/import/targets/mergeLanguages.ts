import type { FlattenedField } from 'payload'

import { type LocalizedData } from './Target'

/**
 * What was prepared in several languages as one row: the adapter (3.90) writes a translated field as an object with a value for each language, and has
 * no notion of a language that is being written. Fields inside of groups are taken as they are in the main language.
 */
export function mergeLanguages(
  fields: readonly Pick<FlattenedField, 'name' | 'localized'>[],
  languages: readonly [LocalizedData, ...LocalizedData[]],
): Record<string, unknown> {
  const [{ data }] = languages
  const translated = fields.filter(({ localized }) => localized).map(({ name }) => name)
  const texts = translated.flatMap((name) => {
    const entries = languages.flatMap(({ locale, data: own }) =>
      own[name] === undefined ? [] : [[locale, own[name]] as const],
    )
    return entries.length === 0 ? [] : [[name, Object.fromEntries(entries)] as const]
  })
  return { ...data, ...Object.fromEntries(texts) }
}
