import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { beforeAll, expect, test, vi } from 'vitest'

import { writeExtendedJson } from '@/import/bson/writeExtendedJson'

import { childEnvironment } from '../../scripts/support/environment'
import { projectRoot } from '../../scripts/support/projectPaths'
import { writeDump } from '../support/mongo/mongoDump'
import { oid } from '../support/mongo/smallPlatform'
import { documentOf } from '../support/mongo/platform/toBson'
import { useFolder } from '../support/mongo/useFolder'
import { runScript } from '../support/runScript'
import { asRoot } from '../support/sqlActors'
import { createDatabase, discardDatabase, testDatabase } from '../support/useDatabase'
import { usePayload } from '../support/usePayload'

// Each command starts the whole application.
vi.setConfig({ testTimeout: 600_000 })

usePayload()
const inFolder = useFolder()

const NOTES = 600

/** What the rejected documents lack: the note that says whose they are. */
const NOTE = writeExtendedJson(documentOf({ note: oid('n1') })).json.slice(1, -1)

const MAP = `
version: 1
tenant: { like: { field: note, of: notes } }
collections:
  spaces: { leave: They are made here. }
  notes:
    tenant: { slug: harbor }
    drop: [draft]
`

/** A document with a beginning and an end, and a type in between that there is none of. */
const BROKEN = Buffer.from('0c000000996100010000000000'.slice(0, 24), 'hex')

beforeAll(async () => {
  Object.assign(process.env, { ATRIUM_DATA_DIR: inFolder('data') })
  const notes = Array.from({ length: NOTES }, (_, index) =>
    documentOf({ _id: oid(`n${index}`), text: `Note ${index}`, draft: true }),
  )
  await writeDump(inFolder('dump'), [
    { database: 'app', name: 'spaces', documents: [documentOf({ _id: 1, key: 'harbor' })] },
    { database: 'app', name: 'notes', documents: notes },
    {
      database: 'app',
      name: 'orphans',
      documents: [
        documentOf({ _id: oid('one'), text: 'of nobody' }),
        documentOf({ _id: oid('two'), text: 'of nobody, too' }),
      ],
    },
  ])
  await appendFile(inFolder('dump', 'app', 'orphans.bson'), BROKEN)
  await writeFile(inFolder('map.yaml'), MAP)
})

const run = (script: string, ...args: string[]) => runScript(script, testDatabase(), args)

const importIds = async (): Promise<string[]> =>
  (await asRoot().rows<{ id: string }>('select id from imports order by created_at')).map(
    ({ id }) => id,
  )

const kept = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await asRoot().rows<{ name: string; count: number }>(
        'select source_collection as name, count(*)::int from documents group by 1',
      )
    ).map(({ count, name }) => [name, count]),
  )

/** Behind everybody's back: not even the time is noted. */
const setText = (before: string, after: string) =>
  asRoot()(async (client) => {
    await client.query(`select set_config('atrium.keep_times', 'on', true)`)
    await client.query(
      `update documents set data = data || jsonb_build_object('text', $2::text) where data ->> 'text' = $1`,
      [before, after],
    )
  })

test('an import writes its report, is listed, and equal to its source', async () => {
  const imported = await run('import-mongo.ts', inFolder('dump'), '--map', inFolder('map.yaml'))
  expect(imported).toMatchObject({ code: 3, output: expect.stringContaining('3 rejected') })
  const [id = ''] = await importIds()
  const folder = inFolder('data', 'imports', id)
  expect(imported.output).toContain(join(folder, 'report.html'))
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Import from MongoDB')
  expect(await kept()).toEqual({ notes: NOTES })

  const status = await run('import-status.ts')
  expect(status).toMatchObject({ code: 0, output: expect.stringContaining(id) })
  expect(status.output).toContain('No import is at work.')

  const verified = await run('import-verify.ts', '--json', inFolder('found.json'))
  expect(verified.output).toContain('Everything is equal')
  expect(verified.code).toBe(0)
  expect(JSON.parse(await readFile(inFolder('found.json'), 'utf8'))).toMatchObject({
    ok: true,
    import: id,
    collections: expect.arrayContaining([
      { collection: 'app/notes', tenant: 'harbor', source: NOTES, findings: { equal: NOTES } },
      { collection: 'app/orphans', tenant: '-', source: 3, findings: { rejected: 3 } },
      { collection: 'app/spaces', tenant: '-', source: 1, findings: { left: 1 } },
    ]),
  })
  const report = await run('import-report.ts', id.slice(0, 8), '--out', inFolder('out'))
  expect(report.code).toBe(0)
  expect(await readFile(inFolder('out', 'report.json'), 'utf8')).toContain('"ok": true')
})

