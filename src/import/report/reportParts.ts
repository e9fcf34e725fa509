import { OUTCOMES, type OutcomeName } from '../write/Tally'
import { html, type SafeHtml } from './html'
import { type Outcomes } from './Report'

export const OUTCOME_WORDS: Readonly<Record<OutcomeName, string>> = {
  created: 'new here',
  updated: 'changed since',
  unchanged: 'as before',
  edited: 'edited here, left alone',
  rejected: 'rejected',
  left: 'left behind by the map',
  elsewhere: 'of another space',
}

export const number = (count: number): string => count.toLocaleString('en-GB')

const share = (part: number, whole: number): string =>
  whole === 0 ? '0' : ((100 * part) / whole).toFixed(3)

/** What the colours mean, of those outcomes that there are. */
export function legend(outcomes: Outcomes): SafeHtml {
  return html`<ul class="legend">
    ${OUTCOMES.filter((name) => outcomes[name]).map(
      (name) =>
        html`<li>
          <i style="background:var(--${name})"></i>${OUTCOME_WORDS[name]}
          ${number(outcomes[name] ?? 0)}
        </li>`,
    )}
  </ul>`
}

/** A bar in parts; as long as its share of the longest one. */
export function stackedBar(
  name: string,
  outcomes: Outcomes,
  documents: number,
  longest: number,
): SafeHtml {
  const said = OUTCOMES.filter((one) => outcomes[one])
    .map((one) => `${number(outcomes[one] ?? 0)} ${OUTCOME_WORDS[one]}`)
    .join(', ')
  return html`<div class="bar">
    <span class="name"><bdi>${name}</bdi></span>
    <span class="number">${number(documents)}</span>
    <div class="track" role="img" aria-label="${said}" title="${said}">
      ${OUTCOMES.map(
        (one) =>
          (outcomes[one] ?? 0) > 0 &&
          html`<i
            style="width:${share(outcomes[one] ?? 0, longest)}%;background:var(--${one})"
          ></i>`,
      )}
    </div>
  </div>`
}

/** A bar of one colour. */
export const plainBar = (
  name: string,
  detail: string,
  count: number,
  longest: number,
  colour: string,
): SafeHtml =>
  html`<div class="bar">
    <span class="name"><bdi>${name}</bdi>${detail !== '' && html`: <bdi>${detail}</bdi>`}</span>
    <span class="number">${number(count)}</span>
    <div class="track" aria-hidden="true">
      <i style="width:${share(count, longest)}%;background:var(--${colour})"></i>
    </div>
  </div>`

interface Column<Row> {
  readonly name: string
  readonly of: (row: Row) => string | number
  readonly isCode?: boolean
  /** A text that is a number to people. */
  readonly isNumber?: boolean
}

/** A table that a narrow screen can push aside; nothing if there are no rows. */
export function dataTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): SafeHtml | undefined {
  if (rows.length === 0) return undefined
  const isNumber = ({ isNumber: isShownSo = false, of }: Column<Row>): boolean =>
    isShownSo || rows.every((row) => typeof of(row) === 'number')
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Table">
    <table style="min-width:${columns.length * 104}px">
      <thead>
        <tr>
          ${columns.map(
            (column) =>
              html`<th scope="col" class="${isNumber(column) ? 'number' : ''}">${column.name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map((column) => cell(column, row, isNumber(column)))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function cell<Row>({ isCode = false, of }: Column<Row>, row: Row, isNumber: boolean): SafeHtml {
  const value = of(row)
  const text = typeof value === 'number' ? number(value) : value
  return isNumber
    ? html`<td class="number">${text}</td>`
    : html`<td>${isCode ? html`<code><bdi>${text}</bdi></code>` : html`<bdi>${text}</bdi>`}</td>`
}

/** Something long that one opens. */
export const folded = (title: string, content: SafeHtml | undefined): SafeHtml | undefined =>
  content &&
  html`<details>
    <summary>${title}</summary>
    ${content}
  </details>`
