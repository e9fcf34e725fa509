import path from 'node:path'

import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/** Without it lexical's node build deadlocks Node 20's module loader, see scripts/support/environment.ts. */
const payloadArgv = ['--no-deprecation', '--conditions=production']

export default defineConfig({
  resolve: {
    alias: {
      '@payload-config': path.resolve(root, 'payload.config.ts'),
      '@': path.resolve(root, 'src'),
    },
  },
  test: {
    // Fits two cores: a worker beside the PostgreSQL (or the server) that it keeps busy.
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          execArgv: payloadArgv,
          // Properties are tried on hundreds of values, on whatever machine.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: 'tests/support/startDatabase.ts',
          execArgv: payloadArgv,
          // Against waiting for ever, for a lock say; on a busy machine some take a minute.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          // `npm run test:pgvector`: no part of `npm test`, which needs nothing but Node.
          name: 'pgvector',
          include: ['tests/pgvector/**/*.test.ts'],
          globalSetup: 'tests/support/startPgvector.ts',
          execArgv: payloadArgv,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          globalSetup: 'tests/support/startServer.ts',
          execArgv: payloadArgv,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
