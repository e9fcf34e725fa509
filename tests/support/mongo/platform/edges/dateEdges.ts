import { Bson } from '../toBson'
import { dateOf } from '../values'
import { type Edges } from './Edge'

export const dateEdges: Edges = {
  'date-epoch': dateOf(0n),
  'date-before-epoch': dateOf(-1n),
  'date-year-0': dateOf(-62_167_219_200_000n),
  'date-year-10000': dateOf(253_402_300_800_000n),
  'date-javascript-last': dateOf(8_640_000_000_000_000n),
  'date-beyond-javascript': dateOf(8_640_000_000_000_001n),
  // 294276-12-31 is PostgreSQL's last day, 4713-01-01 BC its first.
  'date-beyond-postgres': dateOf(9_224_318_016_000_000n),
  'date-before-postgres': dateOf(-210_866_803_200_001n),
  'date-min': dateOf(-(2n ** 63n)),
  'date-max': dateOf(2n ** 63n - 1n),
  'timestamp-empty': new Bson({ type: 'timestamp', time: 0, increment: 0 }),
  'timestamp-largest': new Bson({ type: 'timestamp', time: 0xffff_ffff, increment: 0xffff_ffff }),
}
