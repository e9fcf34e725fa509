import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'

import { type Report } from '@/import/report/Report'
import { writeReport } from '@/import/report/writeReport'
import { loadStatus } from '@/import/report/loadStatus'
import { lockImports } from '@/import/write/lockImports'
import { createRun } from '@/import/write/runs'

import { importFrom } from '../support/mongo/importFrom'
import { writeDump } from '../support/mongo/mongoDump'
import { documentOf } from '../support/mongo/platform/toBson'
import { oid, SMALL_MAP, smallPlatform } from '../support/mongo/smallPlatform'
import { smallTargets } from '../support/mongo/smallTargets'
import { useFolder } from '../support/mongo/useFolder'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
const inFolder = useFolder()

const settings = { map: SMALL_MAP, targets: smallTargets }

/** Names that would do something on a page, in an attribute, in a terminal, or in the order of a line. */
const HOSTILE = `<script>alert(1)</script>"'&\u001b[31m\u202egnp.exe ␛`

let imported: Awaited<ReturnType<typeof importFrom>>

beforeAll(async () => {
  await writeDump(inFolder('dump'), [
    ...smallPlatform(),
    {
      database: 'small',
      name: HOSTILE,
      documents: [
        documentOf({ _id: HOSTILE, tenant: oid('north'), [HOSTILE]: HOSTILE }),
        documentOf({ _id: oid('other'), tenant: HOSTILE }),
      ],
    },
  ])
  imported = await importFrom(inFolder('dump'), inFolder('imports'), settings)
})

const reportOf = async (): Promise<{ report: Report; page: string; kept: unknown }> => {
  const { folder, run } = imported
  const { json, page, report } = await writeReport(testPayload(), run, { folder })
  return {
    report,
    page: await readFile(page, 'utf8'),
    kept: JSON.parse(await readFile(json, 'utf8')),
  }
}

test('a report counts everything, and says why', async () => {
  const { kept, report } = await reportOf()
  expect(kept).toEqual(JSON.parse(JSON.stringify(report)))
  expect(report.totals).toEqual({ documents: 139, outcomes: { created: 135, rejected: 4 } })
  expect(report.rejects).toMatchObject({
    count: 4,
    byReason: expect.arrayContaining([
      { collection: 'small/pages', reason: 'nobody can make a page of it', count: 2 },
      { collection: 'small/nobodys', reason: '$.tenant: no tenant', count: 1 },
    ]),
  })
  expect(report.dangling).toMatchObject({
    count: 2,
    counts: [{ collection: 'small/pages', count: 2 }],
    first: expect.arrayContaining([expect.objectContaining({ kind: 'dangling' })]),
  })
  expect(report.losses.length).toBeGreaterThan(0)
  expect(report.durations.length).toBeGreaterThan(0)
  expect(report).toMatchObject({ verification: null, disappeared: null, rollback: null })
})

test('names and values of a source are text on the page, whatever they look like', async () => {
  const { page } = await reportOf()
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
  expect(page).not.toMatch(/<script/i)
  expect(page).not.toContain('alert(1)</script>')
  // Nothing in it moves a cursor or turns a line around.
  expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
  expect(page).toContain('\\u{001b}[31m\\u{202e}gnp.exe')
  // Nothing comes from elsewhere.
  expect(page).not.toMatch(/(?:src|href)=|url\(|@import/)
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
})

test('what a newer source does not have any more is found without a comparison', async () => {
  await writeDump(inFolder('newer'), smallPlatform({ changed: true }))
  const { findDisappeared } = await import('@/import/verify/findDisappeared')
  const { folder, run, source } = await importFrom(inFolder('newer'), inFolder('imports'), settings)
  const found = await findDisappeared(testPayload(), source, run, {
    folder,
    most: 1,
    targets: smallTargets,
  })
  expect(found).toMatchObject({ count: 4, first: [expect.anything()] })
  expect(found.first).toHaveLength(1)
  const first = await findDisappeared(testPayload(), imported.source, imported.run, {
    folder: join(imported.folder),
    most: 1,
    targets: smallTargets,
  })
  expect(first.count).toBe(0)
})

test('the list of imports says whether one is at work, and how far it is', async () => {
  const { map, options } = imported.run
  const run = await createRun(testPayload(), {
    source: inFolder('dump'),
    fingerprint: '',
    map,
    options,
  })
  const [idle, busy] = [
    await loadStatus(testPayload()),
    await lockImports(testPayload(), { wait: false, onWait: () => {} }, () =>
      loadStatus(testPayload()),
    ),
  ]
  expect([idle.isAtWork, busy.isAtWork]).toEqual([false, true])
  expect(busy.runs[0]).toMatchObject({ run: { id: run.id, status: 'running' }, documents: 0 })
  expect(idle.runs.at(-1)).toMatchObject({
    run: { id: imported.run.id, status: 'done' },
    documents: 139,
    rejected: 4,
  })
})
