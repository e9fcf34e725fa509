import { type FieldRule } from './ImportMap'
import { type RecognisedCollection } from './Recognised'

type Found = Omit<RecognisedCollection, 'key'>

const SAYS_STATUS = ['_status', 'published']

const isStatus = (rule: string | FieldRule): boolean => {
  const to = typeof rule === 'string' ? rule : rule.to
  return SAYS_STATUS.some((name) => to === name)
}

/**
 * Pages of a collection without drafts are all public, and nothing in them says so. Here a page of which nothing is said is a draft: the map says it, where
 * whoever reads it sees it.
 */
export function withStatus({ why, rules }: Found): Found {
  const { fields = [] } = rules
  if (fields.some(isStatus)) return { why, rules }
  return {
    why: `${why}; none says whether it is a draft, so all are taken for public`,
    rules: { ...rules, fields: [...fields, { to: '_status', value: 'published' }] },
  }
}
