/**
 * `npm run import:mongo -- <path> [options]`: brings a MongoDB platform over, from the output of mongodump or mongoexport.
 * docs/migrating-from-mongodb.md leads through it.
 *
 * When: to move to Atrium; again with a newer dump, for what changed since. An import that was ended goes on with `--resume`. What it
 * rejected comes in with `--rejects <import>`, when it is mended.
 * Undo: `npm run import:rollback -- <id>`.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Payload } from 'payload'

import { parseMap } from '../src/import/map/parseMap'
import { printMap } from '../src/import/map/printMap'
import { recognise } from '../src/import/map/recognise'
import { openRejects } from '../src/import/read/openRejects'
import { openSource } from '../src/import/read/openSource'
import type { Source } from '../src/import/read/Source'
import { SourceError } from '../src/import/read/SourceError'
import { DISAPPEARED } from '../src/import/report/runFiles'
import { writeReport } from '../src/import/report/writeReport'
import { rollbackOf } from '../src/import/rollback/markRollback'
import { findDisappeared } from '../src/import/verify/findDisappeared'
import { dryRun } from '../src/import/write/dryRun'
import { findRejects } from '../src/import/write/findRejects'
import { findRun } from '../src/import/write/findRun'
import { fingerprintOf } from '../src/import/write/fingerprint'
import { ImportError } from '../src/import/write/ImportError'
import { lockImports } from '../src/import/write/lockImports'
import { lookupOf } from '../src/import/write/openRunSource'
import { runImport, type RunSettings } from '../src/import/write/runImport'
import { createRun, endRun, loadRuns, type Run } from '../src/import/write/runs'
import { sampleSource } from '../src/import/write/sampleSource'
import { rejectedIn, type Tally } from '../src/import/write/Tally'
import { StoppedAtReject } from '../src/import/write/writeBatch'
import { describeTally } from './import/describeTally'
import { readable } from './import/readable'
import { type ImportSettings, readSettings } from './import/readSettings'
import { showProgress } from './import/showProgress'
import { withPayload } from './import/withPayload'
import { CommandError } from './support/CommandError'
import { dataRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'
import { writeFileAtomically } from './support/writeFileAtomically'

/** Everything came in but some documents, which are in the reject file. */
const SOME_REJECTED = 3

runCommand(async () => {
  try {
    return await importMongo(readSettings(process.argv.slice(2)))
  } catch (error) {
    throw stoppedAtReject(error)
  }
})

function stoppedAtReject(error: unknown): unknown {
  if (error instanceof SourceError)
    return new CommandError(error.message, 'what came before it is in; --resume reads it again')
  if (error instanceof StoppedAtReject)
    return new CommandError(
      `Stopped at a document that cannot come in:\n${error.message}`,
      'mend it or the map, then --resume; or leave out --on-error stop',
    )
  return readable(error)
}

async function importMongo(settings: ImportSettings): Promise<number> {
  const { path } = settings
  if (path === undefined)
    return withPayload(async (payload) => {
      const rejects = await findRejects(
        payload,
        settings.rejects ?? '',
        join(dataRoot(), 'imports'),
      )
      console.log(`Rejected documents of import ${rejects.run.id}.`)
      const source = await openRejects(rejects.path)
      return locked(payload, source, { ...settings, path: rejects.path }, rejects.run)
    })
  const source = await openSource(path)
  if (settings.printMap) {
    process.stdout.write(printMap(recognise(await sampleSource(source))))
    return 0
  }
  return withPayload((payload) => locked(payload, source, { ...settings, path }))
}

/** Where it comes from is known by now. */
type KnownSettings = ImportSettings & { readonly path: string }

function locked(
  payload: Payload,
  source: Source,
  settings: KnownSettings,
  before?: Run,
): Promise<number> {
  describeSource(source)
  const onWait = () => console.log('Another import is at work: waiting for it.')
  return lockImports(payload, { wait: settings.wait, onWait }, (lost) =>
    importInto(payload, source, settings, before, lost),
  )
}

function describeSource({ layout, collections, skipped, notes }: Source): void {
  console.log(`A source with ${collections.length} collections (${layout}).`)
  for (const { name, reason } of skipped) console.log(`  not read: ${name}: ${reason}`)
  for (const note of notes) console.log(`  ${note}`)
}

