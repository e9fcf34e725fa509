import { type RemarkList, type Verification } from '../verify/Verification'
import { durationText } from './durationText'
import { html, SafeHtml } from './html'
import { OUTCOMES } from '../write/Tally'
import {
  dataTable,
  folded,
  legend,
  number,
  OUTCOME_WORDS,
  plainBar,
  stackedBar,
} from './reportParts'
import { REPORT_STYLES } from './reportStyles'
import { type ListedNote, type ReasonCount, type Report } from './Report'

/** So many bars are drawn; the table below has all. */
const MOST_BARS = 20
/** So many files are listed without being asked for. */
const MOST_ROWS = 10

/**
 * The report as a page of its own: no scripts, and nothing from elsewhere, which its policy says too. Everything that comes out of a source is text
 * in it, whatever it looks like.
 */
export function renderReport(report: Report): string {
  const { madeAt, import: run } = report
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>Import ${run.id.slice(0, 8)}</title>
        <style>
          ${new SafeHtml(REPORT_STYLES)}
        </style>
      </head>
      <body>
        <main>
          ${head(report)} ${tiles(report)} ${outcomes(report)} ${rejects(report)}
          ${comparison(report.verification)} ${losses(report)} ${references(report)}
          ${disappeared(report)} ${otherNotes(report)} ${durations(report)} ${map(report)}
          <footer>
            Made ${moment(madeAt)} for import <code>${run.id}</code>. The whole lists are beside it:
            <code>${report.rejects.file}</code>, <code>${report.notes.file}</code>.
          </footer>
        </main>
      </body>
    </html> `
  return page.text
}

const moment = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`

function head({ import: run, rollback }: Report): SafeHtml {
  const [word, kind] = rollback
    ? [rollback.ended === null ? 'being rolled back' : 'rolled back', 'note']
    : run.status === 'done'
      ? ['done', 'good']
      : ['not finished', 'note']
  const options = Object.entries(run.options).flatMap(([name, value]) =>
    name === 'path' || value === undefined || value === false ? [] : [`${name}: ${String(value)}`],
  )
  return html`<header>
    <h1>Import from MongoDB <span class="badge ${kind}">${word}</span></h1>
    <p><bdi>${run.source}</bdi></p>
    <p>
      ${moment(run.createdAt)}${run.seconds !== null && html` · took ${durationText(run.seconds)}`}${options.map((one) => html` · <bdi>${one}</bdi>`)}
    </p>
  </header>`
}

function tiles({ dangling, disappeared, rejects, totals, verification }: Report): SafeHtml {
  const { created = 0, unchanged = 0, updated = 0 } = totals.outcomes
  const list: readonly (readonly [value: string, name: string, kind?: string])[] = [
    [number(totals.documents), 'documents in the source'],
    [number(created + updated + unchanged), 'are here', 'good'],
    [number(rejects.count), 'rejected', rejects.count > 0 ? 'bad' : undefined],
    [number(dangling.count), 'references lead nowhere'],
    ...(disappeared ? [[number(disappeared.count), 'gone from the source'] as const] : []),
    verification
      ? verification.ok
        ? ['equal', 'compared with the source', 'good']
        : [number(verification.differences.count), 'differences from the source', 'bad']
      : ['–', 'not compared yet'],
  ]
  return html`<ul class="tiles">
    ${list.map(
      ([value, name, kind]) =>
        html`<li class="${kind ?? ''}"><strong>${value}</strong><span>${name}</span></li>`,
    )}
  </ul>`
}

function outcomes({ collections, totals }: Report): SafeHtml {
  const longest = Math.max(1, ...collections.map(({ documents }) => documents))
  const rows = collections.flatMap(({ collection, tenants }) =>
    tenants.map(({ outcomes: own, tenant }) => ({ collection, tenant, own })),
  )
  return html`<section>
    <h2>What became of the documents</h2>
    <p>Every document of the source is in one of these, by collection.</p>
    ${legend(totals.outcomes)}
    <div class="bars">
      ${collections
        .slice(0, MOST_BARS)
        .map(({ collection, documents, outcomes: own }) =>
          stackedBar(collection, own, documents, longest),
        )}
    </div>
    ${folded(
      `By collection and space (${rows.length})`,
      dataTable(rows, [
        { name: 'Collection', of: ({ collection }) => collection },
        { name: 'Space', of: ({ tenant }) => (tenant === '-' ? 'nobody knows' : tenant) },
        ...OUTCOMES.filter((name) => totals.outcomes[name]).map((name) => ({
          name: OUTCOME_WORDS[name],
          of: ({ own }: (typeof rows)[number]) => own[name] ?? 0,
        })),
      ]),
    )}
  </section>`
}

/** Bars by reason, then the table of all of them. */
function reasons(counts: readonly ReasonCount[], colour: string): SafeHtml {
  const longest = Math.max(1, ...counts.map(({ count }) => count))
  return html`<div class="bars">
      ${counts
        .slice(0, MOST_BARS)
        .map(({ collection, count, reason }) =>
          plainBar(collection, reason, count, longest, colour),
        )}
    </div>
    ${
      counts.length > MOST_BARS
        ? folded(
            `All ${counts.length} kinds`,
            dataTable(counts, [
              { name: 'Collection', of: ({ collection }) => collection },
              { name: 'What', of: ({ reason }) => reason },
              { name: 'How often', of: ({ count }) => count },
            ]),
          )
        : undefined
    }`
}

const listed = (notes: readonly ListedNote[]): SafeHtml | undefined =>
  dataTable(notes, [
    { name: 'Collection', of: ({ collection }) => collection },
    { name: 'Old id', of: ({ id }) => id, isCode: true },
    { name: 'Place', of: ({ path, place }) => (path === '$' ? place : `${path} in ${place}`) },
    { name: 'What', of: ({ reason }) => reason },
  ])

function rejects({ rejects: { byReason, count, file, first }, import: run }: Report): SafeHtml {
  if (count === 0)
    return html`<section>
      <h2>Rejected</h2>
      <p class="empty">Every document came in.</p>
    </section>`
  return html`<section>
    <h2>Rejected, by reason</h2>
    <p>
      ${number(count)} documents are not here. They are in the reject file; mended, they come in
      with <code>npm run import:mongo -- --rejects ${run.id}</code>.
    </p>
    ${reasons(byReason, 'rejected')}
    ${folded(
      first.length < count ? `The first ${first.length}` : `All ${count}`,
      dataTable(first, [
        { name: 'Collection', of: ({ collection }) => collection },
        { name: 'Where', of: ({ place }) => place },
        { name: 'Why', of: ({ reason }) => reason },
      ]),
    )}
    <p class="empty" style="margin-top:12px"><code>${file}</code></p>
  </section>`
}

function losses({ losses: counts, rests }: Report): SafeHtml {
  return html`<section>
    <h2>Changed on the way</h2>
    ${
      counts.length === 0
        ? html`<p class="empty">Nothing was changed.</p>`
        : html`<p>What a conversion or a collection here took in another form, by kind.</p>
            ${reasons(counts, 'edited')}`
    }
    ${
      rests.length > 0 &&
      html`<h3>Kept among the documents</h3>
        <p>What no rule maps of documents that became rows.</p>
        ${dataTable(rests, [
          { name: 'Collection', of: ({ collection }) => collection },
          { name: 'Documents', of: ({ count }) => count },
        ])}`
    }
  </section>`
}

function references({ dangling: { count, counts, first } }: Report): SafeHtml | undefined {
  if (count === 0) return undefined
  return html`<section>
    <h2>References that lead nowhere</h2>
    <p>
      What they name was not in the source, or was rejected. The documents are here without them.
    </p>
    ${reasons(
      counts.map((one) => ({ ...one, reason: '' })),
      'left',
    )}
    ${folded(first.length < count ? `The first ${first.length}` : `All ${count}`, listed(first))}
  </section>`
}

const remarks = ({ count, first }: RemarkList, title: string): SafeHtml | undefined =>
  folded(
    first.length < count
      ? `${title}: the first ${first.length} of ${number(count)}`
      : `${title}: ${count}`,
    dataTable(first, [
      { name: 'Collection', of: ({ collection }) => collection },
      { name: 'Space', of: ({ tenant }) => tenant },
      { name: 'Old id', of: ({ id }) => id, isCode: true },
      { name: 'What', of: ({ reason }) => reason },
    ]),
  )

function disappeared({ disappeared: list }: Report): SafeHtml | undefined {
  if (!list || list.count === 0) return undefined
  const longest = Math.max(1, ...list.counts.map(({ count }) => count))
  return html`<section>
    <h2>Not in the source any more</h2>
    <p>
      Earlier imports brought them, and this source does not have them. They stay here until
      somebody deletes them.
    </p>
    <div class="bars">
      ${list.counts.map(({ count, name }) => plainBar(name, '', count, longest, 'unchanged'))}
    </div>
    ${remarks(list, 'Documents')}
  </section>`
}

function comparison(found: Verification | null): SafeHtml {
  if (!found)
    return html`<section>
      <h2>Compared with the source</h2>
      <p class="empty">Not yet: <code>npm run import:verify</code></p>
    </section>`
  const { changedHere, differences, drafts, references: refs } = found
  return html`<section>
    <h2>
      Compared with the source
      <span class="badge ${found.ok ? 'good' : 'bad'}"
        >${found.ok ? 'equal' : `${number(differences.count)} differences`}</span
      >
    </h2>
    <p>
      ${moment(found.at)}, in ${durationText(found.seconds)}: every document value by value, and
      ${number(refs.count)} references.
    </p>
    ${found.notes.map((note) => html`<p>${note}</p>`)}
    ${dataTable(differences.first.slice(0, 100), [
      { name: 'Kind', of: ({ kind }) => kind },
      { name: 'Collection', of: ({ collection }) => collection },
      { name: 'Space', of: ({ tenant }) => tenant },
      { name: 'Old id', of: ({ id }) => id, isCode: true },
      { name: 'Place', of: ({ path }) => path, isCode: true },
      { name: 'Expected', of: ({ expected }) => expected },
      { name: 'Found', of: ({ found: is }) => is },
    ])}
    ${changedHere.count > 0 && remarks(changedHere, 'Changed here since, and so not compared')}
    ${drafts.count > 0 && remarks(drafts, 'Drafts here, and published in the source')}
    ${folded(
      'Counts',
      dataTable(found.collections, [
        { name: 'Collection', of: ({ collection }) => collection },
        { name: 'Space', of: ({ tenant }) => (tenant === '-' ? 'nobody knows' : tenant) },
        { name: 'Source', of: ({ source }) => source },
        { name: 'Equal', of: ({ findings }) => findings.equal ?? 0 },
        { name: 'Rejected', of: ({ findings }) => findings.rejected ?? 0 },
        {
          name: 'Other',
          of: ({ findings, source }) => source - (findings.equal ?? 0) - (findings.rejected ?? 0),
        },
      ]),
    )}
  </section>`
}

const KINDS: Readonly<Record<string, string>> = {
  problem: 'A rule of the map could not do its work',
  target: 'The collection here takes it in another form',
  edited: 'Somebody changed it here, so it stays as it is',
}

function otherNotes({ notes: { byReason, first } }: Report): SafeHtml | undefined {
  const kinds = Object.keys(KINDS).filter((kind) => byReason.some((one) => one.kind === kind))
  if (kinds.length === 0) return undefined
  return html`<section>
    <h2>Notes</h2>
    ${kinds.map((kind) => {
      const own = byReason.filter((one) => one.kind === kind)
      return html`<h3>${KINDS[kind] ?? kind}</h3>
        ${reasons(own, 'updated')}
        ${folded('The first of them', listed(first.filter((one) => one.kind === kind)))}`
    })}
  </section>`
}

function durations({ durations: rows }: Report): SafeHtml | undefined {
  const slowest = [...rows].sort((a, b) => b.seconds - a.seconds)
  const tableOf = (some: Report['durations']): SafeHtml | undefined =>
    dataTable(some, [
      { name: 'Pass', of: ({ stage }) => stage },
      { name: 'File', of: ({ file }) => (file === '' ? '·' : file) },
      { name: 'Documents', of: ({ documents }) => documents },
      {
        name: 'First to last batch',
        of: ({ seconds }) => durationText(seconds),
        isNumber: true,
      },
    ])
  if (rows.length === 0) return undefined
  return html`<section>
    <h2>How long it took</h2>
    ${tableOf(slowest.slice(0, MOST_ROWS))}
    ${rows.length > MOST_ROWS && folded(`All ${rows.length} files`, tableOf(rows))}
  </section>`
}

const map = (report: Report): SafeHtml =>
  html`<section>
    <h2>The map</h2>
    ${folded('Show it', html`<pre>${report.map}</pre>`)}
  </section>`
