/** `GET /api/health/live`: the process answers. It asks nothing of anything else, so that a restart is not blamed on a database. */
export const dynamic = 'force-dynamic'

export const GET = () => Response.json({ status: 'ok' })