async function importInto(
  payload: Payload,
  source: Source,
  settings: KnownSettings,
  before: Run | undefined,
  lost: AbortSignal,
): Promise<number> {
  const started = performance.now()
  const run = await runFor(payload, source, settings, before)
  const folder = join(dataRoot(), 'imports', run.id)
  console.log(`Import ${run.id}${settings.dryRun ? ' (a dry run: nothing of it stays)' : ''}`)
  const view = showProgress(settings)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(stopped()))
  const options: RunSettings = {
    batchSize: settings.batchSize,
    stopOnReject: settings.stopOnReject,
    folder,
    onProgress: view.show,
    signal: AbortSignal.any([stop.signal, lost]),
    lookup: await lookupOf(payload, run, source),
  }
  const tally = await bringIn(payload, source, run, options, settings).finally(view.end)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`\n${describeTally(tally)}\n`)
  const rejected = rejectedIn(tally)
  if (rejected > 0)
    console.log(`${rejected} rejected, with the reasons: ${join(folder, 'rejects.jsonl')}`)
  if (!settings.dryRun) await report(payload, source, run, folder, options.lookup)
  console.log(settings.dryRun ? `Tried in ${seconds} s.` : `Done in ${seconds} s: import ${run.id}`)
  return rejected > 0 ? SOME_REJECTED : 0
}

/** What is not in the source any more, and the whole report. */
async function report(
  payload: Payload,
  source: Source,
  run: Run,
  folder: string,
  lookup: Source | undefined,
): Promise<void> {
  const gone = await findDisappeared(payload, source, run, {
    folder,
    most: 1_000,
    ...(lookup && { lookup }),
  })
  await writeFileAtomically(join(folder, DISAPPEARED), `${JSON.stringify(gone, null, 2)}\n`)
  if (gone.count > 0)
    console.log(`${gone.count} documents of earlier imports are not in this source any more.`)
  const { page } = await writeReport(payload, await findRun(payload, run.id), { folder })
  console.log(`The report: ${page}`)
}

const stopped = (): ImportError =>
  new ImportError('Stopped. What was written stays.', 'go on with --resume')

async function bringIn(
  payload: Payload,
  source: Source,
  run: Run,
  options: RunSettings,
  { dryRun: isDry }: ImportSettings,
): Promise<Tally> {
  if (isDry)
    return dryRun(payload, (transact) => runImport(payload, source, run, { ...options, transact }))
  const tally = await runImport(payload, source, run, options)
  await endRun(payload, run.id, 'done', { tally })
  return tally
}

/** What is half gone would be taken for what is here, and then go. */
function refuseBetween(runs: readonly Run[]): void {
  const half = runs.find(
    (run) => run.status === 'rolled-back' && rollbackOf(run)?.ended === undefined,
  )
  if (half)
    throw new ImportError(
      `Import ${half.id} is rolled back in part.`,
      `npm run import:rollback -- ${half.id} goes on with it`,
    )
}

/** A new run, or the one that goes on. */
async function runFor(
  payload: Payload,
  source: Source,
  settings: KnownSettings,
  before: Run | undefined,
): Promise<Run> {
  const fingerprint = fingerprintOf(source)
  const runs = await loadRuns(payload)
  refuseBetween(runs)
  const [last] = runs.filter(({ status }) => status === 'running')
  if (settings.resume) {
    if (!last) throw new ImportError('There is no import to go on with.', 'leave out --resume')
    if (last.fingerprint !== fingerprint)
      throw new ImportError(
        `Import ${last.id} was of other files: ${last.source}`,
        'give it the same files, or begin anew without --resume',
      )
    console.log('Going on where it was, with its map and options.')
    return last
  }
  const map = before && !settings.map ? before.map : await mapFor(source, settings)
  parseMap(map, source)
  const run = {
    source: settings.path,
    fingerprint,
    map,
    options: {
      path: settings.path,
      tenant: settings.tenant ?? before?.options.tenant,
      files: settings.files ?? before?.options.files,
      overwriteEdited: settings.overwriteEdited || (before?.options.overwriteEdited ?? false),
      rejectsOf: before?.id,
    },
  }
  return settings.dryRun ? unsavedRun(run) : createRun(payload, run)
}

/** A dry run leaves no trace, so it is in no list. */
const unsavedRun = (run: Pick<Run, 'source' | 'fingerprint' | 'map' | 'options'>): Run => ({
  ...run,
  id: `dry-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`,
  status: 'running',
  report: null,
  created_at: new Date(),
  finished_at: null,
})

async function mapFor(source: Source, { map }: ImportSettings): Promise<string> {
  if (map !== undefined) {
    try {
      return await readFile(map, 'utf8')
    } catch (error) {
      throw new CommandError(
        `The map cannot be read: ${error instanceof Error ? error.message : map}`,
        'npm run -s import:mongo -- <path> --print-map > map.yaml',
      )
    }
  }
  const recognised = recognise(await sampleSource(source))
  for (const { database, shape, evidence } of recognised.databases)
    console.log(`${database || 'The files'}: ${shape} (${evidence.join('; ')})`)
  return printMap(recognised)
}
