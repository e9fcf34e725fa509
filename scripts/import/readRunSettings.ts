import { parseArgs, type ParseArgsConfig } from 'node:util'

import { CommandError } from '../support/CommandError'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * What was typed behind a command that is about one import: its id, or nothing, and options.
 *
 * @throws CommandError naming what is wrong, with the way to write it
 */
export function readRunSettings<Own extends Options>(
  args: readonly string[],
  options: Own,
  usage: string,
) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options,
    })
    const [id, ...more] = positionals
    if (more.length > 0) throw new Error(`One import at a time, not also “${more.join(' ')}”.`)
    return { id, values }
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : 'What?', usage)
  }
}
