/** The document of a relation that was populated; nothing for a bare id, or where there is none. */
export const populated = <Document extends object>(
  relation: Document | string | number | null | undefined,
): Document | undefined =>
  typeof relation === 'object' && relation !== null ? relation : undefined
