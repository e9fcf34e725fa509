/** Something that is wrong in a mapping file, and where. */
export interface MapProblem {
  /** Where in the map: `collections.leads.fields[2].to`. Empty for the file as a whole. */
  readonly path: string
  /** Counted from 1, as editors do. */
  readonly line: number
  readonly reason: string
}

/** A mapping file that cannot be used. It lists everything that is wrong, so that it is put right in one go. */
export class MapError extends Error {
  override readonly name = 'MapError'

  constructor(readonly problems: readonly MapProblem[]) {
    super(problems.map(problemText).join('\n'))
  }
}

const problemText = ({ path, line, reason }: MapProblem): string =>
  path === '' ? `line ${line}: ${reason}` : `line ${line}, ${path}: ${reason}`
