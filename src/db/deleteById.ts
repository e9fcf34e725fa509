interface DeleteArgs {
  where?: unknown
}

type Method<Args extends DeleteArgs> = (this: unknown, args: Args) => Promise<unknown>

/**
 * Finds the row first, and deletes it by its id. drizzle's own `deleteOne` (3.90) asks a second time, without the join, when a
 * `where` through a relation finds nothing: an error of the database instead of “there is none”.
 */
export function deleteById<Args extends DeleteArgs>(
  deleteOne: Method<Args>,
  findOne: Method<Args>,
): Method<Args> {
  return async function (args) {
    if (namesId(args.where)) return deleteOne.call(this, args)
    const found = await findOne.call(this, { ...args, select: { id: true } })
    if (typeof found !== 'object' || found === null) return null
    return deleteOne.call(this, { ...args, where: { id: { equals: Reflect.get(found, 'id') } } })
  }
}

const namesId = (where: unknown): boolean =>
  typeof where === 'object' && where !== null && Object.keys(where).join() === 'id'
