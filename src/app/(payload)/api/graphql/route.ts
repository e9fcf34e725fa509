import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

import { withBoundQuery } from '@/api/graphQLLimits'
import { scopedRoute } from '@/api/scopedRoute'

export const POST = scopedRoute(withBoundQuery(GRAPHQL_POST(config)))
export const OPTIONS = scopedRoute(REST_OPTIONS(config))
