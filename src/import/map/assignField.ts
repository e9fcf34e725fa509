import { type MappedValue } from './MappedValue'

/** A target under construction. */
export interface Values {
  [name: string]: MappedValue | Values
}

/** Writes `seo.title` into `{ seo: { title } }`. Rules never write one field twice, nor inside of another (checkFields.ts). */
export function assignField(values: Values, target: string, value: MappedValue): void {
  const steps = target.split('.')
  const last = steps.pop() ?? target
  const groups = steps.reduce((group, step) => groupOf(group, step), values)
  groups[last] = value
}

const made = new WeakSet<object>()

const isGroup = (value: Values[string] | undefined): value is Values =>
  typeof value === 'object' && value !== null && made.has(value)

function groupOf(values: Values, name: string): Values {
  const found = Object.hasOwn(values, name) ? values[name] : undefined
  if (isGroup(found)) return found
  const group: Values = {}
  made.add(group)
  values[name] = group
  return group
}
