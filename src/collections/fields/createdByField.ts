import type { RelationshipField } from 'payload'

import { byServer } from '@/access/fieldAccess'
import { scopeOf } from '@/access/rules'

/** Who made a document. Set once, by the server: authors keep to their own drafts by it. */
export const createdByField: RelationshipField = {
  name: 'createdBy',
  type: 'relationship',
  relationTo: 'users',
  label: 'Written by',
  maxDepth: 1,
  access: byServer,
  admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data.createdBy) },
  hooks: {
    beforeChange: [
      async ({ operation, req, value, originalDoc }) => {
        if (operation !== 'create') return originalDoc?.createdBy ?? value
        const scope = await scopeOf(req)
        return scope?.kind === 'member' ? scope.userId : (req.user?.id ?? null)
      },
    ],
  },
}
