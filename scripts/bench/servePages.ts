import { Agent, request } from 'node:http'
import { dirname, join } from 'node:path'

import { buildApplication, standaloneServer } from '../application/buildApplication'
import { loopback } from '../application/applicationEnvironment'
import { waitForHealth } from '../application/waitForHealth'
import { loadLiveChildren, startChild, type Child } from '../support/children'
import { childEnvironment, payloadNodeOptions } from '../support/environment'
import { findFreePort } from '../support/ports'
import { dataRoot } from '../support/projectPaths'
import { median } from './compare'
import { PAGES_PER_TENANT, type BenchTenant } from './seedTenants'

export interface PageRates {
  readonly tenants: number
  readonly cached: number
  readonly uncached: number
}

export interface PageServer {
  readonly measure: (tenants: readonly BenchTenant[], total: number) => Promise<PageRates>
  readonly stop: () => Promise<void>
}

const ROUNDS = 3
/** Pages of one round. Each is asked for once when it is new, and then again. */
const PAGES = 40
const REPEATS = 8
const CLIENTS = 4

/** The production build, serving the benchmark's database. */
export async function servePages(databaseUrl: string, secret: string): Promise<PageServer> {
  const started: Child[] = []
  await buildApplication({
    running: await loadLiveChildren(),
    onStart: (child) => started.push(child),
    report: (detail) => console.log(detail),
  })
  const port = await findFreePort(3_700)
  const log = join(dataRoot(), 'bench', 'server.log')
  const child = await startChild({
    name: 'the server',
    args: [standaloneServer],
    cwd: dirname(standaloneServer),
    log,
    port,
    env: childEnvironment({
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: undefined,
      PAYLOAD_SECRET: secret,
      PREVIEW_SECRET: secret,
      CRON_SECRET: secret,
      NEXT_PUBLIC_SERVER_URL: `http://localhost:${port}`,
      PORT: String(port),
      HOSTNAME: loopback,
      MEDIA_DIR: join(dataRoot(), 'bench', 'media'),
      OUTBOX_DIR: join(dataRoot(), 'bench', 'outbox'),
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      NODE_OPTIONS: payloadNodeOptions,
      S3_BUCKET: undefined,
    }),
  })
  await waitForHealth({ child, port, log, timeout: 60_000 })
  let next = 0
  return {
    stop: child.stop,
    measure: async (tenants, total) => {
      const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
      const fetchPage = pageClient(agent, port)
      const uncached: number[] = []
      const cached: number[] = []
      // Compiles what the first request needs, and meets every tenant once.
      await Promise.all(tenants.map(({ slug }) => fetchPage(slug, '/')))
      for (let round = 0; round < ROUNDS; round++) {
        // Pages that nobody has asked for yet.
        const pages = Array.from({ length: PAGES }, () => {
          const turn = next++
          const tenant = tenants[turn % tenants.length]
          if (!tenant) throw new Error('There is no tenant to ask')
          return {
            slug: tenant.slug,
            path: `/page-${1 + (Math.floor(turn / tenants.length) % (PAGES_PER_TENANT - 1))}`,
          }
        })
        uncached.push(await rateOf(pages, 1, fetchPage))
        cached.push(await rateOf(pages, REPEATS, fetchPage))
      }
      next = 0
      agent.destroy()
      return { tenants: total, cached: median(cached), uncached: median(uncached) }
    },
  }
}

type FetchPage = (slug: string, path: string) => Promise<void>

const pageClient =
  (agent: Agent, port: number): FetchPage =>
  (slug, path) =>
    new Promise((settle, fail) => {
      const headers = { host: `${slug}.localhost:${port}` }
      const call = request({ host: loopback, port, path, agent, headers })
      call.on('response', (response) => {
        response.resume()
        response.on('end', () => {
          if (response.statusCode === 200) settle()
          else fail(new Error(`${slug}${path} answers ${response.statusCode}`))
        })
      })
      call.on('error', fail)
      call.end()
    })

async function rateOf(
  pages: readonly { slug: string; path: string }[],
  repeats: number,
  fetchPage: FetchPage,
): Promise<number> {
  const queue = Array.from({ length: repeats }, () => pages).flat()
  const total = queue.length
  const started = performance.now()
  const client = async () => {
    for (let page = queue.pop(); page; page = queue.pop()) await fetchPage(page.slug, page.path)
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return (total * 1000) / (performance.now() - started)
}
