import { databaseEnvironment, type DatabaseEnvironmentOptions } from './databaseEnvironment'

/**
 * Loopback only: the demo's passwords are public. By name and not as 127.0.0.1: Next then takes the rewrites of the proxy for
 * another server (16.4) and asks itself for ever.
 */
export const loopback = 'localhost'

type Options = DatabaseEnvironmentOptions & { port: number; mode: 'production' | 'development' }

/** What the application needs to run on this machine, with the demo in it. */
export function applicationEnvironment({ port, mode, ...options }: Options): NodeJS.ProcessEnv {
  return {
    ...databaseEnvironment(options),
    NEXT_PUBLIC_SERVER_URL: `http://localhost:${port}`,
    PORT: String(port),
    HOSTNAME: loopback,
    ATRIUM_DEMO: '1',
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
