import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { CommandError } from '../support/CommandError'
import { readEnvironment } from '../support/environment'

const USAGE =
  'npm run import:mongo -- <path> | --rejects <import or file> [--map map.yaml] [--print-map] [--tenant slug] [--files folder] [--dry-run] [--resume] [--batch-size N] [--on-error reject|stop] [--overwrite-edited] [--wait] [--quiet]'

export interface ImportSettings {
  /** Where the dump or export is. Undefined: rejected documents come in. */
  readonly path: string | undefined
  /** The import whose rejected documents come in, or the file in which they are. */
  readonly rejects: string | undefined
  readonly map: string | undefined
  readonly printMap: boolean
  readonly tenant: string | undefined
  readonly files: string | undefined
  readonly dryRun: boolean
  readonly resume: boolean
  readonly batchSize: number
  readonly stopOnReject: boolean
  readonly overwriteEdited: boolean
  readonly wait: boolean
  readonly quiet: boolean
}

/** Paths mean what they mean where the command was typed: npm runs it in the project's folder. */
export const pathFrom = (path: string): string =>
  resolve(readEnvironment('INIT_CWD') ?? process.cwd(), path)

const MAX_BATCH = 10_000

/** @throws CommandError naming what is wrong, with the way to write it. */
export function readSettings(args: readonly string[]): ImportSettings {
  const { values, positionals } = parse(args)
  const [path, ...more] = positionals
  if (path === undefined && values.rejects === undefined)
    throw new CommandError('Which dump or export?', USAGE)
  if (path !== undefined && values.rejects !== undefined)
    throw new CommandError('Either a dump or rejected documents, one at a time.', USAGE)
  if (more.length > 0)
    throw new CommandError(`One path at a time, not also “${more.join(' ')}”.`, USAGE)
  const batchSize = Number(values['batch-size'])
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > MAX_BATCH)
    throw new CommandError(`--batch-size is a number from 1 to ${MAX_BATCH}.`, USAGE)
  const onError = values['on-error']
  if (onError !== 'reject' && onError !== 'stop')
    throw new CommandError('--on-error is reject or stop.', USAGE)
  return {
    path: path === undefined ? undefined : pathFrom(path),
    rejects: values.rejects?.match(/[/\\.]/) ? pathFrom(values.rejects) : values.rejects,
    map: values.map === undefined ? undefined : pathFrom(values.map),
    printMap: values['print-map'],
    tenant: values.tenant,
    files: values.files === undefined ? undefined : pathFrom(values.files),
    dryRun: values['dry-run'],
    resume: values.resume,
    batchSize,
    stopOnReject: onError === 'stop',
    overwriteEdited: values['overwrite-edited'],
    wait: values.wait,
    quiet: values.quiet,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        rejects: { type: 'string' },
        'print-map': { type: 'boolean', default: false },
        tenant: { type: 'string' },
        files: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        resume: { type: 'boolean', default: false },
        'batch-size': { type: 'string', default: '500' },
        'on-error': { type: 'string', default: 'reject' },
        'overwrite-edited': { type: 'boolean', default: false },
        wait: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : 'What?', USAGE)
  }
}
