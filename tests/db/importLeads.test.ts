import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { findRun } from '@/import/write/findRun'

import { importFrom } from '../support/mongo/importFrom'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
const inFolder = useFolder()

const TIMES = { created_at: { $date: '2024-05-01T10:00:00Z' } }

/** An application in which a lead is what somebody wrote, and not what was asked. */
const LEADS = [
  { _id: 'l1', tenant_id: 'acme', name: 'Ada', email: 'ada@example.com', message: 'A desk?' },
  { _id: 'l2', tenant_id: 'acme', name: 'Bo', email: 'bo@example.com', utm_source: 'spring' },
  { _id: 'l3', tenant_id: 'birch', name: 'Cy', email: 'cy@example.com', message: 'A room?' },
]

async function writeExport(leads: readonly object[]): Promise<string> {
  const folder = inFolder('old_site')
  await mkdir(folder, { recursive: true })
  const collections = {
    tenants: [
      { _id: 't1', slug: 'acme', name: 'Acme' },
      { _id: 't2', slug: 'birch', name: 'Birch' },
    ],
    leads,
  }
  for (const [name, documents] of Object.entries(collections))
    await writeFile(
      join(folder, `${name}.json`),
      documents.map((one) => `${JSON.stringify({ ...one, ...TIMES })}\n`).join(''),
    )
  return folder
}

const leadsHere = () =>
  asRoot().rows(
    `select t.slug as space, s.summary from form_submissions s join forms f on f.id = s.form_id
     join tenants t on t.id = s.tenant_id and t.id = f.tenant_id order by 1, 2`,
  )

const countForms = async () =>
  (await asRoot().rows(`select from forms where title = 'Leads'`)).length

const MADE = [
  { space: 'acme', summary: 'Ada · ada@example.com' },
  { space: 'acme', summary: 'Bo · bo@example.com' },
  { space: 'birch', summary: 'Cy · cy@example.com' },
]

test('leads without a form get one in each space; it is compared, kept and taken back like the rest', async () => {
  const { verifyImport } = await import('@/import/verify/verifyImport')
  const { rollbackImport } = await import('@/import/rollback/rollbackImport')
  const path = await writeExport(LEADS)
  const first = await importFrom(path, inFolder('imports'))
  expect(await leadsHere()).toEqual(MADE)
  const [form] = await asRoot().rows<{ names: string[] }>(
    `select array_agg(q->>'name' order by q->>'name') as names from forms f, jsonb_array_elements(f.fields) q
     where f.tenant_id = (select id from tenants where slug = 'acme')`,
  )
  expect(form?.names).toEqual(['email', 'message', 'name'])
  const compared = await verifyImport(testPayload(), first.source, first.run, {
    folder: first.folder,
    most: 10,
  })
  expect({ ok: compared.ok, first: compared.differences.first }).toEqual({ ok: true, first: [] })

  const more = { _id: 'l4', tenant_id: 'birch', name: 'Di', email: 'di@example.com' }
  const second = await importFrom(await writeExport([...LEADS, more]), inFolder('imports'))
  expect(await leadsHere()).toEqual([...MADE, { space: 'birch', summary: 'Di · di@example.com' }])
  expect(await countForms()).toBe(2)

  for (const { folder, run } of [second, first])
    await rollbackImport(testPayload(), await findRun(testPayload(), run.id), {
      folder,
      force: false,
      dryRun: false,
      batchSize: 10,
    })
  expect(await leadsHere()).toEqual([])
  expect(await countForms()).toBe(0)
})
