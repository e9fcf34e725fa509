import type { CollectionBeforeOperationHook, Where } from 'payload'

import { oldIdTexts } from '../oldIdTexts'

/**
 * Whoever asks for an old id writes it as the old system showed it. It is kept with its type, since `1` and `"1"` are two ids in MongoDB:
 * `equals` finds what either of them became.
 */
export const findByOldId: CollectionBeforeOperationHook = ({ args }) =>
  'where' in args && args.where ? { ...args, where: withOldIdTexts(args.where) } : args

/** A question that finds an old id in whichever of its forms. */
export const withOldIdTexts = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([key, value]) => {
      // What is no query is left to Payload, which refuses it.
      if (Array.isArray(value))
        return [key, value.map((one) => (isQuery(one) ? withOldIdTexts(one) : one))]
      if (key !== 'sourceId' || !isQuery(value) || typeof value.equals !== 'string')
        return [key, value]
      const { equals, ...others } = value
      return [key, 'in' in others ? value : { ...others, in: oldIdTexts(equals) }]
    }),
  )

/** What callers send has whatever form, whatever its type says. */
const isQuery = (value: unknown): value is Where =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
