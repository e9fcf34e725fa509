import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { cloneDatabase } from '../../scripts/postgres/cloneDatabase'
import { clusterFiles } from '../../scripts/postgres/clusterFiles'
import { stopPostmaster } from '../../scripts/postgres/postmaster'
import { type EmbeddedPostgres } from '../../scripts/postgres/startEmbeddedPostgres'
import { projectRoot } from '../../scripts/support/projectPaths'
import { migrateDatabase, urlsOf } from '../support/httpCluster'
import { serverSettings } from '../support/httpServer'
import { writeDump } from '../support/mongo/mongoDump'
import { generatePlatform } from '../support/mongo/platform/generatePlatform'
import { documentOf } from '../support/mongo/platform/toBson'
import { dumpPlatform } from '../support/mongo/platform/write/dumpPlatform'
import { writeUploads } from '../support/mongo/platform/write/writeUploads'
import { oid } from '../support/mongo/smallPlatform'
import { useFolder } from '../support/mongo/useFolder'
import { runScript, type ScriptResult } from '../support/runScript'
import { startLimitedPostgres } from '../support/startLimitedPostgres'
import {
  createDatabase,
  discardDatabase,
  poolOf,
  useDatabase,
  type TestDatabase,
} from '../support/useDatabase'

// Whole imports, each in a process of its own.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 })

useDatabase()
const inFolder = useFolder()

/** An import with a database and a folder for its files. */
interface Place {
  readonly runtimeUrl: string
  readonly superuserUrl: string
  readonly folder: string
}

const importInto = (
  { runtimeUrl, folder }: Pick<Place, 'runtimeUrl' | 'folder'>,
  args: readonly string[],
  limits: { readonly fileLimit?: number } = {},
): Promise<ScriptResult> =>
  runScript('import-mongo.ts', { runtimeUrl, ownerUrl: '' }, [...args, '--batch-size', '20'], {
    ...limits,
    env: { ...serverSettings(runtimeUrl, folder, 3000), ATRIUM_DATA_DIR: folder },
  })

/** What an import leaves in the database, but for when and by which run, and for the ids that Payload gives to blocks. */
const LEFT = {
  tenants: 'id, slug',
  documents:
    'id, tenant_id, source_collection, source_id, data, complete, row_collection, row_id, hash',
  import_rows:
    'id, tenant_id, row_collection, row_id, source_database, source_collection, source_id, hash, waiting',
  import_checkpoints: 'stage, file, state',
  pages: 'id, tenant_id, _status, created_at',
  pages_locales: `_parent_id, _locale, title, slug, regexp_replace(layout::text, '"id": "[0-9a-f]{24}"', '', 'g')`,
  media: 'id, tenant_id, filename, filesize, sizes_thumbnail_filename',
  users: 'id, tenant_id, email, imported_hash',
  form_submissions: 'id, tenant_id, created_at',
}

async function leftIn(url: string): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const [table, columns] of Object.entries(LEFT)) {
    const { rows } = await poolOf(url).query<{ sum: string }>(
      `select count(*) || ' ' || md5(string_agg(t::text, ' ' order by t::text)) as sum from (select ${columns} from ${table}) t`,
    )
    sums[table] = rows[0]?.sum ?? ''
  }
  return sums
}

/** The lists of the one import in a folder. */
async function listsIn(folder: string): Promise<{ rejects: string; notes: string }> {
  const [id = ''] = await readdir(join(folder, 'imports'))
  const list = (name: string) => readFile(join(folder, 'imports', id, name), 'utf8')
  return { rejects: await list('rejects.jsonl'), notes: await list('notes.jsonl') }
}

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath.slice(folder.length), name))
    .sort()
}

const places: TestDatabase[] = []

/** A database, and a folder for its files. */
async function newPlace(name: string): Promise<Place> {
  const database = await createDatabase()
  places.push(database)
  return { ...database, folder: inFolder(name) }
}

