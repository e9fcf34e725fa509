import { createHash } from 'node:crypto'

/** Bytes that belong to a seed and some names: always the same ones. */
const digestOf = (seed: number, names: readonly (string | number)[]): Buffer =>
  createHash('sha1')
    .update(JSON.stringify([seed, ...names]))
    .digest()

/** The digits of an ObjectId, the same one for the same names, so that references need no table of what they point to. */
export const hexOf = (seed: number, ...names: readonly (string | number)[]): string =>
  digestOf(seed, names).toString('hex', 0, 12)

/** A number from 0 to 2³² − 1. */
const numberOf = (seed: number, ...names: readonly (string | number)[]): number =>
  digestOf(seed, names).readUInt32LE(12)

/** A list in another order, which is that of the seed. */
export const shuffled = <T>(list: readonly T[], seed: number, name: string): T[] =>
  list
    .map((item, index) => ({ item, order: numberOf(seed, name, index) }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
