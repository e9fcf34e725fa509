import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { childEnvironment } from '../../scripts/support/environment'
import { projectRoot } from '../../scripts/support/projectPaths'
import { serverSettings } from './httpServer'

export interface JobWorker {
  readonly pid: number
  /** Lets it look for jobs: workers that begin together are made ready first. */
  readonly go: () => void
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>
  /** Asks it to stop, and waits until it has heard that. @returns a function that waits for its end */
  readonly askToStop: () => Promise<() => Promise<number | null>>
}

/** A process of its own that runs jobs of a database, ready to. */
export async function startJobWorker(
  databaseUrl: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<JobWorker> {
  const child = spawn(
    process.execPath,
    [
      '--no-deprecation',
      '--conditions=production',
      '--import',
      'tsx',
      'tests/support/jobWorker.ts',
    ],
    {
      cwd: projectRoot,
      env: childEnvironment({
        ...serverSettings(databaseUrl, folder, 3000),
        LOG_LEVEL: 'silent',
        NODE_OPTIONS: undefined,
        JOBS_POLL_SECONDS: '0.1',
        // Short, and long enough for a process that a busy machine lets wait for some seconds.
        JOBS_LEASE_SECONDS: '5',
        ...settings,
      }),
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit').then(([code]: unknown[]) =>
    typeof code === 'number' ? code : null,
  )
  const ready = once(child.stdout, 'data')
  await Promise.race([
    ready,
    ended.then((code) => {
      throw new Error(`A worker ended with ${code} before it was ready`)
    }),
  ])
  return {
    pid: child.pid ?? 0,
    go: () => void child.stdin.write('go\n'),
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
    askToStop: async () => {
      const heard = once(child.stdout, 'data')
      child.kill('SIGTERM')
      await heard
      return () => ended
    },
  }
}
