import { type Plain } from '../toBson'
import { type Edges } from './Edge'

/** A server stores documents of 100 levels; the value is inside of one already. */
const LEVELS = 99

function nested(levels: number, wrap: (inner: Plain) => Plain): Plain {
  let value: Plain = 'the bottom'
  for (let level = 0; level < levels; level += 1) value = wrap(value)
  return value
}

export const sizeEdges: Edges = {
  'deep-objects': nested(LEVELS, (inner) => ({ a: inner })),
  'deep-lists': nested(LEVELS, (inner) => [inner]),
  'wide-object': Object.fromEntries(
    Array.from({ length: 2000 }, (_, index) => [`f${index}`, index]),
  ),
  'long-list': Array.from({ length: 5000 }, (_, index) => index),
}

/** With the document around it, a little below the 16 MiB that a server takes. */
export const hugeEdges: Edges = { huge: 'x'.repeat(16 * 1024 * 1024 - 1024) }
