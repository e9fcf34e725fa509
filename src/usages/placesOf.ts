import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { nameOfBlock } from '@/blocks/nameOfBlock'
import { inEveryLanguage } from '@/locales/textIn'

import type { ReferringField } from './referringFields'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** In which fields and blocks of a document an id stands, in words for people. */
export function placesOf(doc: Row, fields: readonly ReferringField[], id: string): string[] {
  const places = fields.flatMap(({ path, label, isText }) => {
    if (!names(doc, path.split('.'), id, isText)) return []
    return path === 'references'
      ? inEveryLanguage(doc.layout).flatMap((layout) => blocksThatName(layout, id))
      : [label]
  })
  return [...new Set(places)]
}

/** Whether an id stands at a path: as it is, or with `anywhere` somewhere below it. */
export function names(
  value: unknown,
  path: readonly string[],
  id: string,
  anywhere: boolean,
): boolean {
  const [key, ...rest] = path
  if (key === undefined && anywhere) return JSON.stringify(value ?? null).includes(`"${id}"`)
  if (Array.isArray(value)) return value.some((one) => names(one, path, id, anywhere))
  const translations = inEveryLanguage(value)
  if (translations[0] !== value) return names(translations, path, id, anywhere)
  if (key !== undefined) return isRow(value) && names(value[key], rest, id, anywhere)
  if (!isRow(value)) return value === id
  return value.id === id || ('relationTo' in value && names(value.value, [], id, anywhere))
}

/** The references of a page are its blocks’. */
function blocksThatName(layout: unknown, id: string): string[] {
  const rows = Array.isArray(layout) ? layout : []
  const found = rows.flatMap((row: unknown) => {
    const named = collectReferences([row], blocks).some(({ value }) => value === id)
    const block = named ? nameOfBlock(row) : undefined
    return block === undefined ? [] : [`Block “${block}”`]
  })
  return found.length > 0 ? found : ['Blocks']
}
