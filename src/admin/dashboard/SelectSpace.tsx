'use client'

import { useTenantSelection } from '@payloadcms/plugin-multi-tenant/client'
import { Button } from '@payloadcms/ui'

/** Does what the selector in the menu does. */
export const SelectSpace = ({ id, name }: { id: string; name: string }) => {
  const { setTenant } = useTenantSelection()
  return (
    <Button
      buttonStyle="secondary"
      size="small"
      margin={false}
      aria-label={`Work here: ${name}`}
      onClick={() => setTenant({ id, refresh: true })}
    >
      Work here
    </Button>
  )
}
