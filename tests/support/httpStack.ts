import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll } from 'vitest'

import { clusterFiles } from '../../scripts/postgres/clusterFiles'
import { stopPostmaster } from '../../scripts/postgres/postmaster'
import { withClient } from '../../scripts/postgres/withClient'
import { migrateDatabase, startCluster } from './httpCluster'
import { plantPerson } from './httpPeople'
import { buildSpace, PLATFORM, signIn, type Space } from './httpSeed'
import { request, type Answer, type Call } from './httpRequest'
import { startHttpServer } from './httpServer'

/** A server with a database that tests may break: everything of its own. */
export interface HttpStackOfItsOwn {
  readonly port: number
  readonly adminToken: string
  readonly spaces: readonly Space[]
  readonly superuserUrl: string
  /** As the server connects. */
  readonly runtimeUrl: string
  /** What the server keeps on the disk. */
  readonly folder: string
  readonly call: (call: Call) => Promise<Answer>
  /** What the server has logged. */
  readonly log: () => Promise<string>
  readonly stopDatabase: () => Promise<void>
  readonly startDatabase: () => Promise<void>
}

interface Wishes {
  /** How many full spaces there are. */
  readonly spaces: number
  readonly settings?: () => Readonly<Record<string, string>>
}

/** For tests that need other settings, or a database that goes away. Costs some seconds: one per test file. */
export function useStack({ spaces: count, settings = () => ({}) }: Wishes): {
  readonly current: HttpStackOfItsOwn
} {
  const ending: (() => Promise<unknown>)[] = []
  const holder: { current?: HttpStackOfItsOwn } = {}
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'atrium-stack-'))
    ending.push(() => rm(folder, { recursive: true, force: true }))
    const dataDir = join(folder, 'postgres')
    const cluster = await startCluster(dataDir)
    ending.push(cluster.stop)
    const { runtime, superuser } = await migrateDatabase(cluster.superuserUrl, 'atrium')
    const server = await startHttpServer(runtime, folder, settings())
    ending.push(server.stop)
    const place = { port: server.port, superuserUrl: superuser }
    const email = 'admin@platform.test'
    await withClient(superuser, (client) =>
      plantPerson(client, { email, memberships: [], platformRole: 'platform-admin' }),
    )
    const adminToken = await signIn(place, PLATFORM, email)
    const spaces: Space[] = []
    for (const slug of ['alpha', 'beta', 'gamma'].slice(0, count))
      spaces.push(await buildSpace(place, slug, { token: adminToken }))
    holder.current = {
      port: server.port,
      adminToken,
      spaces,
      superuserUrl: superuser,
      runtimeUrl: runtime,
      folder,
      call: (call) => request(server.port, call),
      log: () => readFile(join(folder, `server-${server.port}.log`), 'utf8'),
      stopDatabase: () => stopPostmaster(clusterFiles(dataDir)),
      startDatabase: async () => {
        const again = await startCluster(dataDir)
        ending.push(again.stop)
      },
    }
  })
  afterAll(async () => {
    for (const step of ending.reverse()) await step()
  })
  return {
    get current() {
      if (!holder.current) throw new Error('The server is started before the tests')
      return holder.current
    },
  }
}
