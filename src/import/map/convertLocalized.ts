import { type BsonValue } from '../bson/BsonValue'
import { type Converted, impossible, lossy, ok } from '../convert/Converted'
import { isLocaleTag } from '../localeTag'
import { convertAs } from './convertAs'
import { type FieldRule } from './ImportMap'
import { type MappedValue } from './MappedValue'

/**
 * A value, or one for each language, each as the rule says. One that cannot be converted leaves all of them where they are: a part of a translation is
 * none.
 */
export function convertLocalized(
  value: BsonValue,
  rule: Pick<FieldRule, 'as' | 'collection' | 'driver'>,
): Converted<MappedValue> {
  if (value.type !== 'object' || value.size === 0 || !value.keys.every(isLocaleTag))
    return convertAs(value, rule)
  if (new Set(value.keys).size < value.size) return impossible('a language is there twice')
  const reasons: string[] = []
  const values: [string, MappedValue][] = []
  for (const [locale, text] of value.entries()) {
    const converted = convertAs(text, rule)
    if (converted.kind === 'impossible') return impossible(`${locale}: ${converted.reason}`)
    if (converted.kind === 'lossy') reasons.push(`${locale}: ${converted.reason}`)
    values.push([locale, converted.value])
  }
  const result = Object.fromEntries(values)
  return reasons.length === 0 ? ok(result) : lossy(result, reasons.join('; '))
}
