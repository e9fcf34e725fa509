import { durationText } from '../../src/import/report/durationText'
import { shownText } from '../../src/import/report/shownText'
import { FINDINGS, type RemarkList, type Verification } from '../../src/import/verify/Verification'
import { table } from './table'

const SHOWN = 20

/** What a comparison found, for people: counts, then the first differences with their places. */
export function describeVerification(found: Verification): string {
  const { collections, differences, references, notes } = found
  const shown = FINDINGS.filter((name) =>
    collections.some(({ findings }) => (findings[name] ?? 0) > 0),
  )
  const rows = collections.map(({ collection, findings, source, tenant }) => [
    collection,
    tenant,
    String(source),
    ...shown.map((name) => (findings[name] ? String(findings[name]) : '·')),
  ])
  const lines = [
    ...table([['collection', 'space', 'source', ...shown.map(wordsOf)], ...rows], { left: [0, 1] }),
    '',
    ...notes,
    `${references.count} references, ${references.dangling.count} of them lead to nothing.`,
    ...remarks('Changed here since, so not compared', found.changedHere),
    ...remarks('Drafts here, and published in the source', found.drafts),
    ...remarks('Lead to nothing', references.dangling),
    ...remarks('Of earlier imports, and not in this source any more', found.disappeared),
  ]
  if (differences.count === 0)
    return [...lines, '', `Everything is equal (${durationText(found.seconds)}).`].join('\n')
  const kinds = Object.entries(differences.byKind).map(([kind, count]) => `${count} ${kind}`)
  return [
    ...lines,
    '',
    `${differences.count} differences: ${kinds.join(', ')}`,
    ...differences.first
      .slice(0, SHOWN)
      .flatMap(({ collection, expected, found: is, id, kind, path, tenant }) => [
        shownText(`  ${kind}  ${collection} ${id} (${tenant})  ${path}`),
        ...(expected === '' ? [] : [shownText(`    expected ${expected}`)]),
        ...(is === '' ? [] : [shownText(`    found    ${is}`)]),
      ]),
    ...more(differences.count),
  ].join('\n')
}

const WORDS: Readonly<Record<string, string>> = { changedHere: 'changed here' }

const wordsOf = (name: string): string => WORDS[name] ?? name

function remarks(title: string, { count, first }: RemarkList): string[] {
  if (count === 0) return []
  return [
    '',
    `${title}: ${count}`,
    ...first
      .slice(0, SHOWN)
      .map(({ collection, id, reason, tenant }) =>
        shownText(`  ${collection} ${id} (${tenant}): ${reason}`),
      ),
    ...more(count),
  ]
}

const more = (count: number): string[] =>
  count > SHOWN ? [`  … and ${count - SHOWN} more: see --json, or the report`] : []
