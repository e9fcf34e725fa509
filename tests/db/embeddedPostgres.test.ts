import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { cloneDatabase } from '../../scripts/postgres/cloneDatabase'
import { dropDatabase } from '../../scripts/postgres/dropDatabase'
import { ensureRoles } from '../../scripts/postgres/ensureRoles'
import { restoreSymlinks } from '../../scripts/postgres/postgresBinaries'
import { parsePsqlScript } from '../../scripts/postgres/psqlScript'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../../scripts/postgres/startEmbeddedPostgres'
import { atDatabase, withClient } from '../../scripts/postgres/withClient'
import { isAlive, waitForExit } from '../../scripts/support/processes'
import { projectRoot } from '../../scripts/support/projectPaths'

const isRoot = process.getuid?.() === 0
const launcher = join(projectRoot, 'scripts/postgres/startEmbeddedPostgres.ts')

let folder: string
let dataDir: string
let cleanUps: (() => Promise<unknown>)[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atrium-postgres-'))
  dataDir = join(folder, 'postgres')
  cleanUps = [() => rm(folder, { recursive: true, force: true })]
})

afterEach(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp()
})

describe('the embedded server', () => {
  test('starts from nothing, and stopping it ends its process', async () => {
    const server = await start()
    const pid = await postmasterPid()
    expect(await ask(server.superuserUrl, `select current_setting('server_encoding')`)).toBe('UTF8')
    await server.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('keeps its data, its port and its password from one start to the next', async () => {
    const first = await start()
    await run(first.superuserUrl, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start()
    expect(second.superuserUrl).toBe(first.superuserUrl)
    expect(await ask(second.superuserUrl, 'select answer from kept')).toBe(42)
  })

  test('asks for a password, and keeps its own where only its user reads it', async () => {
    const { superuserUrl } = await start()
    const wrong = new URL(superuserUrl)
    wrong.password = 'guess'
    await expect(run(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect((await stat(`${dataDir}.server.json`)).mode & 0o777).toBe(0o600)
  })

  test('listens on the loopback address only', async () => {
    const { superuserUrl } = await start()
    expect(await ask(superuserUrl, 'show listen_addresses')).toBe('127.0.0.1')
    expect(await ask(superuserUrl, 'show unix_socket_directories')).toBe('')
  })

  test('takes the next free port when its own is busy, says so and remembers it', async () => {
    const first = await start()
    await first.stop()
    const release = await occupy(first.port)
    const messages: string[] = []
    const second = await start({ onProgress: (message) => messages.push(message) })
    await second.stop()
    await release()
    const third = await start()
    expect(second.port).toBeGreaterThan(first.port)
    expect(messages).toContainEqual(expect.stringContaining(`Port ${first.port} is taken`))
    expect(third.port).toBe(second.port)
  })

  test('is shared by all who start it, and the last to leave stops it', async () => {
    const [first, second] = await Promise.all([start(), start()])
    const pid = await postmasterPid()
    await first.stop()
    expect(await ask(second.superuserUrl, 'select 1')).toBe(1)
    await second.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('is shared by processes that start it at the same moment', async () => {
    const programs = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()])
    expect(new Set(programs.map(({ url }) => url)).size).toBe(1)
    const log = await readFile(`${dataDir}.log`, 'utf8')
    expect(log.match(/starting PostgreSQL/g)).toHaveLength(1)
  })

  test('is left running by a process that another one still needs it for', async () => {
    const { url } = await startElsewhere()
    const ours = await start()
    await ours.stop()
    expect(await ask(url, 'select 1')).toBe(1)
  })

  test('is adopted when the process that started it was killed', async () => {
    const { url, program } = await startElsewhere()
    const pid = await postmasterPid()
    await killHard(program)
    const server = await start()
    expect(server.superuserUrl).toBe(url)
    expect(await postmasterPid()).toBe(pid)
    await server.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('recovers when it was killed itself', async () => {
    const { superuserUrl } = await start({ durable: true })
    await run(superuserUrl, 'create table kept as select 42 as answer')
    const pid = await postmasterPid()
    process.kill(pid, 'SIGKILL')
    await waitForExit(pid, 10_000)
    const again = await start()
    expect(await ask(again.superuserUrl, 'select answer from kept')).toBe(42)
  })

  test('starts although postmaster.pid names a process that is now another program', async () => {
    const first = await start()
    const pidFile = join(dataDir, 'postmaster.pid')
    const content = await readFile(pidFile, 'utf8')
    await first.stop()
    await writeFile(pidFile, content.replace(/^\d+/, String(process.pid)))
    const second = await start()
    expect(await ask(second.superuserUrl, 'select 1')).toBe(1)
    expect(await postmasterPid()).not.toBe(process.pid)
  })

  test('goes on running after leaveRunning, until somebody stops it', async () => {
    const first = await start()
    await first.leaveRunning()
    const second = await start()
    await second.stop()
    expect(await ask(first.superuserUrl, 'select 1')).toBe(1)
  })

  test('is created again when an earlier creation was interrupted', async () => {
    await mkdir(join(`${dataDir}.new`, 'data'), { recursive: true })
    await writeFile(join(`${dataDir}.new`, 'data', 'half'), '')
    const server = await start()
    expect(await ask(server.superuserUrl, 'select 1')).toBe(1)
    expect(existsSync(`${dataDir}.new`)).toBe(false)
  })

  test.runIf(isRoot)('runs as nobody for root where user namespaces are forbidden', async () => {
    await chmod(folder, 0o755)
    const { superuserUrl } = await start({ userNamespaces: false })
    expect(await ask(superuserUrl, 'select 1')).toBe(1)
    expect((await stat(dataDir)).uid).not.toBe(0)
  })

  test.runIf(isRoot)('says which folder keeps nobody from running it', async () => {
    await chmod(folder, 0o700)
    await expect(start({ userNamespaces: false })).rejects.toThrow(`cannot enter ${folder}`)
  })
})

describe('the roles', () => {
  test('have exactly the attributes that isolation needs', async () => {
    const { superuserUrl } = await startWithRoles()
    const { rows } = await query(
      superuserUrl,
      `select rolname as name, rolcanlogin as login,
              rolinherit or rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as power
       from pg_roles where rolname like 'atrium%' order by rolname`,
    )
    expect(rows).toEqual([
      { name: 'atrium_app', login: true, power: false },
      { name: 'atrium_identity', login: false, power: false },
      { name: 'atrium_owner', login: true, power: false },
      { name: 'atrium_platform', login: false, power: false },
      { name: 'atrium_search', login: false, power: false },
      { name: 'atrium_tenant', login: false, power: false },
    ])
  })

  test('may be entered by the runtime, which has nothing of them until then', async () => {
    const { superuserUrl } = await startWithRoles()
    const { rows } = await query(
      superuserUrl,
      `select r.rolname as name, pg_has_role('atrium_app', r.oid, 'member') as enters,
              pg_has_role('atrium_app', r.oid, 'usage') as has
       from pg_roles r where r.rolname like 'atrium%' and r.rolname <> 'atrium_app' order by 1`,
    )
    expect(rows).toEqual([
      { name: 'atrium_identity', enters: true, has: false },
      { name: 'atrium_owner', enters: false, has: false },
      { name: 'atrium_platform', enters: true, has: false },
      { name: 'atrium_search', enters: true, has: false },
      { name: 'atrium_tenant', enters: true, has: false },
    ])
  })

  test('let the runtime do nothing outside of a scope', async () => {
    const { ownerUrl, appUrl } = await startWithRoles()
    await run(ownerUrl, 'create table pages (id int)')
    const denied = { code: '42501' }
    await expect(run(appUrl, 'select * from pages')).rejects.toMatchObject(denied)
    await expect(run(appUrl, 'create table mine ()')).rejects.toMatchObject(denied)
    await expect(run(appUrl, 'create temporary table mine ()')).rejects.toMatchObject(denied)
    await expect(run(appUrl, 'set role atrium_owner')).rejects.toMatchObject(denied)
  })

  test('may be ensured twice at once, and are mended when something was changed', async () => {
    const { superuserUrl, ensure } = await startWithRoles()
    await run(superuserUrl, 'alter role atrium_app inherit bypassrls')
    await Promise.all([ensure(), ensure(), ensure()])
    const powers = `select rolinherit or rolbypassrls from pg_roles where rolname = 'atrium_app'`
    expect(await ask(superuserUrl, powers)).toBe(false)
  })

  test('find the extensions, owned by the role that runs the migrations', async () => {
    const { ownerUrl } = await startWithRoles()
    const { rows } = await query(
      ownerUrl,
      `select extname as name, extowner::regrole::text as owner from pg_extension
       where extname <> 'plpgsql' order by extname`,
    )
    expect(rows).toEqual([
      { name: 'btree_gin', owner: 'atrium_owner' },
      { name: 'pg_trgm', owner: 'atrium_owner' },
      { name: 'unaccent', owner: 'atrium_owner' },
    ])
  })
})

describe('a cloned database', () => {
  test('has the content of its template, and lets in only whom the template lets in', async () => {
    const { superuserUrl, ownerUrl, appUrl } = await startWithRoles()
    await run(ownerUrl, 'create table pages as select 7 as id')
    await run(superuserUrl, `create role stranger login password 'stranger'`)
    await cloneDatabase(superuserUrl, 'atrium', 'copy')
    expect(await ask(atDatabase(ownerUrl, 'copy'), 'select id from pages')).toBe(7)
    expect(await ask(atDatabase(appUrl, 'copy'), 'select current_user::text')).toBe('atrium_app')
    const stranger = new URL(atDatabase(superuserUrl, 'copy'))
    stranger.username = stranger.password = 'stranger'
    await expect(run(stranger.href, 'select 1')).rejects.toMatchObject({ code: '42501' })
  })

  test('can be dropped while somebody is connected, and again', async () => {
    const { superuserUrl } = await startWithRoles()
    await cloneDatabase(superuserUrl, 'atrium', 'copy')
    await withClient(atDatabase(superuserUrl, 'copy'), async (client) => {
      client.on('error', () => undefined)
      await dropDatabase(superuserUrl, 'copy')
    })
    await dropDatabase(superuserUrl, 'copy')
    const left = `select count(*)::int from pg_database where datname = 'copy'`
    expect(await ask(superuserUrl, left)).toBe(0)
  })
})

describe('the pieces', () => {
  test('symlinks that npm has left out are created, and existing ones are left alone', async () => {
    await mkdir(join(folder, 'native/lib'), { recursive: true })
    await writeFile(join(folder, 'native/lib/libpq.so.5.16'), '')
    const list = [{ source: 'native/lib/libpq.so.5.16', target: 'native/lib/libpq.so' }]
    await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify(list))
    restoreSymlinks(folder)
    restoreSymlinks(folder)
    expect(await readlink(join(folder, 'native/lib/libpq.so'))).toBe('libpq.so.5.16')
  })

  test('psql variables are quoted, casts and comments are left alone', () => {
    const script = `-- :'ignored'\nselect :'name'::text, :"name";\nselect 1\n\\gexec\n\\connect :"name"\n`
    expect(parsePsqlScript(script, { name: `o'k"` })).toEqual([
      { kind: 'statement', sql: `select 'o''k"'::text, "o'k""";\n` },
      { kind: 'generator', sql: 'select 1\n' },
      { kind: 'connect', database: `o'k"` },
    ])
  })
})

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false, ...options })
  cleanUps.push(stopForGood)
  return server
}

async function startWithRoles() {
  const { superuserUrl } = await start()
  const ensure = () =>
    ensureRoles({ superuserUrl, database: 'atrium', ownerPassword: 'owner', appPassword: 'app' })
  await ensure()
  const urlOf = (role: string, password: string) => {
    const url = new URL(atDatabase(superuserUrl, 'atrium'))
    url.username = role
    url.password = password
    return url.href
  }
  return {
    superuserUrl,
    ensure,
    ownerUrl: urlOf('atrium_owner', 'owner'),
    appUrl: urlOf('atrium_app', 'app'),
  }
}

/** In a process of its own, which goes on until it is killed. */
async function startElsewhere(): Promise<{ url: string; program: ChildProcess }> {
  const code = `
    import { startEmbeddedPostgres } from ${JSON.stringify(launcher)}
    const server = await startEmbeddedPostgres({ dataDir: process.argv[1], durable: false })
    process.stdout.write(server.superuserUrl)
    setInterval(() => undefined, 60_000)
  `
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code, dataDir]
  const program = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  cleanUps.push(stopForGood, () => killHard(program))
  const [url]: unknown[] = await once(program.stdout, 'data')
  return { url: String(url), program }
}

async function killHard(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  program.kill('SIGKILL')
  await once(program, 'exit')
}

/** Whoever uses it: a test must not leave a server behind. */
async function stopForGood(): Promise<void> {
  const pid = await postmasterPid().catch(() => null)
  if (pid === null || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  await waitForExit(pid, 10_000)
}

async function postmasterPid(): Promise<number> {
  const content = await readFile(join(dataDir, 'postmaster.pid'), 'utf8')
  return Number.parseInt(content, 10)
}

/** Returns the function that frees the port again. */
async function occupy(port: number): Promise<() => Promise<unknown>> {
  const listener = createServer().listen(port, '127.0.0.1')
  await once(listener, 'listening')
  return () => once(listener.close(), 'close')
}

function query(url: string, sql: string) {
  return withClient(url, (client) => client.query<Record<string, unknown>>(sql))
}

async function run(url: string, sql: string): Promise<void> {
  await query(url, sql)
}

async function ask(url: string, sql: string): Promise<unknown> {
  const { rows } = await query(url, sql)
  return Object.values(rows[0] ?? {})[0]
}
