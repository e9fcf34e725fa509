import { createLocalReq, type PayloadRequest } from 'payload'

import { readInScope } from '@/db/readInScope'
import { member, type Role, type Scope } from '@/db/scope'
import type { Locale } from '@/locales/locales'
import type { Tenant, User } from '@/payload-types'
import type { ImportReport } from '@/transfer/report'

import { buildTenant } from './buildTenant'
import { buildUser } from './buildUser'
import { testPayload } from './usePayload'

/** Somebody in a space of their own, who exports and imports. */
export interface Editor {
  readonly tenant: Tenant
  readonly user: User
  readonly scope: Scope
  readonly req: PayloadRequest
  readonly languages: { readonly main: Locale; readonly offered: readonly Locale[] }
}

export async function buildEditor(role: Role = 'editor'): Promise<Editor> {
  const offered = ['en', 'de'] as const
  const tenant = await buildTenant({ locales: [...offered] })
  const user = await buildUser({ tenant, role })
  const headers = new Headers({ host: 'localhost' })
  const req = await createLocalReq(
    { req: { headers }, user: { ...user, collection: 'users' } },
    testPayload(),
  )
  const scope = member(user.id, [{ tenant: tenant.id, role }])
  return { tenant, user, scope, req, languages: { main: 'en', offered } }
}

// The modules read settings that a hook makes: they are loaded after it.
const pages = async () => ({
  ...(await import('@/transfer/pages/exportPages')),
  ...(await import('@/transfer/pages/importPages')),
  ...(await import('@/transfer/pages/loadTree')),
  ...(await import('@/transfer/pages/readPagesCsv')),
  ...(await import('@/transfer/pages/readPagesJson')),
})

export async function exportPages(editor: Editor, format: 'csv' | 'json'): Promise<string> {
  const { pagesAsCsv, pagesAsJson, loadTree } = await pages()
  const { tenant, scope, req, languages } = editor
  const tree = await readInScope(testPayload(), scope, (client) => loadTree(client, tenant.id))
  const given = { req, scope, tenant: tenant.id, tree, languages }
  return new Response(format === 'csv' ? pagesAsCsv(given) : pagesAsJson(given)).text()
}

interface Wish {
  readonly dryRun?: boolean
  readonly mode?: 'all' | 'valid'
}

/** Imports a text of CSV, or anything else as JSON. */
export async function importPages(
  editor: Editor,
  file: unknown,
  { dryRun = false, mode = 'all' }: Wish = {},
): Promise<ImportReport> {
  const modules = await pages()
  const { tenant, scope, req, languages } = editor
  const bytes = Buffer.from(typeof file === 'string' ? file : JSON.stringify(file))
  const isCsv = typeof file === 'string' && !file.startsWith('{')
  const read = isCsv ? modules.readPagesCsv : modules.readPagesJson
  const asked = { ...read(bytes, languages), scope, tenant: tenant.id, languages, dryRun, mode }
  return modules.importPages(req, asked)
}

/** The reasons for which a preview rejects something. */
export const rejections = async (editor: Editor, file: unknown): Promise<string[]> =>
  (await importPages(editor, file, { dryRun: true })).rejected.map(({ reason }) => reason)
