import type { TestCluster } from './startDatabase'

/** The address of a database of the tests, for one of the roles that can log in. */
export function roleUrl(
  cluster: TestCluster,
  role: 'atrium_app' | 'atrium_owner' | 'superuser',
  database: string,
): string {
  const url = new URL(cluster.superuserUrl)
  url.pathname = `/${database}`
  if (role === 'superuser') return url.href
  url.username = role
  url.password = role === 'atrium_app' ? cluster.appPassword : cluster.ownerPassword
  return url.href
}