/** Notes of a space, and such as are nobody's, which are rejected. */
const MAP = `
version: 1
tenant: { like: { field: note, of: notes } }
collections:
  notes: { tenant: { slug: harbor } }
`

async function writeNotes(
  name: string,
  { notes, orphans, text }: { notes: number; orphans: number; text: () => string },
): Promise<readonly string[]> {
  const documents = (count: number, sort: string) =>
    Array.from({ length: count }, (_, index) =>
      documentOf({ _id: oid(`${sort}${index}`), text: `${index} ${text()}` }),
    )
  await writeDump(inFolder(name), [
    { database: 'app', name: 'notes', documents: documents(notes, 'n') },
    { database: 'app', name: 'orphans', documents: documents(orphans, 'o') },
  ])
  await writeFile(inFolder(`${name}.yaml`), MAP)
  return [inFolder(name), '--map', inFolder(`${name}.yaml`)]
}

/** What is the same after an import that nothing ended, and after one that went on. */
const everythingOf = async ({ superuserUrl, folder }: Place) => ({
  rows: await leftIn(superuserUrl),
  lists: await listsIn(folder),
})

const NOTHING_BY_HALF = 'nothing is there by half'

/** A platform whose rows come in over the Local API, with its pictures; and the place where it came in at once. */
let platform: readonly string[]
let whole: Place

beforeAll(async () => {
  const made = await generatePlatform({
    shape: 'tenant-app',
    tenants: 1,
    documentsPerCollection: 10,
    faults: false,
  })
  await dumpPlatform(made, inFolder('dump'))
  await writeUploads(made, inFolder('uploads'))
  // Noise, which does not become smaller: larger than anything else that is written.
  const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const
  const picture = await sharp({
    create: { width: 400, height: 300, channels: 3, background: '#000', noise },
  })
    .png()
    .toBuffer()
  const [file] = made.files.filter(({ path }) => path.endsWith('.png'))
  await writeFile(inFolder('uploads', file?.path ?? ''), picture)
  platform = [inFolder('dump'), '--files', inFolder('uploads')]
  whole = await newPlace('whole')
  expect(await importInto(whole, platform)).toMatchObject({ code: 3 })
})

afterAll(async () => {
  for (const place of places) await discardDatabase(place)
})

describe('a disk that is full', () => {
  test('ends an import at its list of rejected documents; it goes on when there is room', async () => {
    const [once, full] = [await newPlace('notes-once'), await newPlace('notes-full')]
    const text = () => 'x'.repeat(500)
    const args = await writeNotes('notes', { notes: 50, orphans: 90, text })
    expect(await importInto(once, args)).toMatchObject({ code: 3 })

    const fileLimit = 40_960
    const ended = await importInto(full, args, { fileLimit })
    expect(ended.output).toContain('The disk takes no more')
    expect(ended.output).toContain(NOTHING_BY_HALF)
    expect(ended.output).not.toMatch(/^ {4}at /m)
    expect(ended.code).toBe(1)
    // The last line is not whole.
    expect(Buffer.byteLength((await listsIn(full.folder)).rejects)).toBe(fileLimit)

    const resumed = await importInto(full, [...args, '--resume'])
    expect(resumed).toMatchObject({ code: 3, output: expect.stringContaining('90 rejected') })
    expect(await everythingOf(full)).toEqual(await everythingOf(once))
  })

  test('ends an import at a picture; it goes on when there is room, and has each picture once', async () => {
    const full = await newPlace('pictures-full')
    const ended = await importInto(full, platform, { fileLimit: 102_400 })
    expect(ended.output).toContain('A file cannot be stored')
    expect(ended.output).toContain(NOTHING_BY_HALF)
    expect(ended.code).toBe(1)
    const stored = await filesIn(join(full.folder, 'media'))
    expect(stored.filter((name) => name.endsWith('.part'))).toEqual([])

    expect(await importInto(full, [...platform, '--resume'])).toMatchObject({ code: 3 })
    expect(await everythingOf(full)).toEqual(await everythingOf(whole))
    expect(await filesIn(join(full.folder, 'media'))).toEqual(
      await filesIn(join(whole.folder, 'media')),
    )
  })
})

