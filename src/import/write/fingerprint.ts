import { createHash } from 'node:crypto'

import { type Source } from '../read/Source'

/** Names and sizes of the files of a source: places in it mean something for the same files only. */
export const fingerprintOf = ({ streams }: Source): string =>
  createHash('sha256')
    .update(JSON.stringify(streams.map(({ file, size }) => [file, size])))
    .digest('hex')
