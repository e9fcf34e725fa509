import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { childEnvironment } from '../../scripts/support/environment'
import { projectRoot } from '../../scripts/support/projectPaths'
import { serverSettings } from './httpServer'

export interface ImportWorker {
  /** Waits for a line that it writes, one for each batch. @returns false when it has ended before */
  readonly until: (isIt: (line: string) => boolean) => Promise<boolean>
  readonly kill: () => Promise<void>
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>
}

interface Work {
  readonly path: string
  readonly folder: string
  /** Empty: what is recognised. */
  readonly map: string
  readonly batchSize: number
  /** The folder of the uploads. */
  readonly files?: string
}

/** A process of its own that imports into a database. */
export function startImportWorker(
  databaseUrl: string,
  { path, folder, map, batchSize, files }: Work,
): ImportWorker {
  const child = spawn(
    process.execPath,
    [
      '--no-deprecation',
      '--conditions=production',
      '--import',
      './scripts/support/preload.mjs',
      'tests/support/importWorker.ts',
      path,
      folder,
      map,
      String(batchSize),
      ...(files === undefined ? [] : [files]),
    ],
    {
      cwd: projectRoot,
      env: childEnvironment({
        ...serverSettings(databaseUrl, folder, 3000),
        LOG_LEVEL: 'silent',
        NODE_OPTIONS: undefined,
      }),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit').then(([code]: unknown[]) =>
    typeof code === 'number' ? code : null,
  )
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    ended,
    until: async (isIt) => {
      for (;;) {
        const { done, value } = await lines.next()
        if (done) return false
        if (isIt(String(value))) return true
      }
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
