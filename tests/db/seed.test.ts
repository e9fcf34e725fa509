import { readdirSync } from 'node:fs'

import sharp from 'sharp'
import { beforeAll, expect, test, vi } from 'vitest'

import type { PictureSeed } from '@/seed/content/types'
import { seedDemo, seedInstallation } from '@/seed/seed'

import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

/** Drawing is what takes time, and is tested by itself: here a picture is one colour. */
vi.mock('@/seed/makePicture', () => ({
  makePicture: async ({ draw, filename, format }: PictureSeed) => {
    const plain = sharp({ create: { width: 32, height: 24, channels: 3, background: '#336699' } })
    const data = format === 'svg' ? Buffer.from(draw()) : await plain.toFormat(format).toBuffer()
    const mimetype = { jpeg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml' }[format]
    return { data, mimetype, name: filename, size: data.byteLength }
  },
}))

usePayload()

const pageAt = (space: string, path: string) =>
  `(select _parent_id from pages_locales where tenant_id = ${space} and path = '${path}' and _locale = 'en')`
const spaceNamed = (slug: string) => `(select id from tenants where slug = '${slug}')`

/** `npm run seed -- --demo`, and what it reports. */
async function seed(): Promise<string[]> {
  const lines: string[] = []
  await seedInstallation(testPayload(), (line) => lines.push(line))
  await seedDemo(testPayload(), (line) => lines.push(line))
  return lines
}

/** Every row of every table, and every file. */
async function snapshot() {
  const rows: Record<string, unknown> = {}
  const tables = await asRoot().rows<{ table: string }>(
    `select relname as "table" from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  for (const { table } of tables) {
    const [found] = await asRoot().rows<{ rows: number; checksum: string | null }>(
      `select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as checksum from "${table}" t`,
    )
    rows[table] = found
  }
  const files = readdirSync(process.env.MEDIA_DIR ?? '', { recursive: true, encoding: 'utf8' })
  return { rows, files: files.sort() }
}

beforeAll(async () => {
  // The form builder reports every lead for which no mail is set up.
  testPayload().logger.level = 'silent'
  expect(await seed()).not.toEqual([])
})

test('a second run changes nothing and loses nothing', async () => {
  const before = await snapshot()
  expect(before.rows).toMatchObject({ tenants: { rows: 3 }, site_settings: { rows: 3 } })
  expect(await seed()).toEqual([])
  expect(await snapshot()).toEqual(before)
})

test('what people changed, added and removed stays as they left it', async () => {
  const root = asRoot()
  const harbor = spaceNamed('harbor')
  await root.changes(
    `update pages_locales set title = 'Ours now' where tenant_id = ${harbor} and path = '/about'`,
  )
  await root.changes(`delete from form_submissions where tenant_id = ${harbor}`)
  await root.changes(`delete from pages where id = ${pageAt(harbor, '/events/winter-residency')}`)
  await root.changes(
    `with made as (insert into pages (id, tenant_id) select gen_random_uuid(), ${harbor} returning id, tenant_id)
     insert into pages_locales (_parent_id, tenant_id, _locale, title, slug) select id, tenant_id, 'en', 'One more', 'one-more' from made`,
  )
  const before = await snapshot()
  expect(await seed()).toEqual([])
  expect(await snapshot()).toEqual(before)
})

test('a run that was interrupted is completed, and what it had made is left alone', async () => {
  const root = asRoot()
  const atelier = spaceNamed('atelier')
  const count = async (table: string) =>
    (await root.rows(`select from "${table}" where tenant_id = ${atelier}`)).length
  const pages = `select p.id, l.title, p.updated_at from pages p join pages_locales l on l._parent_id = p.id where p.tenant_id = ${atelier} and l.path <> '/legal' order by p.id`
  const [made, leads, untouched] = [
    await count('pages'),
    await count('form_submissions'),
    await root.rows(pages),
  ]
  await root.changes(`delete from site_settings where tenant_id = ${atelier}`)
  await root.changes(`delete from pages where id = ${pageAt(atelier, '/legal')}`)
  await root.changes(
    `delete from form_submissions where id in (select id from form_submissions where tenant_id = ${atelier} limit 2)`,
  )

  expect(await seed()).toEqual([
    expect.stringMatching(/: pages: 1$/),
    expect.stringMatching(/: leads: 2$/),
  ])
  expect([await count('pages'), await count('form_submissions')]).toEqual([made, leads])
  expect(await count('site_settings')).toBe(1)
  expect(await root.rows(pages)).toEqual(untouched)
  expect(await seed()).toEqual([])
})
