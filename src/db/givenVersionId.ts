import type { PayloadRequest } from 'payload'

/** The key in `req.context` under which code says the id of the next version: nothing that comes in over an API gets there. */
export const GIVEN_VERSION_ID = 'givenVersionId'

interface Insertion {
  readonly values: unknown
}

interface VersionArgs {
  req?: Partial<PayloadRequest>
}

type CreateVersion<Args extends VersionArgs> = (this: unknown, args: Args) => Promise<unknown>

/**
 * The adapter (3.90) makes up the id of a version and cannot be told one. Whoever says it beside the data gets a version with that id: the first
 * row that is inserted is the version itself, what belongs to it follows.
 */
export const withGivenVersionId = <Args extends VersionArgs>(
  createVersion: CreateVersion<Args>,
): CreateVersion<Args> =>
  function (args) {
    const id: unknown = args.req?.context?.[GIVEN_VERSION_ID]
    return createVersion.call(typeof id === 'string' ? givingId(this, id) : this, args)
  }

/** The adapter, but for the id of the first row that it inserts. */
function givingId(adapter: unknown, id: string): unknown {
  const known = Object(adapter) as { insert: (insertion: Insertion) => Promise<unknown> }
  let isFirst = true
  return Object.create(known, {
    insert: {
      value: (insertion: Insertion) => {
        const values = isFirst ? { ...Object(insertion.values), id } : insertion.values
        isFirst = false
        return known.insert({ ...insertion, values })
      },
    },
  }) as unknown
}
