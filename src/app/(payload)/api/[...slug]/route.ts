import config from '@payload-config'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'

import { scopedRoute } from '@/api/scopedRoute'

export const GET = scopedRoute(REST_GET(config))
export const POST = scopedRoute(REST_POST(config))
export const DELETE = scopedRoute(REST_DELETE(config))
export const PATCH = scopedRoute(REST_PATCH(config))
export const PUT = scopedRoute(REST_PUT(config))
export const OPTIONS = scopedRoute(REST_OPTIONS(config))
