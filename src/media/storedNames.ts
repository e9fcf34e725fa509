const nameOf = (value: unknown): string[] => {
  const name: unknown = Reflect.get(Object(value), 'filename')
  return typeof name === 'string' ? [name] : []
}

/** The names of all files of a medium, as the database has it: its own, and those of its sizes. */
export function readStoredNames(doc: unknown): string[] {
  const sizes: unknown = Reflect.get(Object(doc), 'sizes')
  return [...new Set([...nameOf(doc), ...Object.values(Object(sizes) as object).flatMap(nameOf)])]
}
