import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { childEnvironment } from '../../scripts/support/environment'
import { projectRoot } from '../../scripts/support/projectPaths'
import type { TestDatabase } from './useDatabase'

export interface ScriptResult {
  readonly code: number | null
  readonly output: string
}

/** Runs one of the commands in `scripts/` in a process of its own, against a database of the tests. */
export async function runScript(
  script: string,
  database: Pick<TestDatabase, 'runtimeUrl' | 'ownerUrl'>,
  args: readonly string[] = [],
): Promise<ScriptResult> {
  const child = spawn(
    process.execPath,
    [
      '--no-deprecation',
      '--conditions=production',
      '--import',
      './scripts/support/preload.mjs',
      `scripts/${script}`,
      ...args,
    ],
    {
      cwd: projectRoot,
      env: childEnvironment({
        DATABASE_URL: database.runtimeUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        NODE_OPTIONS: undefined,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code]: unknown[] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : null, output }
}
