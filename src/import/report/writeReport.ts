import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { type Connected } from '@/db/poolOf'

import { type Run } from '../write/runs'
import { buildReport } from './buildReport'
import { renderReport } from './renderReport'
import { type Report } from './Report'

/** Writes `report.json` and `report.html`, whole or not at all. */
export async function writeReport(
  connected: Connected,
  run: Run,
  { folder, out = folder }: { readonly folder: string; readonly out?: string },
): Promise<{ readonly report: Report; readonly page: string; readonly json: string }> {
  const report = await buildReport(connected, run, folder)
  await mkdir(out, { recursive: true, mode: 0o700 })
  const [json, page] = [join(out, 'report.json'), join(out, 'report.html')]
  await write(json, `${JSON.stringify(report, null, 2)}\n`)
  await write(page, renderReport(report))
  return { report, page, json }
}

/** Nobody else on the machine reads what documents of people are like. */
async function write(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' })
  await rename(draft, path)
}
