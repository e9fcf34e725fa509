import { createLocalReq, type PayloadRequest } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'

import { member, type Role, type Scope } from '@/db/scope'
import { readInScope } from '@/db/readInScope'
import type { Tenant, User } from '@/payload-types'
import type { ImportReport } from '@/transfer/report'

import { buildForm } from '../support/buildForm'
import { buildMedia } from '../support/buildMedia'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { asMember, asPlatform } from '../support/actors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

interface Place {
  readonly tenant: Tenant
  readonly user: User
  readonly scope: Scope
  readonly req: PayloadRequest
}

const LANGUAGES = { main: 'en', offered: ['en', 'de'] } as const

async function place(role: Role = 'editor'): Promise<Place> {
  const tenant = await buildTenant({ locales: ['en', 'de'] })
  const user = await buildUser({ tenant, role })
  const scope = member(user.id, [{ tenant: tenant.id, role }])
  const req = await createLocalReq(
    { req: { headers: new Headers({ host: 'localhost' }) }, user: { ...user, collection: 'users' } },
    testPayload(),
  )
  return { tenant, user, scope, req }
}

/** The modules read the settings of this test file: they are loaded after the hook has made them. */
const modules = async () => ({
  ...(await import('@/transfer/pages/exportPages')),
  ...(await import('@/transfer/pages/importPages')),
  ...(await import('@/transfer/pages/loadTree')),
  ...(await import('@/transfer/pages/readPagesCsv')),
  ...(await import('@/transfer/pages/readPagesJson')),
})

async function exported({ tenant, scope, req }: Place, format: 'csv' | 'json'): Promise<string> {
  const { pagesAsCsv, pagesAsJson, loadTree } = await modules()
  const tree = await readInScope(testPayload(), scope, (client) => loadTree(client, tenant.id))
  const given = { req, scope, tenant: tenant.id, tree, languages: LANGUAGES }
  return new Response(format === 'csv' ? pagesAsCsv(given) : pagesAsJson(given)).text()
}

interface Wish {
  readonly dryRun?: boolean
  readonly mode?: 'all' | 'valid'
}

async function imported(
  { tenant, scope, req }: Place,
  file: unknown,
  { dryRun = false, mode = 'all' }: Wish = {},
): Promise<ImportReport> {
  const { importPages, readPagesCsv, readPagesJson } = await modules()
  const isCsv = typeof file === 'string' && !file.startsWith('{')
  const bytes = Buffer.from(typeof file === 'string' ? file : JSON.stringify(file))
  const read = (isCsv ? readPagesCsv : readPagesJson)(bytes, LANGUAGES)
  return importPages(req, { ...read, scope, tenant: tenant.id, languages: LANGUAGES, dryRun, mode })
}

const counts = ({ created, changed, unchanged, rejected }: ImportReport) => [created, changed, unchanged, rejected]

test('round', async () => {
  const a = await place()
  const media = await buildMedia({ tenant: a.tenant })
  const form = await buildForm({ tenant: a.tenant })
  const hero = (heading: string) => [{ blockType: 'hero' as const, variant: 'split' as const, tone: 'plain' as const, heading, image: media.id }]
  const top = await buildPage({ tenant: a.tenant, title: 'Top', slug: 'top', layout: hero('Hello'), meta: { image: media.id, title: 'SEO' } })
  const child = await buildPage({ tenant: a.tenant, title: 'Child', slug: 'child', parent: top.id, layout: [{ blockType: 'form', form: form.id, tone: 'plain' } as never] })
  await asPlatform()(async () => {
    await testPayload().update({ collection: 'pages', id: top.id, locale: 'de', data: { title: 'Oben', slug: 'oben', layout: [{ blockType: 'pageList', source: 'chosen', pages: [child.id], variant: 'cards', tone: 'plain', limit: 3 }], _status: 'published' } })
    await testPayload().create({ collection: 'pages', draft: true, data: { title: 'Draft', slug: 'draft', tenant: a.tenant.id, layout: [{ blockType: 'hero', tone: 'plain' } as never] } as never })
  })
  const json = await exported(a, 'json')
  console.log(json)
  const csv = await exported(a, 'csv')
  console.log(csv)
  console.log(JSON.stringify(await imported(a, json)))
  console.log(JSON.stringify(await imported(a, csv)))
  const b = await place()
  await asPlatform()(() => testPayload().update({ collection: 'media', id: media.id, data: {} })).catch(() => {})
  console.log(JSON.stringify(await imported(b, json, { mode: 'valid', dryRun: true })))
  const m2 = await buildMedia({ tenant: b.tenant, })
  await buildForm({ tenant: b.tenant, title: form.title })
  console.log(media.filename, m2.filename)
  const json2 = json.replaceAll(String(media.filename), String(m2.filename))
  console.log(JSON.stringify(await imported(b, json2, { dryRun: true })))
  console.log(JSON.stringify(await imported(b, json2).catch((e) => e.details ?? e)))
  console.log(JSON.stringify(await imported(b, json2).catch((e) => e.details ?? e)))
  console.log(await exported(b, 'json'))
}, 60000)
