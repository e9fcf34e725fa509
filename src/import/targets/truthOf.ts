import { wordOf } from './lookUp'
import { textOf } from './plainValue'
import { type PlainValue } from './Target'

const YES = ['true', '1', 'yes', 'y', 'on', 'active', 'enabled']
const NO = ['false', '0', 'no', 'n', 'off', 'inactive', 'disabled', 'blocked', 'suspended']

/** Yes or no, as people and applications write it; undefined for everything else. */
export function truthOf(value: PlainValue | undefined): boolean | undefined {
  const word = wordOf(textOf(value) ?? '')
  if (YES.includes(word)) return true
  return NO.includes(word) ? false : undefined
}
