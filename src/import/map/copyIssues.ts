import { type z } from 'zod'

import { type Source } from '../read/Source'
import { ruleKeyOf } from './applyMap'
import { type ImportMap } from './ImportMap'

/**
 * Copies that are called like a collection of the source: its documents would come in by the rules of the copy, of which nothing is kept that is not
 * mapped. Documents that an import rejected are of copies too, so there it is none.
 */
export function copyIssues(
  map: ImportMap,
  source?: Pick<Source, 'collections' | 'layout'>,
): z.core.$ZodIssue[] {
  if (!source || source.layout === 'rejects') return []
  const own = source.collections.filter(({ kind }) => kind !== 'view')
  return Object.entries(map.collections).flatMap(([key, { copyOf }]): z.core.$ZodIssue[] => {
    const same = copyOf && own.find((collection) => ruleKeyOf(map, collection) === key)
    if (!same) return []
    const name = same.database === '' ? same.name : `${same.database}/${same.name}`
    const message = `is a copy, and the source has a collection “${name}” of its own: give the copy another name`
    return [{ code: 'custom', input: copyOf, path: ['collections', key, 'copyOf'], message }]
  })
}
