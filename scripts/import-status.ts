/**
 * `npm run import:status -- [--json]`: which imports there were, whether one is at work, and how far it is.
 *
 * When: during an import, in another window; or to find the id of one.
 * Undo: it changes nothing.
 */
import { loadStatus, type ImportsStatus, type RunStatus } from '../src/import/report/loadStatus'
import { durationText } from '../src/import/report/durationText'
import { shownText } from '../src/import/report/shownText'
import { readRunSettings } from './import/readRunSettings'
import { table } from './import/table'
import { withTables } from './import/withTables'
import { runCommand } from './support/runCommand'

const USAGE = 'npm run import:status -- [--json]'

runCommand(async () => {
  const { values } = readRunSettings(
    process.argv.slice(2),
    { json: { type: 'boolean', default: false } },
    USAGE,
  )
  const status = await withTables((tables) => loadStatus(tables))
  console.log(values.json ? JSON.stringify(jsonOf(status), null, 2) : describe(status))
})

/** The map is long, and is in the report. */
const jsonOf = ({ isAtWork, runs }: ImportsStatus) => ({
  isAtWork,
  imports: runs.map(({ run, ...status }) => ({
    id: run.id,
    source: run.source,
    status: run.status,
    createdAt: run.created_at,
    finishedAt: run.finished_at,
    options: run.options,
    ...status,
  })),
})

function describe({ isAtWork, runs }: ImportsStatus): string {
  if (runs.length === 0) return 'Nothing was imported yet.'
  const rows = runs.map((status) => [
    status.run.id,
    status.run.created_at.toISOString().slice(0, 16).replace('T', ' '),
    wordsOf(status, isAtWork),
    String(status.documents),
    String(status.rejected),
    durationText(status.seconds),
    status.run.source,
  ])
  const head = ['import', 'began (UTC)', 'status', 'documents', 'rejected', 'took', 'source']
  const open = runs.filter(({ files }) => files.length > 0)
  return [
    ...table([head, ...rows], { left: [0, 1, 2, 6] }),
    ...open.flatMap((status) => ['', ...describeFiles(status)]),
    '',
    isAtWork ? 'An import is at work.' : 'No import is at work.',
  ].join('\n')
}

const wordsOf = ({ run }: RunStatus, isAtWork: boolean): string =>
  run.status === 'running' ? (isAtWork ? 'running' : 'not finished: --resume') : run.status

function describeFiles({ files, run }: RunStatus): string[] {
  return [
    shownText(`${run.id}:`),
    ...table(
      [
        ['  pass', 'file', 'how far', 'documents', 'per second'],
        ...files.map(({ documents, file, isDone, perSecond, share, stage }) => [
          `  ${stage}`,
          file === '' ? '·' : file,
          isDone ? 'done' : share === undefined ? '?' : `${Math.floor(share * 100)} %`,
          String(documents),
          perSecond === undefined ? '·' : String(Math.round(perSecond)),
        ]),
      ],
      { left: [0, 1] },
    ),
  ]
}
