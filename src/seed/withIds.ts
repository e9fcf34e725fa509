import { resolveReferences, type Reference } from './content/references'

export type SpaceIds = {
  pictures: ReadonlyMap<string, string>
  forms: ReadonlyMap<string, string>
  pages: ReadonlyMap<string, string>
}

const lookUp = (ids: ReadonlyMap<string, string>, key: string, kind: string): string => {
  const id = ids.get(key)
  if (id === undefined)
    throw new Error(`The demo content names a ${kind} that it does not have: ${key}`)
  return id
}

/**
 * Puts the ids of a space's documents into a piece of its content.
 *
 * @throws Error naming the reference that leads nowhere.
 */
export const withIds = (ids: SpaceIds) => {
  const idOf = (reference: Reference): string => {
    if ('$picture' in reference) return lookUp(ids.pictures, reference.$picture, 'picture')
    if ('$form' in reference) return lookUp(ids.forms, reference.$form, 'form')
    return lookUp(ids.pages, reference.$page, 'page')
  }
  return (content: unknown): unknown => resolveReferences(content, idOf)
}
