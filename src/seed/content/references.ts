/** Stand for documents that have no id yet: content names them by key, the seed puts the ids in. */
export type PictureRef = { $picture: string }
export type PageRef = { $page: string }
export type FormRef = { $form: string }
export type Reference = PictureRef | PageRef | FormRef

export const picture = (key: string): PictureRef => ({ $picture: key })
/** By path, as in `/spaces/meeting-rooms`. */
export const page = (path: string): PageRef => ({ $page: path })
export const form = (key: string): FormRef => ({ $form: key })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isReference = (value: unknown): value is Reference =>
  isRecord(value) &&
  Object.keys(value).length === 1 &&
  ['$picture', '$page', '$form'].some((key) => typeof value[key] === 'string')

/** Every reference in a piece of content, however deep. */
export const referencesIn = (value: unknown): Reference[] => {
  if (isReference(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  return isRecord(value) ? Object.values(value).flatMap(referencesIn) : []
}

/** The same content with an id where a reference was. */
export const resolveReferences = (
  value: unknown,
  idOf: (reference: Reference) => string,
): unknown => {
  if (isReference(value)) return idOf(value)
  if (Array.isArray(value)) return value.map((entry) => resolveReferences(entry, idOf))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, resolveReferences(entry, idOf)]),
  )
}
