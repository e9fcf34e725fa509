import { type Plain } from '../toBson'

/** Values that are hard to bring over, by what makes them so. */
export type Edges = Readonly<Record<string, Plain>>
