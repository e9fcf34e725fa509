import { z } from 'zod'

/**
 * The only reader of `process.env`. Every setting is declared here with its meaning, checked once at start, and frozen:
 * a wrong environment stops the process with one report that names every fault, instead of failing later in a request.
 */

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1')

const count = (fallback: number, { min = 0, max = 1_000_000 } = {}) =>
  z.coerce.number().int().min(min).max(max).default(fallback)

const seconds = (fallback: number, { max }: { max: number }) =>
  z.coerce.number().min(0.1).max(max).default(fallback)

/** Bodies are held in memory while they are checked. */
const GIGABYTE = 1_073_741_824

/** What Next is told at build time that a page may be sent (next.config.mjs): more than this never reaches a form. */
const MAX_FORM_UPLOAD = 104_857_600

const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

const postgresURL = z
  .string()
  .regex(
    /^postgres(ql)?:\/\//,
    'must be a PostgreSQL URL: postgres://user:password@host:5432/database',
  )

const secret = z.string().min(24, 'must be at least 24 characters: openssl rand -hex 32')

export const variables = {
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .describe(
      'Set by the tools; `production` switches off introspection. Cookies are secure when NEXT_PUBLIC_SERVER_URL is https.',
    ),
  DATABASE_URL: postgresURL.describe(
    'The runtime connection: a role without superuser, ownership or BYPASSRLS.',
  ),
  DATABASE_OWNER_URL: postgresURL
    .optional()
    .describe(
      'The connection of the schema owner, for migrations only. The running app never needs it.',
    ),
  DATABASE_LISTEN_URL: postgresURL
    .optional()
    .describe(
      'A connection of the same role past a pooler, for LISTEN, which transaction pooling cannot do. Empty: DATABASE_URL.',
    ),
  DATABASE_SSL: z
    .enum(['off', 'verify', 'no-verify'])
    .default('off')
    .describe(
      '`verify` checks the certificate (hosted PostgreSQL), `no-verify` only encrypts. A URL with `sslmode=` decides by itself.',
    ),
  DATABASE_SSL_CA: optional.describe('A CA certificate: PEM text or the path of a file.'),
  DATABASE_POOL_MAX: count(10, { min: 2, max: 1000 }).describe('Connections of one process.'),
  DATABASE_POOL_IDLE_MS: count(30_000).describe(
    'How long an unused connection is kept, in milliseconds.',
  ),
  DATABASE_CONNECT_TIMEOUT_MS: count(10_000, { min: 100 }).describe(
    'How long a request waits for a connection, in milliseconds.',
  ),
  DATABASE_STATEMENT_TIMEOUT_MS: count(30_000, { min: 100 }).describe(
    'The longest that one statement may run, in milliseconds.',
  ),
  PAYLOAD_SECRET: secret.describe(
    'Signs sessions and encrypts API keys. Changing it signs everybody out.',
  ),
  PREVIEW_SECRET: secret.describe('Signs preview links.'),
  CRON_SECRET: secret.describe(
    'Bearer token of `GET /api/payload-jobs/run`, for hosts that run jobs by calls on a schedule.',
  ),
  JOBS_RUNNER: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'Whether this process of the app runs jobs. `off` where `npm run jobs` or a scheduled call does.',
    ),
  JOBS_POLL_SECONDS: seconds(5, { max: 60 }).describe('How often a runner looks for due jobs.'),
  JOBS_LEASE_SECONDS: seconds(60, { max: 3600 }).describe(
    'After this time without a sign of life of its runner, a job is taken over by another.',
  ),
  JOBS_CONCURRENCY: count(4, { min: 1, max: 100 }).describe('Jobs at once in one process.'),
  JOBS_GRACE_SECONDS: seconds(20, { max: 600 }).describe(
    'How long a runner that is stopped waits for its jobs.',
  ),
  JOBS_KEEP_DAYS: count(14, { min: 1, max: 3650 }).describe('How long finished jobs are kept.'),
  NEXT_PUBLIC_SERVER_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://localhost:3000')
    .describe(
      'The platform’s own address. Tenants are sub-domains of it unless SITES_DOMAIN says otherwise.',
    ),
  SITES_DOMAIN: optional.describe(
    'The domain under which tenants get their sub-domain, e.g. `sites.example.com`. In production: another registrable domain than the platform’s.',
  ),
  TRUSTED_PROXY_HOPS: count(0, { max: 10 }).describe(
    'How many reverse proxies in front append to X-Forwarded-For. 0: the header is not believed.',
  ),
  ATRIUM_DEMO: flag
    .default(false)
    .describe('Set by `npm run demo`: lists the demo spaces on the platform’s page.'),
  MEDIA_DIR: z
    .string()
    .default('.data/media')
    .describe('Where uploads are kept when no S3 storage is configured.'),
  S3_BUCKET: optional.describe('Bucket for uploads. Setting it switches from disk to S3.'),
  S3_ENDPOINT: optional.describe('Endpoint of an S3-compatible server; empty for AWS.'),
  S3_REGION: z.string().default('us-east-1').describe('Region of the bucket.'),
  S3_ACCESS_KEY_ID: optional.describe('Access key for the bucket.'),
  S3_SECRET_ACCESS_KEY: optional.describe('Secret key for the bucket.'),
  SMTP_URL: optional.describe(
    'SMTP server, e.g. `smtps://user:password@mail.example.com`. Empty: mail is kept in the outbox folder and named in the log.',
  ),
  EMAIL_FROM: z
    .string()
    .default('Atrium <no-reply@atrium.test>')
    .describe('Sender of the platform’s mail.'),
  OUTBOX_DIR: z
    .string()
    .default('.data/outbox')
    .describe('Where mail is kept when there is no SMTP server.'),
  RATE_LIMIT_LOGIN: count(10, { min: 1 }).describe(
    'Sign-in attempts per address and account in 15 minutes.',
  ),
  RATE_LIMIT_FORM: count(8, { min: 1 }).describe('Submissions per address and form in 10 minutes.'),
  RATE_LIMIT_API: count(1200, { min: 1 }).describe('API calls per address in a minute.'),
  MAX_BODY_BYTES: count(1_048_576, { min: 1024, max: GIGABYTE }).describe(
    'The largest body of an API call that is not an upload.',
  ),
  MAX_UPLOAD_BYTES: count(26_214_400, { min: 1024, max: GIGABYTE }).describe('The largest upload.'),
  MAX_ARCHIVE_BYTES: count(104_857_600, { min: 1024, max: GIGABYTE }).describe(
    'The largest ZIP of media that is imported. It is held in memory meanwhile.',
  ),
  MAX_FORM_UPLOAD_BYTES: count(20_971_520, { min: 1024, max: MAX_FORM_UPLOAD }).describe(
    'All files together that a visitor sends with a form.',
  ),
  MAX_UPLOAD_BYTES_AT_ONCE: count(268_435_456, { min: 1024, max: 64 * GIGABYTE }).describe(
    'All uploads together that one process receives at one time, a quarter of it from one network. More is answered with 503.',
  ),
  CLAMAV_HOST: optional.describe(
    'Host of a ClamAV daemon (`clamd`) that is shown every uploaded file before it is stored. Set and not reachable: uploads are refused. Empty: nothing is scanned.',
  ),
  CLAMAV_PORT: count(3310, { min: 1, max: 65_535 }).describe('Its TCP port.'),
  WEBHOOK_ALLOW_PRIVATE: flag
    .default(false)
    .describe(
      'Lets webhooks reach private addresses and http. For tests, and for installations whose owners are all trusted with the network.',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('How much is logged.'),
} as const

export type Env = Readonly<z.infer<z.ZodObject<typeof variables>>>

/**
 * Reads an environment.
 *
 * @throws Error naming every variable that is missing or wrong, and how to mend it.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty variable is an unset one: `FOO=` in a .env file is how people switch something off.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = z.object(variables).safeParse(given)
  if (result.success) return Object.freeze(result.data)
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    const missing = given[name] === undefined
    return `  ${name}: ${missing ? 'is missing' : issue.message}`
  })
  throw new Error(
    `The environment is not complete:\n${faults.join('\n')}\nSee docs/environment.md, or start with \`npm run demo\`, which needs no settings.`,
  )
}

let cached: Env | undefined

/** The environment of this process, read at first use so that tools can import modules without one. */
export function env(): Env {
  cached ??= readEnv(process.env)
  return cached
}