describe('a database', () => {
  /** A server of its own: the others' must not be stopped. */
  const dataDir = join(projectRoot, '.data/test', `outages-${process.pid}`)
  let server: EmbeddedPostgres

  /** @param limit how long its files may become */
  const start = async (limit?: number): Promise<void> => {
    server = await startLimitedPostgres(dataDir, limit)
  }
  const stop = () => stopPostmaster(clusterFiles(dataDir))
  const placeIn = (database: string): Place => {
    const { runtime, superuser } = urlsOf(server.superuserUrl, database)
    return { runtimeUrl: runtime, superuserUrl: superuser, folder: inFolder(database) }
  }

  beforeAll(async () => {
    await start()
    await migrateDatabase(server.superuserUrl, 'restarted')
    await cloneDatabase(server.superuserUrl, 'restarted', 'full')
  })

  afterAll(async () => {
    await server.stop()
    // A writer of the log that ends last may still be at work in the folder.
    for (const file of [...Object.values(clusterFiles(dataDir)), `${dataDir}.bin`])
      await rm(file, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 })
  })

  test('that is stopped in the middle ends an import, which goes on when it is there again', async () => {
    const place = placeIn('restarted')
    const importing = importInto(place, platform)
    await expect
      .poll(() => countIn(place, 'import_rows'), { timeout: 200_000, interval: 50 })
      .toBeGreaterThan(30)
    await stop()
    const ended = await importing
    expect(ended.output).toContain('The database went away')
    expect(ended.output).toContain('--resume')
    expect(ended.output).not.toMatch(/^ {4}at /m)
    expect(ended.code).toBe(1)

    await start()
    const before = await countIn(place, 'import_rows')
    expect(before).toBeGreaterThan(30)
    expect(await rowsWithoutEntry(place)).toEqual([])
    expect(await importInto(place, [...platform, '--resume'])).toMatchObject({ code: 3 })
    expect(await everythingOf(place)).toEqual(await everythingOf(whole))
  })

  test('whose disk is full ends an import, which goes on when there is room', async () => {
    // What compresses to nothing would not fill it.
    const text = () => randomBytes(24_000).toString('base64')
    const args = await writeNotes('large', { notes: 300, orphans: 3, text })
    const once = await newPlace('large-once')
    expect(await importInto(once, args)).toMatchObject({ code: 3 })

    await stop()
    await start(6_000_000)
    const place = placeIn('full')
    const ended = await importInto(place, args)
    expect(ended.output).toContain('The database has no room left')
    expect(ended.output).not.toMatch(/^ {4}at /m)
    expect(ended.code).toBe(1)
    const came = await countIn(place, 'documents')
    expect(came).toBeGreaterThan(0)
    expect(came % 20, 'whole batches').toBe(0)

    await stop()
    await start()
    expect(await importInto(place, [...args, '--resume'])).toMatchObject({ code: 3 })
    expect(await everythingOf(place)).toEqual(await everythingOf(once))
  })
})

const countIn = async ({ superuserUrl }: Place, table: string): Promise<number> => {
  const { rows } = await poolOf(superuserUrl).query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  )
  return rows[0]?.count ?? 0
}

/** Pages and people without an entry in the map of ids, or without what belongs to them. */
const rowsWithoutEntry = async ({ superuserUrl }: Place): Promise<unknown[]> => {
  const { rows } = await poolOf(superuserUrl).query(
    `select id::text from pages where id::text not in (select row_id from import_rows)
       or not exists (select from _pages_v v where v.parent_id = pages.id)
     union all select id::text from users where id::text not in (select row_id from import_rows)`,
  )
  return rows
}
