import { messageOf } from './CommandError'
import { readEnvironment } from './environment'
import { commandLineOf, parentOf } from './processes'
import { printFailure } from './runCommand'

export type Lifetime = {
  /** Runs when the command ends, however it ends: last registered, first run. */
  onEnd: (cleanUp: () => Promise<void>) => void
  /** Aborted as soon as the command is to end, before anything is cleaned up. */
  ending: AbortSignal
}

/**
 * Runs a long-lived command until it fails or is told to stop (SIGINT, SIGTERM, SIGHUP, the death of
 * npm), and then cleans up exactly once. Returns the exit code: being stopped is no failure.
 */
export async function runUntilStopped(
  work: (lifetime: Lifetime) => Promise<void>,
): Promise<number> {
  const ending = new AbortController()
  const cleanUps: (() => Promise<void>)[] = []
  const onEnd = (cleanUp: () => Promise<void>) => {
    cleanUps.push(cleanUp)
    if (ending.signal.aborted) throw new Error('The command is ending.')
  }
  const finished = work({ onEnd, ending: ending.signal }).then(
    () => ({ error: null }),
    (error: unknown) => ({ error }),
  )
  const result = await Promise.race([stopRequest(), finished])
  ending.abort()
  const error = result?.error ?? null
  if (result === null) process.stdout.write('\nStopping …\n')
  if (error !== null) printFailure(error)
  const clean = await runAll(cleanUps)
  return error === null && clean ? 0 : 1
}

/** Interrupted work may add to the list until it notices, so the list is read again after each. */
async function runAll(cleanUps: (() => Promise<void>)[]): Promise<boolean> {
  let clean = true
  for (let cleanUp = cleanUps.pop(); cleanUp !== undefined; cleanUp = cleanUps.pop()) {
    await cleanUp().catch((error: unknown) => {
      console.error(messageOf(error))
      clean = false
    })
  }
  return clean
}

/** Signals after the first one are taken and ignored: stopping has begun. */
function stopRequest(): Promise<null> {
  return new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => settle(null))
    }
    watchNpm(() => settle(null))
  })
}

/**
 * When npm is killed, or its signal ends the shell between it and us, nobody would be left to stop
 * us. A process that loses its parent gets another one: seen anywhere from us up to npm, we end.
 */
function watchNpm(onDeath: () => void): void {
  if (readEnvironment('npm_lifecycle_event') === undefined) return
  const chain = parentsUpToNpm()
  const timer = setInterval(() => {
    if (chain.every(({ pid, parent }) => parentOf(pid) === parent)) return
    clearInterval(timer)
    onDeath()
  }, 500).unref()
}

function parentsUpToNpm(): { pid: number; parent: number }[] {
  const chain: { pid: number; parent: number }[] = []
  for (let pid = process.pid; chain.length < 5;) {
    const parent = parentOf(pid)
    if (parent === null) break
    chain.push({ pid, parent })
    if (/^(npm|pnpm|yarn)\b/.test(commandLineOf(parent))) return chain
    pid = parent
  }
  return chain.slice(0, 1)
}
