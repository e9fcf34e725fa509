import { childEnvironment, payloadNodeOptions } from '../support/environment'

/**
 * A build must not depend on where it will run: it gets a complete environment in which nothing is
 * real, and a database that refuses connections.
 */
export function buildEnvironment(): NodeJS.ProcessEnv {
  const placeholder = 'only-for-the-build-and-never-used'
  return childEnvironment({
    DATABASE_URL: 'postgres://build:build@127.0.0.1:1/build',
    DATABASE_OWNER_URL: undefined,
    PAYLOAD_SECRET: placeholder,
    CRON_SECRET: placeholder,
    PREVIEW_SECRET: placeholder,
    NEXT_PUBLIC_SERVER_URL: undefined,
    PORT: undefined,
    HOSTNAME: undefined,
    NODE_ENV: 'production',
    NODE_OPTIONS: payloadNodeOptions,
    NEXT_TELEMETRY_DISABLED: '1',
  })
}
