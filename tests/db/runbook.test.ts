import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test, vi } from 'vitest'

import { childEnvironment } from '../../scripts/support/environment'
import { projectRoot } from '../../scripts/support/projectPaths'
import { checksumOfRows } from '../support/checksumOfRows'
import { changePlatform } from '../support/mongo/platform/changes/changePlatform'
import { type ChangeFact } from '../support/mongo/platform/facts'
import { generatePlatform } from '../support/mongo/platform/generatePlatform'
import { type Platform } from '../support/mongo/platform/Platform'
import { dumpPlatform } from '../support/mongo/platform/write/dumpPlatform'
import { writeUploads } from '../support/mongo/platform/write/writeUploads'
import { useFolder } from '../support/mongo/useFolder'
import { readRunbook } from '../support/readRunbook'
import { asRoot } from '../support/sqlActors'
import { testDatabase, useDatabase } from '../support/useDatabase'

const inFolder = useFolder()
// Each command is a process that loads the whole config, on a machine that may be busy.
vi.setConfig({ testTimeout: 900_000 })

const runbook = readRunbook()

interface Ended {
  readonly command: string
  readonly code: number | null
  readonly output: string
}

/** Does a step as whoever follows the page: its commands, one after the other, in a shell. */
async function follow(
  heading: string,
  old: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended[]> {
  const ended: Ended[] = []
  for (const command of runbook.get(heading) ?? []) ended.push(await shell(command, old, variables))
  return ended
}

async function shell(
  command: string,
  old: string,
  variables: Readonly<Record<string, string>>,
): Promise<Ended> {
  const { ownerUrl, runtimeUrl } = testDatabase()
  const child = spawn('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: projectRoot,
    env: childEnvironment({
      ...variables,
      OLD: old,
      DATABASE_URL: runtimeUrl,
      DATABASE_OWNER_URL: ownerUrl,
      ATRIUM_DATA_DIR: path.join(old, 'data'),
      MEDIA_DIR: path.join(old, 'media'),
      OUTBOX_DIR: path.join(old, 'outbox'),
      NODE_OPTIONS: undefined,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code]: unknown[] = await once(child, 'close')
  return { command, code: typeof code === 'number' ? code : null, output }
}

/** What a step must end with, command by command; what they printed is told when it is something else. */
async function expectCodes(steps: Promise<Ended[]>, codes: readonly number[]): Promise<string[]> {
  const ended = await steps
  expect(
    ended.map(({ code }) => code),
    ended.map(({ output }) => output).join('\n'),
  ).toEqual(codes)
  return ended.map(({ output }) => output)
}

/** Of a collection in the table of a load, by the names of its columns. */
function countsOf(output: string, collection: string): Record<string, number> {
  const lines = output.split('\n').map((line) => line.trim().split(/\s+/))
  const head = lines.find(([first]) => first === 'collection') ?? []
  const row = lines.find(([first]) => first?.endsWith(`/${collection}`)) ?? []
  return Object.fromEntries(
    head.slice(1).map((name, index) => [name, Number((row[index + 1] ?? '0').replace('·', '0'))]),
  )
}

/** Imports are told of for ever, and the words of a page are not taken back by anything. */
const everything = () =>
  checksumOfRows({ without: ['imports', 'import_checkpoints', 'search_words'] })

const filesIn = async (folder: string): Promise<string[]> => {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** The ids of what was loaded and not taken back, the newest first. */
const loaded = async (): Promise<string[]> => {
  const rows = await asRoot().rows<{ id: string }>(
    `select id from imports where status <> 'rolled-back' order by created_at desc`,
  )
  return rows.map(({ id }) => id)
}

const slugs = async (): Promise<string[]> => {
  const rows = await asRoot().rows<{ slug: string }>('select slug from tenants order by slug')
  return rows.map(({ slug }) => slug)
}

/** The dumps of a week: the old system is edited until the second one, and takes leads until the late one. */
async function writeDumps(platform: Platform, old: string, leads: string): Promise<ChangeFact[]> {
  const late = changePlatform(platform)
  const isLead = ({ name }: { readonly name: string }) => name === leads
  const second = {
    ...late,
    collections: [
      ...late.collections.filter((collection) => !isLead(collection)),
      ...platform.collections.filter(isLead),
    ],
  }
  await dumpPlatform(platform, path.join(old, 'first'))
  await dumpPlatform(second, path.join(old, 'second'))
  await dumpPlatform(second, path.join(old, 'last'))
  await dumpPlatform(late, path.join(old, 'late'))
  await writeUploads(platform, path.join(old, 'uploads'))
  return late.facts.changes.filter(({ collection }) => collection !== leads)
}

/** What the page says to decide: whose the documents are of which the source does not say it. */
async function editMap(old: string): Promise<void> {
  const file = path.join(old, 'map.yaml')
  const printed = await readFile(file, 'utf8')
  expect(printed).toMatch(/^# The database/)
  const edited = printed.replace(
    /( {2}# .*say whose they are\n {2}\S+:)\n {4}\{\}/g,
    '$1\n    leave: It stays behind.',
  )
  await writeFile(file, edited)
}

/** Takes everything back, the newest first. */
async function goBack(old: string): Promise<void> {
  for (const id of await loaded()) {
    const [looked, done] = await expectCodes(follow('Go back', old, { IMPORT: id }), [0, 0])
    expect(looked).toContain('Nothing was done.')
    expect(done).toContain('Rolled back.')
  }
}

/** Somebody works with the page about a space that is here. */
const editAbout = (slug: string | undefined): Promise<unknown[]> =>
  asRoot().rows(
    `update pages set created_at = created_at - interval '1 minute' where id = (
       select l._parent_id from pages_locales l join tenants t on t.id = l.tenant_id
       where l.slug = 'about' and t.slug = $1 limit 1
     ) returning id`,
    [slug],
  )

test('the page has commands for each step but the one that is done by hand', () => {
  expect([...runbook.keys()]).toEqual([
    'Take stock',
    'Dry run',
    'First load',
    'Delta loads',
    'Freeze, last delta, verify',
    'Watch',
    'Go back',
    'Tenant by tenant',
  ])
})

describe('a platform', () => {
  useDatabase()
  test('moves by the steps of the page, and back', async () => {
    const old = inFolder('week')
    const leads = 'form-submissions'
    const platform = await generatePlatform({
      shape: 'payload',
      faults: false,
      tenants: 2,
      documentsPerCollection: 4,
      bulk: 60,
    })
    const changes = await writeDumps(platform, old, leads)
    const tenants = platform.facts.tenants.length
    const before = await everything()

    await expectCodes(follow('Take stock', old), [0])
    await editMap(old)

    // An administrator who is in no space is rejected.
    const [tried = ''] = await expectCodes(follow('Dry run', old), [3])
    expect(tried).toMatch(
      /^collection +created +updated +unchanged +edited +rejected +left +elsewhere$/m,
    )
    expect(tried).toMatch(/^1 rejected, with the reasons: .*\/imports\/dry-.*\/rejects.jsonl$/m)
    expect(tried).toMatch(/^Tried in \d+\.\d s\.$/m)
    expect(await everything()).toEqual(before)
    expect(await filesIn(path.join(old, 'media'))).toEqual([])
    expect(await loaded()).toEqual([])

    const [first = '', status, verified] = await expectCodes(follow('First load', old), [3, 0, 0])
    const [pages, sent] = [countsOf(first, 'pages'), countsOf(first, leads)]
    expect(pages).toEqual(countsOf(tried, 'pages'))
    expect(pages.created).toBeGreaterThan(10)
    expect(sent.created).toBeGreaterThan(3)
    const [id = ''] = await loaded()
    expect(first).toMatch(new RegExp(`^Done in \\d+\\.\\d s: import ${id}$`, 'm'))
    expect(status).toContain(id)
    expect(verified).toContain('Everything is equal')
    // What a Payload platform has without a tenant goes into a space of its own.
    expect(await slugs()).toEqual(
      expect.arrayContaining(platform.facts.tenants.map(({ slug }) => slug)),
    )
    expect((await filesIn(path.join(old, 'media'))).length).toBeGreaterThan(2)

    expect(await editAbout(platform.facts.tenants[0]?.slug)).toHaveLength(1)
    const [delta = '', again = ''] = await expectCodes(follow('Delta loads', old), [3, 0])
    expect(countsOf(delta, 'pages')).toMatchObject({
      created: tenants,
      updated: tenants - 1,
      edited: 1,
      unchanged: (pages.created ?? 0) - 2 * tenants,
    })
    expect(countsOf(delta, leads)).toMatchObject({ created: 0, unchanged: sent.created })
    const gone = changes.filter(({ kind }) => kind === 'gone').length
    expect(again).toContain(`Of earlier imports, and not in this source any more: ${gone}`)
    // The page, and versions of it that are new.
    expect(again).toContain('Changed here since, so not compared: 3')
    expect(again).toContain('Everything is equal')

    const [last = ''] = await expectCodes(follow('Freeze, last delta, verify', old), [3, 0])
    expect(countsOf(last, 'pages')).toMatchObject({
      created: 0,
      updated: 0,
      edited: 1,
      rejected: 0,
    })
    expect(JSON.parse(await readFile(path.join(old, 'verified.json'), 'utf8'))).toMatchObject({
      ok: true,
      sameFiles: true,
    })

    const [late = ''] = await expectCodes(follow('Watch', old), [3, 0])
    expect(countsOf(late, leads)).toMatchObject({ created: tenants, updated: 0, edited: 0 })
    expect(countsOf(late, 'pages')).toMatchObject({ created: 0, updated: 0, edited: 1 })

    expect(await loaded()).toHaveLength(4)
    for (const newer of (await loaded()).slice(0, 3))
      await expectCodes(follow('Go back', old, { IMPORT: newer }), [0, 0])
    // Somebody has worked with what the first load made.
    const [looked, refused] = await expectCodes(follow('Go back', old, { IMPORT: id }), [0, 5])
    for (const output of [looked, refused])
      expect(output).toContain('In the way: 1 changed here since')
    expect(await loaded()).toEqual([id])
    const force = 'npm run -s import:rollback -- "$IMPORT" --force'
    expect(await shell(force, old, { IMPORT: id.slice(0, 8) })).toMatchObject({
      code: 0,
      output: expect.stringContaining('Rolled back.'),
    })
    expect(await everything()).toEqual(before)
    expect(await filesIn(path.join(old, 'media'))).toEqual([])
  })
})

describe('one tenant after the other', () => {
  useDatabase()
  test('moves, and each goes back by itself', async () => {
    const old = inFolder('one-by-one')
    const platform = await generatePlatform({
      shape: 'tenant-app',
      faults: false,
      tenants: 2,
      documentsPerCollection: 4,
    })
    await dumpPlatform(platform, path.join(old, 'first'))
    await writeUploads(platform, path.join(old, 'uploads'))
    const [north = '', south = ''] = platform.facts.tenants.map(({ slug }) => slug)
    const before = await everything()
    await expectCodes(follow('Take stock', old), [0])
    await editMap(old)

    const [load = '', verified] = await expectCodes(
      follow('Tenant by tenant', old, { TENANT: north }),
      [0, 0],
    )
    expect(countsOf(load, 'pages').elsewhere).toBeGreaterThan(5)
    expect(verified).toContain('Everything is equal')
    expect(await slugs()).toEqual([north])
    const [one] = await loaded()
    const withNorth = await everything()

    await expectCodes(follow('Tenant by tenant', old, { TENANT: south }), [0, 0])
    expect(await slugs()).toEqual([north, south].sort())

    await expectCodes(follow('Go back', old, { IMPORT: (await loaded())[0] ?? '' }), [0, 0])
    expect(await everything()).toEqual(withNorth)
    expect(await loaded()).toEqual([one])

    // The rest of them, at once.
    const [rest = ''] = await expectCodes(follow('First load', old), [0, 0, 0])
    expect(countsOf(rest, 'pages').unchanged).toBeGreaterThan(10)
    expect(await slugs()).toEqual([north, south].sort())
    await goBack(old)
    expect(await everything()).toEqual(before)
  })
})
