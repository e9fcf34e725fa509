import { type BsonValue } from './BsonValue'

/** How many documents and lists are inside of one another, at the deepest place. */
export function depthOf(value: BsonValue): number {
  switch (value.type) {
    case 'object':
      return 1 + deepest(value.values)
    case 'array':
      return 1 + deepest(value.items)
    case 'javascriptWithScope':
      return depthOf(value.scope)
    default:
      return 0
  }
}

const deepest = (values: readonly BsonValue[]): number =>
  values.reduce((depth, value) => Math.max(depth, depthOf(value)), 0)
