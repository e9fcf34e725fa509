import type { ImportProgress } from '../../src/import/write/runImport'

const WIDTH = 24
/** Between two lines where nothing can be drawn in place. */
const QUIET_SECONDS = 10

export interface ProgressView {
  readonly show: (progress: ImportProgress) => void
  /** The line is done, and stays. */
  readonly end: () => void
}

const clock = (seconds: number): string => {
  if (!Number.isFinite(seconds)) return '–'
  const whole = Math.max(0, Math.round(seconds))
  const minutes = Math.floor(whole / 60)
  return minutes === 0 ? `${whole} s` : `${minutes} min ${whole % 60} s`
}

/** A bar for the file that is read, with documents per second and the time that is left; lines instead for logs. */
export function showProgress({ quiet }: { readonly quiet: boolean }): ProgressView {
  const draws = process.stdout.isTTY && !quiet
  let key = ''
  let since = performance.now()
  let from = { bytes: 0, documents: 0 }
  let told = 0
  let drawn = false

  const clear = (): void => {
    if (drawn) process.stdout.write('\r\x1b[K')
    drawn = false
  }
  return {
    show: (progress) => {
      const { stage, file, bytes, size, documents, rejected } = progress
      const now = performance.now()
      if (key !== `${stage} ${file}`) {
        if (drawn) process.stdout.write('\n')
        drawn = false
        key = `${stage} ${file}`
        since = now
        from = { bytes, documents }
        told = 0
      }
      if (!draws && now - told < QUIET_SECONDS * 1000) return
      told = now
      const seconds = (now - since) / 1000
      const rate = seconds > 0.5 ? (documents - from.documents) / seconds : 0
      const left = ((size - bytes) / Math.max(1, bytes - from.bytes)) * seconds
      const share = size === 0 ? 0 : Math.min(1, bytes / size)
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
      const line = [
        file === '' ? stage : `${stage} ← ${file}`,
        ...(size === 0 ? [] : [`${bar} ${Math.floor(share * 100)} %`]),
        `${documents} documents`,
        ...(rate > 0 ? [`${Math.round(rate)}/s`] : []),
        ...(size === 0 || rate === 0 ? [] : [`${clock(left)} left`]),
        ...(rejected > 0 ? [`${rejected} rejected`] : []),
      ].join('  ')
      if (!draws) {
        console.log(line)
        return
      }
      clear()
      process.stdout.write(line.slice(0, (process.stdout.columns || 120) - 1))
      drawn = true
    },
    end: () => {
      if (drawn) process.stdout.write('\n')
      drawn = false
    },
  }
}
