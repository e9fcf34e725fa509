import { shownText } from '../../src/import/report/shownText'
import { type RollbackResult } from '../../src/import/rollback/rollbackImport'

const SHOWN = 20

/** What a roll back did, would do, or did not do and why. */
export function describeRollback(
  { done, files, obstacles, released, removed, restored, spaces }: RollbackResult,
  { isDryRun }: { readonly isDryRun: boolean },
): string {
  const verb = done ? '' : 'would be '
  const lines = [
    ...Object.entries(removed).map(([name, count]) => `${count} ${name} ${verb}removed`),
    ...Object.entries(restored).map(([name, count]) => `${count} ${name} ${verb}restored`),
    ...(files > 0 ? [`${files} files removed`] : []),
    ...(released > 0 ? [`${released} references to it were emptied`] : []),
    ...spaces.removed.map((space) =>
      done
        ? `the space ${space} is gone`
        : `the space ${space} would be removed, if nothing else is in it`,
    ),
    ...spaces.kept.map(({ reason, space }) => `the space ${space} stays: ${reason}`),
  ]
  return [
    ...(lines.length === 0 ? ['There is nothing of it.'] : lines),
    ...describeObstacles(obstacles),
    '',
    done
      ? 'Rolled back.'
      : isDryRun
        ? 'Nothing was done.'
        : (obstacles.counts.needed ?? 0) > 0
          ? 'Nothing was done: remove first what needs a row of it.'
          : 'Nothing was done. With --force, all of that goes too.',
  ]
    .map((line) => line.split('\n').map(shownText).join('\n'))
    .join('\n')
}

const WORDS = {
  edited: 'changed here since',
  deleted: 'deleted here since',
  later: 'written by a later import',
  used: 'used by something that is not of the import',
  needed: 'needed by something that is not of the import',
} as const

function describeObstacles({ count, counts, first }: RollbackResult['obstacles']): string[] {
  if (count === 0) return []
  const kinds = Object.entries(counts).map(
    ([kind, number]) => `${number} ${WORDS[kind as keyof typeof WORDS]}`,
  )
  return [
    '',
    `In the way: ${kinds.join(', ')}`,
    ...first
      .slice(0, SHOWN)
      .map(
        ({ collection, id, kind, reason, tenant }) =>
          `  ${WORDS[kind]}: ${collection} ${id} (${tenant}), ${reason}`,
      ),
    ...(count > SHOWN ? [`  … and ${count - SHOWN} more`] : []),
  ]
}
