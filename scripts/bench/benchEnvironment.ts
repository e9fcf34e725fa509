import { join } from 'node:path'

import { dataRoot } from '../support/projectPaths'

export const BENCH_SECRET = 'only-for-the-benchmark-and-its-own-database'

/** The settings of a benchmark; to be in place before the config is imported, which reads them once. */
export const benchEnvironment = (databaseUrl: string): Record<string, string> => ({
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  DATABASE_POOL_MAX: '10',
  PAYLOAD_SECRET: BENCH_SECRET,
  PREVIEW_SECRET: BENCH_SECRET,
  CRON_SECRET: BENCH_SECRET,
  NEXT_PUBLIC_SERVER_URL: 'http://localhost',
  MEDIA_DIR: join(dataRoot(), 'bench', 'media'),
  OUTBOX_DIR: join(dataRoot(), 'bench', 'outbox'),
  RATE_LIMIT_API: '1000000',
  LOG_LEVEL: 'silent',
  PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
})