test('a difference ends with a code of its own', async () => {
  const [id = ''] = await importIds()
  await setText('Note 7', '?')
  const verified = await run('import-verify.ts', id)
  expect(verified.code).toBe(4)
  expect(verified.output).toContain('$.text')
  await setText('?', 'Note 7')
})

test('rejected documents come in alone when they are mended; what nobody can read stays out', async () => {
  const [id = ''] = await importIds()
  const rejects = inFolder('data', 'imports', id, 'rejects.jsonl')
  const lines = (await readFile(rejects, 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(3)
  await writeFile(
    inFolder('mended.jsonl'),
    lines.map((line) => `${line.replace('"text":"of', `${NOTE},"text":"of`)}\n`).join(''),
  )
  const mended = await run('import-mongo.ts', '--rejects', inFolder('mended.jsonl'))
  expect(mended.output).toContain('1 rejected')
  expect(mended.code).toBe(3)
  expect(await kept()).toEqual({ notes: NOTES, orphans: 2 })
  const last = (await importIds()).at(-1) ?? ''
  const left = await readFile(inFolder('data', 'imports', last, 'rejects.jsonl'), 'utf8')
  expect(JSON.parse(left)).toMatchObject({
    collection: 'orphans',
    reason: expect.stringContaining('still unreadable'),
    bytes: BROKEN.toString('base64'),
  })
  expect(await run('import-verify.ts', '--quiet')).toEqual({ code: 0, output: '' })
})

test('a roll back is refused while a later import stands on it, and goes on after it was killed', async () => {
  const [id = '', mended = ''] = await importIds()
  expect(await run('import-rollback.ts')).toMatchObject({ code: 1 })
  const looked = await run('import-rollback.ts', id, '--dry-run')
  expect(looked).toMatchObject({ code: 0, output: expect.stringContaining('600 documents') })
  expect(await run('import-rollback.ts', mended)).toMatchObject({ code: 0 })
  expect(await kept()).toEqual({ notes: NOTES })

  await killWhenItBegins(id)
  const left = (await kept()).notes ?? 0
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(NOTES)
  // What is left of it is not taken for what is here.
  const more = await run('import-mongo.ts', inFolder('dump'), '--map', inFolder('map.yaml'))
  expect(more).toMatchObject({ code: 1, output: expect.stringContaining('rolled back in part') })
  const done = await run('import-rollback.ts', id)
  expect(done).toMatchObject({
    code: 0,
    output: expect.stringContaining('the space harbor is gone'),
  })
  expect(await kept()).toEqual({})
  expect(
    await asRoot().rows('select id from tenants union all select id from import_rows'),
  ).toEqual([])
  expect((await stat(inFolder('data', 'imports', id))).isDirectory()).toBe(true)
})

test.each(['import-mongo.ts', 'import-status.ts'])(
  '%s says of a database that is not migrated what to do, in a line',
  async (script) => {
    const empty = await createDatabase({ empty: true })
    try {
      const args = script === 'import-mongo.ts' ? [inFolder('dump')] : []
      const { code, output } = await runScript(script, empty, args)
      expect(output.trim().split('\n').slice(-3)).toEqual([
        'This database has no tables yet.',
        '',
        '  → npm run db:migrate',
      ])
      expect(code).toBe(1)
    } finally {
      await discardDatabase(empty)
    }
  },
)

/** Kills a roll back in the middle: it has said that something is done, and is at the next. */
async function killWhenItBegins(id: string): Promise<void> {
  const { ownerUrl, runtimeUrl } = testDatabase()
  const child = spawn(
    process.execPath,
    [
      ...['--no-deprecation', '--conditions=production'],
      ...['--import', './scripts/support/preload.mjs'],
      ...['scripts/import-rollback.ts', id, '--batch-size', '5'],
    ],
    {
      cwd: projectRoot,
      env: childEnvironment({
        DATABASE_URL: runtimeUrl,
        DATABASE_OWNER_URL: ownerUrl,
        NODE_OPTIONS: undefined,
      }),
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.includes('documents removed')) child.kill('SIGKILL')
  })
  await once(child, 'close')
}
