'use client'

import { useTenantSelection } from '@payloadcms/plugin-multi-tenant/client'
import { RelationshipField, useField } from '@payloadcms/ui'
import type { RelationshipFieldClientProps } from 'payload'
import { useEffect } from 'react'

/** In which space a role is. Who knows one space only is not asked. */
export const RoleSpaceField = (props: RelationshipFieldClientProps) => {
  const { options } = useTenantSelection()
  const { value, setValue } = useField<unknown>({ path: props.path })
  const only = options.length === 1 ? options[0]?.value : undefined
  useEffect(() => {
    if (only !== undefined && !value) setValue(only)
  }, [only, setValue, value])
  return options.length > 1 ? <RelationshipField {...props} /> : null
}
