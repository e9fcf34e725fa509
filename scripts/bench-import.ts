/**
 * `npm run bench:import [-- --write]`: how fast documents of MongoDB come in, and how much memory that takes: 1,000,000 small ones and
 * 10,000 large ones; beside COPY and a plain loop of INSERT of the same rows into a table with the same indexes, in the same run.
 * `--write` puts the table into docs/importing.md.
 *
 * When: after a change in src/import, on a machine that does nothing else. Takes some minutes and 6 GB of disk.
 * Undo: nothing to undo; its files are in `.data/bench` and can be deleted.
 */
import { fork } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { z } from 'zod'

import { benchEnvironment } from './bench/benchEnvironment'
import { openBenchDatabase } from './bench/openBenchDatabase'
import { writeMongoFiles } from './bench/writeMongoFiles'
import { writeResults } from './bench/writeResults'
import { withClient } from './postgres/withClient'
import { createProgress } from './support/createProgress'
import { projectRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'
import { runUntilStopped, type Lifetime } from './support/runUntilStopped'

const FOLDER = join(projectRoot, '.data', 'bench', 'mongo')
/** A loop of INSERT takes its time: so many of them say how fast it is. */
const INSERTS = 50_000

const Measured = z.object({
  documents: z.number(),
  seconds: z.number(),
  peakMegabytes: z.number(),
})

runCommand(() => runUntilStopped(bench))

async function bench(lifetime: Lifetime): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  const progress = createProgress(lifetime.ending)
  await mkdir(FOLDER, { recursive: true })
  const files = await progress.step('Writing files', () => writeMongoFiles(FOLDER))
  const lines: string[] = []
  for (const { name, path } of files.filter((file) => file.name.endsWith('.bson'))) {
    const database = await progress.step('Preparing a database', openBenchDatabase)
    lifetime.onEnd(database.close)
    const imported = await progress.step(`Importing ${name}`, () =>
      importFile(path, benchEnvironment(database.isolatedUrl)),
    )
    const copied = await progress.step('COPY of the same rows', () =>
      copyRows(database.superuserUrl),
    )
    const inserted = await progress.step('INSERT, one by one', () =>
      insertRows(database.superuserUrl),
    )
    await database.close()
    const rate = imported.documents / imported.seconds
    lines.push(
      `| ${name} | ${imported.documents.toLocaleString('en')} | ${whole(rate)} | ${Math.round(imported.peakMegabytes)} | ${whole(copied)} | ${(rate / copied).toFixed(2)} | ${whole(inserted)} | ${(rate / inserted).toFixed(2)} |`,
    )
    console.log(lines.at(-1))
  }
  const report = [
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, 2 cores, with the database on the same machine. Documents per second; ratios are import ÷ the other.`,
    '',
    '| file | documents | import | peak MB | COPY | ratio | INSERT | ratio |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n')
  console.log(`\n${report}\n`)
  if (values.write) await writeResults('docs/importing.md', report)
}

const whole = (rate: number): string => Math.round(rate).toLocaleString('en')

/** In a process of its own, whose peak of memory is nobody else's. */
async function importFile(
  path: string,
  env: Record<string, string>,
): Promise<z.infer<typeof Measured>> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'))
  try {
    return await new Promise((resolve, reject) => {
      const child = fork(join(projectRoot, 'scripts', 'bench', 'importFile.ts'), [path, folder], {
        // As `npm run import:mongo` is started.
        execArgv: [
          '--max-semi-space-size=8',
          '--conditions=production',
          '--import',
          './scripts/support/preload.mjs',
        ],
        env: { ...process.env, ...env },
      })
      child.on('message', (message) => resolve(Measured.parse(message)))
      child.on('error', reject)
      child.on('exit', (code) => reject(new Error(`${path} did not come in (${String(code)})`)))
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const TABLE = 'bench_documents'

/** A table as that of the documents, with its indexes, and without policies and triggers. */
const makeTable = `drop table if exists ${TABLE}; create table ${TABLE} (like documents including all)`

/** Rows per second of COPY from a file beside the server. */
const copyRows = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-copy-'))
    const file = join(folder, 'rows')
    try {
      await client.query(`copy documents to '${file}'`)
      await client.query(makeTable)
      const started = performance.now()
      const { rowCount } = await client.query(`copy ${TABLE} from '${file}'`)
      return (rowCount ?? 0) / ((performance.now() - started) / 1000)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

/** Rows per second of a loop of INSERT in one transaction. */
const insertRows = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    await client.query(makeTable)
    const { rows, fields } = await client.query<Record<string, unknown>>({
      text: `select id, tenant_id, source_collection, source_id, source_database, data::text as data, complete, row_collection, row_id, hash,
        made_by, written_by, updated_at, created_at from documents limit ${INSERTS}`,
    })
    const names = fields.map(({ name }) => name)
    const text = `insert into ${TABLE} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`
    const started = performance.now()
    await client.query('begin')
    for (const row of rows)
      await client.query({ name: 'insert', text, values: names.map((name) => row[name]) })
    await client.query('commit')
    return rows.length / ((performance.now() - started) / 1000)
  })
