const PART = /\{\{|\}\}|\{([^{}]+)\}|[{}]/g

/** The fields that a template names, or undefined if it has a brace that belongs to none. */
export function templateFields(template: string): readonly string[] | undefined {
  const parts = [...template.matchAll(PART)]
  if (parts.some(([text]) => text === '{' || text === '}')) return undefined
  return parts.flatMap(([, field]) => field ?? [])
}

/** The text with each `{field}` replaced; `{{` and `}}` are plain braces. */
export const fillTemplate = (template: string, textOf: (field: string) => string): string =>
  template.replace(PART, (part: string, field: string | undefined) =>
    field === undefined ? part.slice(0, 1) : textOf(field),
  )
