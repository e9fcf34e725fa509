/**
 * `npm run bench:search [-- --write]`: how long searching takes, in a space of 1,000 pages and in one of 100,000, first with few
 * pages of others beside them and then with a million. `--write` puts the table into docs/search.md.
 *
 * When: after a change of the search, on a machine that does nothing else. Takes some minutes and 5 GB of disk.
 * Undo: nothing to undo; its database is in `.data/bench` and can be deleted.
 */
import { parseArgs } from 'node:util'

import { getPayload } from 'payload'

import { benchEnvironment } from './bench/benchEnvironment'
import { timesOfUsers, USER_SPACES, USERS_PER_SPACE } from './bench/findUsers'
import { openBenchDatabase } from './bench/openBenchDatabase'
import {
  COMMON_WORD,
  PREFIX,
  RARE_WORD,
  seedSpaces,
  seedTexts,
  THREE_WORDS,
  TYPO,
} from './bench/seedSearch'
import { timesOf } from './bench/timesOf'
import { writeResults } from './bench/writeResults'
import { createProgress } from './support/createProgress'
import { runCommand } from './support/runCommand'
import { runUntilStopped, type Lifetime } from './support/runUntilStopped'

const OTHERS = [
  { spaces: 10, pages: 900 },
  { spaces: 988, pages: 900 },
]

runCommand(() => runUntilStopped(bench))

async function bench(lifetime: Lifetime): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  const progress = createProgress(lifetime.ending)
  const database = await progress.step('Preparing a database', openBenchDatabase)
  lifetime.onEnd(database.close)
  Object.assign(process.env, benchEnvironment(database.isolatedUrl))
  const { default: config } = await import('../payload.config')
  const { completeSearch } = await import('../src/search/completeSearch')
  const { parseSearch } = await import('../src/search/parseSearch')
  const { relatedPages } = await import('../src/search/related/relatedPages')
  const { searchDocuments } = await import('../src/search/searchDocuments')
  const { visitorOf } = await import('../src/search/searcher')
  const payload = await getPayload({ config })
  lifetime.onEnd(() => payload.destroy())
  payload.logger.level = 'silent'

  await progress.step('Writing texts', () => seedTexts(database.superuserUrl))
  const spaces = await progress.step('Two spaces, of 1,000 and 100,000 pages', async () => [
    { pages: 1_000, id: await seedSpaces(database.superuserUrl, { name: 'small', pages: 1_000 }) },
    {
      pages: 100_000,
      id: await seedSpaces(database.superuserUrl, { name: 'large', pages: 100_000 }),
    },
  ])
  const ask = (q: string) => async (tenant: string) => {
    const { total, didYouMean } = await searchDocuments(
      payload,
      visitorOf(tenant),
      parseSearch({ q }),
    )
    return total > 0 || didYouMean !== null
  }
  const questions = {
    'a common word': ask(COMMON_WORD),
    'a rare word': ask(RARE_WORD),
    'three words': ask(THREE_WORDS),
    'a prefix': async (tenant: string) =>
      (await completeSearch(payload, visitorOf(tenant), PREFIX)).length > 0,
    'a typo': ask(TYPO),
    'related pages': async (tenant: string) => {
      const asked = { page: '500', locale: 'en', limit: 3 }
      return (await relatedPages(payload, visitorOf(tenant), asked)).docs.length > 0
    },
  }

  const lines: string[] = []
  const first = new Map<string, number>()
  let total = 101_000
  for (const { spaces: count, pages } of OTHERS) {
    await progress.step(`${count * pages} pages of other spaces`, () =>
      seedSpaces(database.superuserUrl, { name: `others-${count}`, pages }, count),
    )
    total += count * pages
    for (const space of spaces) {
      for (const [name, question] of Object.entries(questions)) {
        const { p50, p95 } = await timesOf(name, () => question(space.id))
        const key = `${name} ${space.pages}`
        const slope = p50 / (first.get(key) ?? p50)
        first.set(key, first.get(key) ?? p50)
        lines.push(
          `| ${name} | ${space.pages.toLocaleString('en')} | ${total.toLocaleString('en')} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${slope.toFixed(2)} |`,
        )
        console.log(lines.at(-1))
      }
    }
  }
  const users = await progress.step('People, by their e-mail', () =>
    timesOfUsers(payload, database.superuserUrl),
  )
  const report = [
    `${new Date().toISOString().slice(0, 10)}, PostgreSQL ${database.version}, Node ${process.version}, 2 cores. Milliseconds, in one process with its database; “times” compares the median with that among fewer pages of others.`,
    '',
    '| question | pages of the space | pages of all spaces | p50 | p95 | times |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
    `A person by e-mail among ${(USER_SPACES * USERS_PER_SPACE).toLocaleString('en')} of ${USER_SPACES} spaces:`,
    '',
    '| who looks, and for what | p50 | p95 |',
    '| --- | ---: | ---: |',
    ...[...users].map(
      ([name, { p50, p95 }]) => `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`,
    ),
  ].join('\n')
  console.log(`\n${report}\n`)
  if (values.write) await writeResults('docs/search.md', report)
}
