import type { SanitizedConfig } from 'payload'
import { formatAdminURL } from 'payload/shared'

/** The address of a page of the admin, at whatever host it is open. */
export const adminPath = (
  { routes }: Pick<SanitizedConfig, 'routes'>,
  path: `/${string}`,
): string => formatAdminURL({ adminRoute: routes.admin, path })
