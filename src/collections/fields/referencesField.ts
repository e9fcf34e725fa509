import type { RelationshipField } from 'payload'

/**
 * What the blocks of a page refer to, written by the server on each save. Blocks are JSON and cannot have foreign keys;
 * these rows can, and so a page never points at another tenant's document, or at one that is gone.
 */
export const referencesField: RelationshipField = {
  name: 'references',
  type: 'relationship',
  relationTo: ['media', 'pages', 'forms'],
  hasMany: true,
  // Blocks are written in each language by themselves.
  localized: true,
  maxDepth: 0,
  access: { create: () => false, update: () => false, read: () => false },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
}
