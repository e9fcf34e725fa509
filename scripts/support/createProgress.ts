import { readEnvironment } from './environment'

export type Progress = {
  /** Shows the step while `work` runs, then how long it took. `report` replaces the text behind its title. */
  step: <T>(title: string, work: (report: (detail: string) => void) => Promise<T>) => Promise<T>
  note: (text: string) => void
}

type Step = { title: string; detail: string; since: number }

const frames = ['◐', '◓', '◑', '◒']

/**
 * On a terminal the running steps are drawn in place, elsewhere each step is a line at its start and
 * its end. After `until`, what is still going on is interrupted work, and nothing more is shown of it.
 */
export function createProgress(until?: AbortSignal): Progress {
  const output = process.stdout
  const capable = readEnvironment('TERM') !== 'dumb' && readEnvironment('CI') === undefined
  const animated = output.isTTY === true && capable
  const running = new Set<Step>()
  let drawn = 0
  let timer: NodeJS.Timeout | undefined
  // Whoever read our output may have gone (`| head`): that must not leave servers behind.
  output.on('error', () => undefined)

  const erase = () => {
    if (drawn > 0) output.write(`\x1b[${drawn}A\x1b[J`)
    drawn = 0
  }
  const draw = () => {
    if (!animated) return
    const frame = frames[Math.floor(Date.now() / 150) % frames.length] ?? ''
    for (const step of running) {
      const detail = step.detail === '' ? '' : `: ${step.detail}`
      const line = `${frame} ${step.title}${detail} … ${Math.floor(secondsSince(step))} s`
      output.write(`${line.slice(0, (output.columns || 100) - 1)}\n`)
    }
    drawn = running.size
  }
  const print = (line: string) => {
    if (until?.aborted) return
    erase()
    output.write(`${line}\n`)
    draw()
  }
  const redraw = () => {
    erase()
    draw()
  }
  until?.addEventListener('abort', () => {
    erase()
    clearInterval(timer)
  })

  return {
    note: (text) => print(`  ${text}`),
    async step(title, work) {
      const step: Step = { title, detail: '', since: performance.now() }
      running.add(step)
      if (animated && !until?.aborted) timer ??= setInterval(redraw, 150).unref()
      else if (!animated) print(`· ${title} …`)
      try {
        const result = await work((detail) => {
          step.detail = detail
          if (!animated) print(`  ${detail}`)
        })
        running.delete(step)
        print(`✓ ${title} (${secondsSince(step).toFixed(1)} s)`)
        return result
      } catch (error) {
        running.delete(step)
        print(`✗ ${title} (${secondsSince(step).toFixed(1)} s)`)
        throw error
      } finally {
        if (running.size === 0) {
          clearInterval(timer)
          timer = undefined
        }
      }
    },
  }
}

function secondsSince({ since }: Step): number {
  return (performance.now() - since) / 1000
}
