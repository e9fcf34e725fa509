import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { childEnvironment } from '../../scripts/support/environment'
import { projectRoot } from '../../scripts/support/projectPaths'
import type { TestDatabase } from './useDatabase'

export interface ScriptResult {
  readonly code: number | null
  readonly output: string
}

interface Surroundings {
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The longest that a file may become, in bytes: what is written behind it is refused, as by a disk that is full. */
  readonly fileLimit?: number
}

/** Runs one of the commands in `scripts/` in a process of its own, against a database of the tests. */
export async function runScript(
  script: string,
  database: Pick<TestDatabase, 'runtimeUrl' | 'ownerUrl'>,
  args: readonly string[] = [],
  { env = {}, fileLimit }: Surroundings = {},
): Promise<ScriptResult> {
  const command = [
    process.execPath,
    '--no-deprecation',
    '--conditions=production',
    '--import',
    './scripts/support/preload.mjs',
    `scripts/${script}`,
    ...args,
  ]
  const [program = '', ...rest] = fileLimit === undefined ? command : limited(fileLimit, command)
  const child = spawn(program, rest, {
    cwd: projectRoot,
    env: childEnvironment({
      DATABASE_URL: database.runtimeUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      NODE_OPTIONS: undefined,
      ...env,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code]: unknown[] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : null, output }
}

/** POSIX counts files in blocks of 512 bytes; so does this shell. */
const limited = (bytes: number, command: readonly string[]): string[] => [
  'sh',
  '-c',
  'ulimit -f "$0" && exec "$@"',
  String(Math.floor(bytes / 512)),
  ...command,
]
