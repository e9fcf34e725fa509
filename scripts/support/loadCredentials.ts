import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { dataRoot } from './projectPaths'
import { isRecord, readJson } from './readJson'
import { withLock } from './withLock'
import { writeFileAtomically } from './writeFileAtomically'

const names = [
  'ownerPassword',
  'appPassword',
  'payloadSecret',
  'cronSecret',
  'previewSecret',
] as const

/** What the demo and the development server need to keep secret, made up on the first run. */
export type Credentials = Record<(typeof names)[number], string>

export async function loadCredentials(): Promise<Credentials> {
  const path = join(dataRoot(), 'credentials.json')
  const known = await readJson(path, isCredentials)
  if (known !== null) return known
  return withLock(`${path}.lock`, async () => {
    const partial: Record<string, unknown> = (await readJson(path, isRecord)) ?? {}
    const credentials = Object.fromEntries(
      names.map((name) => [name, partial[name] ?? randomBytes(32).toString('base64url')]),
    )
    if (!isCredentials(credentials)) throw new Error(`${path} holds something that is not text.`)
    await writeFileAtomically(path, `${JSON.stringify(credentials, null, 2)}\n`)
    return credentials
  })
}

function isCredentials(value: unknown): value is Credentials {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string')
}
