import { jsonPath } from '../bson/jsonPath'

/** A field of a source document: `profile.name`, or a list of names where a name itself has a dot in it. */
export type FieldPath = string | readonly string[]

/** The names that lead to a field, from the outside in. */
export const pathSteps = (path: FieldPath): readonly string[] =>
  typeof path === 'string' ? path.split('.') : path

/** How a field is named in reports: `$.profile.name`. */
export const pathText = (path: FieldPath): string => jsonPath(pathSteps(path))
