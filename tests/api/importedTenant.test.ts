import { join } from 'node:path'

import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'

import { withClient } from '../../scripts/postgres/withClient'
import { expectStatus, jsonOf, type Answer } from '../support/httpRequest'
import { signIn } from '../support/httpSeed'
import { useStack } from '../support/httpStack'
import type { DocumentKey, TenantFacts } from '../support/mongo/platform/facts'
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

/** As whoever knows the old system writes an id. */
const hexOf = (fact: DocumentKey | undefined): string =>
  fact?.id.type === 'objectId' ? fact.id.hex : ''

const rowsIn = (answer: Answer) =>
  z
    .object({ docs: z.array(z.looseObject({ rowId: z.string() })) })
    .parse(jsonOf(expectStatus(answer, 200))).docs

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

  const ownerOf = ({ people }: TenantFacts) => {
    const owner = people.find(({ roles }) => roles.some((role) => /owner|admin/.test(role)))
    if (!owner) throw new Error('Somebody owns the space')
    return owner
  }

  /** A lead of the source that names a space, and became one here. */
  const leadOf = async ({ slug }: TenantFacts): Promise<string> => {
    const [row] = await withClient(stack.current.superuserUrl, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `select r.source_id::json ->> '$oid' as id from import_rows r join tenants t on t.id = r.tenant_id
         where t.slug = $1 and r.row_collection = 'form-submissions' limit 1`,
        [slug],
      )
      return rows
    })
    return row?.id ?? ''
  }

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
    const { email, password } = ownerOf(one)
    const token = await signIn({ port }, hostOf(one), email, password)
    const path = '/api/documents?limit=1'
    const own = await call({ host: hostOf(one), path, token })
    expect(jsonOf(expectStatus(own, 200))).toMatchObject({ docs: [{}] })
    const there = await call({ host: hostOf(other), path, token })
    expect(there.status === 200 ? jsonOf(there) : { docs: [] }).toMatchObject({ docs: [] })
    expect((await call({ host: hostOf(one), path })).status).toBe(403)
  })

  test('what became of an old id is told to the editors of its space, and to nobody else', async () => {
    const { port, call } = stack.current
    const [one, other] = active()
    if (!one || !other) throw new Error('There are two spaces')
    const [ours, theirs] = await Promise.all(
      [one, other].map(async (tenant) => {
        const { email, password } = ownerOf(tenant)
        return {
          host: hostOf(tenant),
          token: await signIn({ port }, hostOf(tenant), email, password),
        }
      }),
    )
    if (!ours || !theirs) throw new Error('Both have owners')
    const [page] = one.pages.filter(({ isPublished }) => isPublished)
    const person = one.people.find(({ isShared }) => !isShared)
    const lead = await leadOf(one)
    for (const [collection, oldId] of [
      ['pages', hexOf(page)],
      ['users', hexOf(person)],
      ['form-submissions', lead],
    ] as const) {
      const where = `where[sourceId][equals]=${oldId}&where[rowCollection][equals]=${collection}`
      const path = `/api/import-rows?${where}&depth=0`
      const [found, ...more] = rowsIn(await call({ ...ours, path }))
      expect([collection, more]).toEqual([collection, []])
      expect(Object.keys(found ?? {})).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/hash|waiting|madeBy|writtenBy/i)]),
      )
      const row = await call({ ...ours, path: `/api/${collection}/${found?.rowId}?depth=0` })
      expect(jsonOf(expectStatus(row, 200))).toMatchObject({ id: found?.rowId })
      const query = `{ ImportRows(where: { sourceId: { equals: "${oldId}" }, rowCollection: { equals: "${collection}" } }) { docs { rowId } } }`
      const graph = { path: '/api/graphql', json: { query } }
      const docs = [{ rowId: found?.rowId }]
      expect(jsonOf(await call({ ...ours, ...graph }))).toEqual({ data: { ImportRows: { docs } } })

      expect(rowsIn(await call({ ...theirs, path }))).toEqual([])
      expect(jsonOf(await call({ ...theirs, ...graph }))).toEqual({
        data: { ImportRows: { docs: [] } },
      })
      expect((await call({ host: ours.host, path })).status).toBe(403)
    }
    for (const field of ['hash', 'rowHash', 'waiting', 'madeBy', 'writtenBy'])
      for (const question of [`where[${field}][like]=a`, `where[${field}][exists]=true`])
        expect([
          question,
          (await call({ ...ours, path: `/api/import-rows?${question}` })).status,
        ]).toEqual([question, 400])
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
