import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { idOf, STAFF_ROLES } from '@/access/rules'
import { loadStaff } from '@/review/loadStaff'

const idsOf = (named: unknown): string[] =>
  (Array.isArray(named) ? named : [named]).map(idOf).filter((id) => id !== undefined)

/**
 * The people who are named in a field work in the document's space: nobody else is asked, told or shown. Who was named before and
 * has left meanwhile is named no more, and keeps nobody from changing the rest.
 */
export const checkColleagues =
  (field: string): CollectionBeforeChangeHook =>
  async ({ collection, data, originalDoc, req }) => {
    const ids = idsOf(data[field])
    const tenant = idOf(data.tenant) ?? idOf(originalDoc?.tenant)
    if (ids.length === 0 || tenant === undefined) return data
    const staff = new Set((await loadStaff(req, tenant, STAFF_ROLES)).map(({ id }) => id))
    const before = new Set(idsOf(originalDoc?.[field]))
    if (ids.every((id) => staff.has(id) || before.has(id)))
      return { ...data, [field]: ids.filter((id) => staff.has(id)) }
    throw new ValidationError({
      collection: collection.slug,
      errors: [{ path: field, message: 'Choose people who work in this space.' }],
      req,
    })
  }
