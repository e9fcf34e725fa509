import { cpus } from 'node:os'

import type { Comparison } from './compare'
import type { PageRates } from './servePages'

/** Rates of two sizes that differ by less than this are the same: rounds of one size differ as much. */
const NOISE = 0.15

export interface Results {
  readonly comparisons: readonly Comparison[]
  readonly pages: readonly PageRates[]
  readonly postgres: string
}

const whole = (rate: number): string => Math.round(rate).toLocaleString('en')
const fraction = (ratio: number): string => ratio.toFixed(2)

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** Rate with the most tenants ÷ rate with the fewest. */
function slopeOf(rates: readonly { tenants: number; rate: number }[]): number {
  const sorted = [...rates].sort((a, b) => a.tenants - b.tenants)
  return (sorted.at(-1)?.rate ?? 0) / (sorted[0]?.rate ?? 1)
}

interface Aim {
  readonly what: string
  readonly found: string
  readonly met: boolean
}

function aims({ comparisons, pages }: Results): Aim[] {
  const names = [...new Set(comparisons.map(({ operation }) => operation))]
  const of = (name: string) => comparisons.filter(({ operation }) => operation === name)
  const worst = [...comparisons].sort((a, b) => a.ratio - b.ratio)[0]
  const slopes = names.map((name) => ({
    name,
    slope: slopeOf(of(name).map(({ tenants, isolated }) => ({ tenants, rate: isolated }))),
  }))
  const steepest = [...slopes].sort((a, b) => a.slope - b.slope)[0]
  const speedUp = Math.min(...pages.map(({ cached, uncached }) => cached / uncached))
  return [
    {
      what: 'isolation costs at most 10 % (ratio 0.90 or more)',
      found: worst
        ? `lowest ${fraction(worst.ratio)}: ${worst.operation}, ${whole(worst.tenants)} tenants`
        : '',
      met: (worst?.ratio ?? 0) >= 0.9,
    },
    {
      what: 'a cached page at least 5 times the rate of an uncached one',
      found: `lowest ${speedUp.toFixed(1)} times`,
      met: speedUp >= 5,
    },
    {
      what: 'no slope from the fewest to the most tenants',
      found: steepest ? `lowest ${fraction(steepest.slope)} of the rate: ${steepest.name}` : '',
      met: (steepest?.slope ?? 0) >= 1 - NOISE,
    },
  ]
}

/** The results as Markdown, which reads well on a terminal too. */
export function buildReport(results: Results): string {
  const { comparisons, pages, postgres } = results
  const [cpu] = cpus()
  return [
    `On ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.version}, PostgreSQL ${postgres}. Rates are per second.`,
    table(
      ['operation', 'tenants', 'isolated', 'bypassed', 'ratio'],
      comparisons.map(({ operation, tenants, isolated, bypassed, ratio }) => [
        operation,
        whole(tenants),
        whole(isolated),
        whole(bypassed),
        fraction(ratio),
      ]),
    ),
    table(
      ['public page over HTTP', 'tenants', 'uncached', 'cached', 'times'],
      pages.map(({ tenants, uncached, cached }) => [
        'the production build',
        whole(tenants),
        whole(uncached),
        whole(cached),
        (cached / uncached).toFixed(1),
      ]),
    ),
    table(
      ['aim', 'found', 'met'],
      aims(results).map(({ what, found, met }) => [what, found, met ? 'yes' : 'no']),
    ),
  ].join('\n\n')
}
