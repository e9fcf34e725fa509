import { Button } from '@payloadcms/ui'
import type { SanitizedPermissions } from 'payload'

import type { Desk } from './buildDesk'

interface QuickActionsProps {
  href: Desk['href']
  permissions: SanitizedPermissions
}

/** What the person may begin, as the access rules say it: nobody is offered what will be refused. */
export const QuickActions = ({ href, permissions }: QuickActionsProps) => {
  const can = permissions.collections
  const actions = [
    can?.pages?.create && { label: 'New page', to: href('/collections/pages/create') },
    can?.media?.create && { label: 'Upload', to: href('/collections/media/create') },
    can?.users?.create && { label: 'Invite someone', to: href('/collections/users?invite=1') },
    can?.['site-settings']?.update && {
      label: 'Site settings',
      to: href('/collections/site-settings'),
    },
  ].filter((action) => action !== undefined)
  return actions.map(({ label, to }, index) => (
    <Button
      key={label}
      el="link"
      to={to}
      buttonStyle={index === 0 ? 'primary' : 'secondary'}
      size="medium"
      margin={false}
    >
      {label}
    </Button>
  ))
}
