import { shownText } from '../../src/import/report/shownText'
import { OUTCOMES, type Tally } from '../../src/import/write/Tally'
import { table } from './table'

/** What became of each collection, as a table, and what was changed on the way. */
export function describeTally({ outcomes, losses, rests, dangling }: Tally): string {
  const rows = Object.entries(outcomes).map(([collection, tenants]) => {
    const sums = OUTCOMES.map((outcome) =>
      Object.values(tenants).reduce((sum, counts) => sum + (counts[outcome] ?? 0), 0),
    )
    return [collection, ...sums.map((sum) => (sum === 0 ? '·' : String(sum)))]
  })
  const lines = table([['collection', ...OUTCOMES], ...rows])
  const notes = [
    ...Object.entries(rests).map(
      ([collection, count]) =>
        `${collection}: of ${count}, what no rule maps is among the documents`,
    ),
    ...Object.entries(dangling).map(
      ([collection, count]) => `${collection}: ${count} references lead nowhere`,
    ),
    ...Object.entries(losses).flatMap(([collection, kinds]) =>
      Object.entries(kinds).map(([words, count]) => `${collection}: ${count} × ${words}`),
    ),
  ]
  const MOST = 30
  const more = notes.length > MOST ? [`… and ${notes.length - MOST} more: see the report`] : []
  return [
    ...lines,
    ...(notes.length === 0 ? [] : ['', ...notes.slice(0, MOST).map(shownText), ...more]),
  ].join('\n')
}
