/**
 * `npm run bench:mongo-read`: how fast files of MongoDB are read, and how much memory that takes: 1,000,000 small documents and 10,000
 * large ones, in each form. Reading alone, and reading with the text for JSONB and the hash of each document.
 *
 * When: after a change in src/import/read or src/import/bson, on a machine that does nothing else. Takes some minutes and 3 GB.
 * Undo: nothing to undo; its files are in `.data/bench/mongo` and can be deleted.
 */
import { fork } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { writeMongoFiles } from './bench/writeMongoFiles'
import { createProgress } from './support/createProgress'
import { projectRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'

const FOLDER = join(projectRoot, '.data', 'bench', 'mongo')

const Measured = z.object({
  documents: z.number(),
  seconds: z.number(),
  processorSeconds: z.number(),
  peakMegabytes: z.number(),
})

runCommand(bench)

async function bench(): Promise<void> {
  const progress = createProgress()
  await mkdir(FOLDER, { recursive: true })
  const files = await progress.step('Writing files', () => writeMongoFiles(FOLDER))
  const rows = [['file', 'what', 'docs/s', 'docs per second of processor', 'MB']]
  for (const { name, path } of files) {
    for (const work of ['read', 'convert'] as const) {
      const { documents, peakMegabytes, processorSeconds, seconds } = await progress.step(
        `${name}, ${work}`,
        () => measure(path, work),
      )
      const rates = [seconds, processorSeconds].map((time) => inThousands(documents / time))
      rows.push([name, work, ...rates, String(Math.round(peakMegabytes))])
    }
  }
  progress.note(rows.map((cells) => cells.map((cell) => cell.padEnd(16)).join('')).join('\n'))
}

const inThousands = (rate: number): string => Math.round(rate).toLocaleString('en')

/** In a process of its own, whose peak of memory is nobody else's. */
function measure(path: string, work: 'read' | 'convert'): Promise<z.infer<typeof Measured>> {
  return new Promise((resolve, reject) => {
    const child = fork(join(projectRoot, 'scripts', 'bench', 'readMongoFile.ts'), [path, work], {
      execArgv: ['--import', 'tsx'],
    })
    child.on('message', (message) => resolve(Measured.parse(message)))
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`${path} could not be read (${String(code)})`)))
  })
}
