import { join } from 'node:path'

import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'

import { withClient } from '../../scripts/postgres/withClient'
import { expectStatus, jsonOf, type Answer } from '../support/httpRequest'
import { signIn } from '../support/httpSeed'
import { useStack } from '../support/httpStack'
import type { TenantFacts } from '../support/mongo/platform/facts'
import { generatePlatform } from '../support/mongo/platform/generatePlatform'
import type { Platform, PlatformShape } from '../support/mongo/platform/Platform'
import { dumpPlatform } from '../support/mongo/platform/write/dumpPlatform'
import { writeUploads } from '../support/mongo/platform/write/writeUploads'
import { useFolder } from '../support/mongo/useFolder'
import { startImportWorker } from '../support/startImportWorker'

// Whole platforms are imported, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
}

/** What a page says, without its markup. */
const textOf = (html: string): string =>
  html
    .replace(/<script\b[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')

describe.each<PlatformShape>(['tenant-app', 'payload'])('a platform of the shape %s', (shape) => {
  const stack = useStack({ spaces: 1 })
  const folder = useFolder()
  let platform: Platform

  beforeAll(async () => {
    platform = await generatePlatform({ shape, seed: 11 })
    await dumpPlatform(platform, folder('dump'), {})
    await writeUploads(platform, folder('uploads'))
    const worker = startImportWorker(stack.current.runtimeUrl, {
      path: folder('dump'),
      folder: stack.current.folder,
      map: '',
      batchSize: 100,
      files: folder('uploads'),
    })
    expect(await worker.ended).toBe(0)
  })

  const hostOf = ({ slug }: Pick<TenantFacts, 'slug'>) => `${slug}.localhost`
  const active = () => platform.facts.tenants.filter(({ status }) => status === 'active')
  const get = (tenant: TenantFacts, path: string): Promise<Answer> =>
    stack.current.call({ host: hostOf(tenant), path })

  test('its pages are read by visitors, and its drafts are not', async () => {
    const missing: string[] = []
    for (const tenant of active()) {
      for (const page of tenant.pages) {
        const { status, body } = await get(tenant, page.path)
        const name = `${tenant.slug}${page.path}`
        if (status !== (page.isPublished ? 200 : 404)) missing.push(`${name}: ${status}`)
        if (!page.isPublished || status !== 200) continue
        const said = textOf(body)
        for (const text of page.texts)
          if (!said.includes(textOf(text))) missing.push(`${name} lacks “${text}”`)
        for (const mark of platform.facts.hostile)
          expect(body, `${name} is clean`).not.toContain(mark)
      }
    }
    expect(missing).toEqual([])
  })

  test('its people sign in with their old passwords, at their own space', async () => {
    const { port } = stack.current
    let people = 0
    for (const tenant of active()) {
      for (const { email, password } of tenant.people) {
        const json = { email, password: `${password}x` }
        const wrong = await stack.current.call({
          host: hostOf(tenant),
          path: '/api/users/login',
          json,
        })
        expect([email, wrong.status]).toEqual([email, 401])
        // The first time by the imported hash, then by our own.
        for (const time of ['first', 'second']) {
          const token = await signIn({ port }, hostOf(tenant), email, password)
          expect(token, `${email}, the ${time} time`).not.toBe('')
        }
        people += 1
      }
    }
    expect(people).toBeGreaterThan(10)
  })

  test('its search finds, and finds nothing of the neighbour', async () => {
    for (const tenant of active()) {
      const word = tenant.name.split(' ')[0] ?? ''
      const answer = await get(tenant, `/api/search?q=${encodeURIComponent(word)}`)
      const found: unknown = jsonOf(expectStatus(answer, 200))
      const hits = z.object({ docs: z.array(z.object({ path: z.string() })).min(3) }).parse(found)
      const paths = new Set(tenant.pages.filter((page) => page.isPublished).map(({ path }) => path))
      expect(hits.docs.filter(({ path }) => !paths.has(path))).toEqual([])
      for (const { name } of active())
        if (name !== tenant.name) expect(answer.body).not.toContain(name)
    }
  })

  test('its documents are for its editors, and nobody else', async () => {
    const { port, call } = stack.current
    const [one, other] = active()
    if (!one || !other) throw new Error('There are two spaces')
    const owner = one.people.find(({ roles }) => roles.some((role) => /owner|admin/.test(role)))
    if (!owner) throw new Error('Somebody owns the space')
    const token = await signIn({ port }, hostOf(one), owner.email, owner.password)
    const path = '/api/documents?limit=1'
    const own = await call({ host: hostOf(one), path, token })
    expect(jsonOf(expectStatus(own, 200))).toMatchObject({ docs: [{}] })
    const there = await call({ host: hostOf(other), path, token })
    expect(there.status === 200 ? jsonOf(there) : { docs: [] }).toMatchObject({ docs: [] })
    expect((await call({ host: hostOf(one), path })).status).toBe(403)
  })

  test('no secret of the source is anywhere among the documents', async () => {
    const { secrets } = platform.facts
    expect(secrets.length).toBeGreaterThan(10)
    const found = await withClient(stack.current.superuserUrl, async (client) => {
      const { rows } = await client.query<{ data: string }>(
        `select data::text as data from documents union all select before::text from import_changes
         union all select report::text from imports where report is not null`,
      )
      const all = rows.map(({ data }) => data).join('\n')
      return secrets.filter((secret) => all.includes(secret))
    })
    expect(found).toEqual([])
  })

  test('its pictures are served', async () => {
    const [one] = active()
    if (!one) throw new Error('There is a space')
    const rows = await withClient(stack.current.superuserUrl, async (client) => {
      const answer = await client.query<{ filename: string }>(
        `select m.filename from media m join tenants t on t.id = m.tenant_id
         where t.slug = $1 and m.sizes_thumbnail_filename is not null limit 1`,
        [one.slug],
      )
      return answer.rows
    })
    const [file] = rows
    if (!file) throw new Error(`${join(folder('uploads'))} has pictures`)
    const path = `/api/media/file/${encodeURIComponent(file.filename)}`
    const answer = await get(one, path)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toMatch(/^image\//)
  })
})
