import { type BsonDocument, type BsonValue } from '../bson/BsonValue'
import { canonicalHash } from '../bson/canonicalHash'
import { jsonPath } from '../bson/jsonPath'
import { toJsonb } from '../bson/writeExtendedJson'
import { shownValue } from './hideSecrets'

export interface Place {
  readonly path: string
  readonly expected: string
  readonly found: string
}

/** The first place at which two documents are not the same; the order of keys does not count. Undefined: nowhere. */
export function compareBson(expected: BsonDocument, found: BsonDocument): Place | undefined {
  if (canonicalHash(expected) === canonicalHash(found)) return undefined
  return placeIn(expected, found, [])
}

type Steps = readonly (string | number)[]

function placeIn(
  expected: BsonValue | undefined,
  found: BsonValue | undefined,
  steps: Steps,
): Place | undefined {
  if (expected?.type === 'object' && found?.type === 'object')
    return inObject(expected, found, steps)
  if (expected?.type === 'array' && found?.type === 'array') {
    const length = Math.max(expected.items.length, found.items.length)
    for (let index = 0; index < length; index += 1) {
      const place = placeIn(expected.items[index], found.items[index], [...steps, index])
      if (place) return place
    }
    return undefined
  }
  const [wanted, is] = [textOf(expected), textOf(found)]
  if (wanted === is) return undefined
  const path = jsonPath(steps)
  return { path, expected: shownValue(path, wanted), found: shownValue(path, is) }
}

function inObject(expected: BsonDocument, found: BsonDocument, steps: Steps): Place | undefined {
  for (const key of new Set([...expected.keys, ...found.keys])) {
    const [wanted, is] = [valuesOf(expected, key), valuesOf(found, key)]
    for (let index = 0; index < Math.max(wanted.length, is.length); index += 1) {
      const place = placeIn(wanted[index], is[index], [...steps, key])
      if (place) return place
    }
  }
  return undefined
}

/** All of a name: it may be there twice. */
const valuesOf = (document: BsonDocument, key: string): readonly BsonValue[] =>
  document.keys.flatMap((one, index) => {
    const value = one === key ? document.values[index] : undefined
    return value ? [value] : []
  })

const textOf = (value: BsonValue | undefined): string =>
  value === undefined ? '(nothing)' : toJsonb(value).json
