/**
 * `npm run bench [-- --write]`: what isolation costs. Each operation runs through Atrium as it is, and through the same
 * collections on Payload's own adapter as a role that row-level security does not apply to, in turns and in one process, with 10,
 * 100 and 1,000 tenants; then public pages over HTTP, cached and not. `--write` puts the tables into docs/benchmarks.md.
 *
 * When: after a change of the adapter, the policies or the schema, on a machine that does nothing else. Takes some minutes.
 * Undo: nothing to undo; its database is in `.data/bench` and can be deleted.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { BENCH_SECRET, benchEnvironment } from './bench/benchEnvironment'
import { buildReport, type Results } from './bench/buildReport'
import { compare, type Comparison } from './bench/compare'
import { openBenchDatabase } from './bench/openBenchDatabase'
import { loadSample, seedTenants } from './bench/seedTenants'
import { servePages, type PageRates, type PageServer } from './bench/servePages'
import { signInAsStaff } from './bench/signInAsStaff'
import { createProgress } from './support/createProgress'
import { projectRoot } from './support/projectPaths'
import { runUntilStopped, type Lifetime } from './support/runUntilStopped'
import { runCommand } from './support/runCommand'

const SIZES = [10, 100, 1_000]
/** So many of them are asked, spread over all. */
const SAMPLE = 50

runCommand(() => runUntilStopped(bench))

async function bench(lifetime: Lifetime): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  const progress = createProgress(lifetime.ending)
  const database = await progress.step('Preparing a database', openBenchDatabase)
  lifetime.onEnd(database.close)
  Object.assign(process.env, benchEnvironment(database.isolatedUrl))
  const { default: config } = await import('../payload.config')
  const { loadContenders } = await import('./bench/loadContenders')
  const { buildOperations } = await import('./bench/operations')
  const contenders = await progress.step('Starting Payload twice', async () =>
    loadContenders(await config, database.bypassedUrl),
  )
  lifetime.onEnd(async () => {
    for (const { payload } of contenders) await payload.destroy()
  })
  const operations = buildOperations(await signInAsStaff(contenders[0].payload))
  let server: PageServer | undefined

  const comparisons: Comparison[] = []
  const pages: PageRates[] = []
  let seeded = 0
  for (const size of SIZES) {
    await progress.step(`Seeding ${size} tenants`, () =>
      seedTenants(database.superuserUrl, seeded + 1, size),
    )
    seeded = size
    const sample = await loadSample(database.superuserUrl, size, SAMPLE)
    for (const operation of operations) {
      await progress.step(`${operation.name}, ${size} tenants`, async () => {
        comparisons.push(await compare(operation, contenders, sample, size))
      })
    }
  }
  for (const size of SIZES) {
    await progress.step(`Public pages, ${size} tenants`, async () => {
      // A server of its own for each size, that has no page yet; of the tenants that this size had.
      server = await servePages(database.isolatedUrl, BENCH_SECRET)
      lifetime.onEnd(server.stop)
      const sample = await loadSample(database.superuserUrl, size, SAMPLE)
      pages.push(await server.measure(sample, size))
      await server.stop()
    })
  }
  const results: Results = { comparisons, pages, postgres: database.version }
  const report = buildReport(results)
  console.log(`\n${report}\n`)
  if (values.write) await write(report)
}

/** Replaces what is between the marks, and leaves the words around it. */
async function write(report: string): Promise<void> {
  const file = join(projectRoot, 'docs/benchmarks.md')
  const text = await readFile(file, 'utf8')
  const date = new Date().toISOString().slice(0, 10)
  const marks = /(<!-- results -->\n)[\s\S]*(<!-- end of results -->)/
  await writeFile(
    file,
    text.replace(
      marks,
      (_all, begin: string, end: string) => `${begin}\n${date}. ${report}\n\n${end}`,
    ),
  )
  console.log('wrote docs/benchmarks.md')
}
