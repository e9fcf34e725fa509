import { existsSync } from 'node:fs'
import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { runChild, type Child, type ChildRecord } from '../support/children'
import { CommandError } from '../support/CommandError'
import { hashFiles } from '../support/hashFiles'
import { dataRoot, projectRoot } from '../support/projectPaths'
import { withLock } from '../support/withLock'
import { writeFileAtomically } from '../support/writeFileAtomically'
import { buildEnvironment } from './buildEnvironment'

const output = join(projectRoot, '.next')
const stampFile = join(output, 'atrium-stamp')
const sources = ['src', 'public', 'payload.config.ts', 'next.config.mjs', 'package-lock.json']
// Apart from the others: the build itself may complete it.
const settings = ['tsconfig.json']

export const standaloneServer = join(output, 'standalone', 'server.js')

type Options = {
  /** Servers that run at the moment: one of them may be serving the build that we would replace. */
  running: ChildRecord[]
  onStart: (child: Child) => void
  report: (detail: string) => void
}

/** Builds the application, unless the last build is of the very same sources. */
export async function buildApplication({ running, onStart, report }: Options): Promise<void> {
  const onWait = (pid: number) => report(`process ${pid} is building already, waiting for it`)
  await withLock(
    join(projectRoot, '.tmp', 'build.lock'),
    async () => {
      const stamp = await hashFiles(sources)
      if (await isBuilt(stamp)) return
      const server = running.find(({ name }) => name === 'the server')
      if (server !== undefined) {
        throw new CommandError(
          `The sources have changed, but process ${server.parent.pid} is serving the last build on port ${server.port}.`,
          'stop that one first (Ctrl-C), then run this again',
        )
      }
      await build(onStart)
      await writeFileAtomically(stampFile, stamp + (await hashFiles(settings)), 0o644)
    },
    { onWait, timeout: 900_000 },
  )
}

async function isBuilt(stamp: string): Promise<boolean> {
  if (!existsSync(join(output, 'BUILD_ID')) || !existsSync(standaloneServer)) return false
  const built = await readFile(stampFile, 'utf8').catch(() => '')
  return built === stamp + (await hashFiles(settings))
}

async function build(onStart: (child: Child) => void): Promise<void> {
  await rm(stampFile, { force: true })
  await rm(join(output, 'standalone'), { recursive: true, force: true })
  const log = join(dataRoot(), 'logs', 'build.log')
  const next = join('node_modules', 'next', 'dist', 'bin', 'next')
  await runChild(
    {
      name: 'The build',
      args: [next, 'build'],
      env: buildEnvironment(),
      log,
      hint: 'correct what it reports and run this again',
    },
    onStart,
  )
  if (!existsSync(standaloneServer)) {
    throw new CommandError(
      `The build has left no ${standaloneServer}.`,
      "next.config.mjs needs output: 'standalone' and outputFileTracingRoot: import.meta.dirname",
    )
  }
  await copyAssets()
}

/** Next leaves these two out of the standalone folder, for those who serve them from a CDN. */
async function copyAssets(): Promise<void> {
  const target = join(output, 'standalone')
  await cp(join(output, 'static'), join(target, '.next', 'static'), { recursive: true })
  const publicFiles = join(projectRoot, 'public')
  if (existsSync(publicFiles)) {
    await cp(publicFiles, join(target, 'public'), { recursive: true })
  }
}
