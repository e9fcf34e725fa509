import type { CollectionBeforeChangeHook } from 'payload'

import { idOf } from '@/access/rules'

/** Files lie in a folder of their tenant: two spaces may have a `logo.png`, and neither learns of the other's. */
export const setMediaPrefix: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  prefix: idOf(data.tenant) ?? idOf(originalDoc?.tenant),
})
