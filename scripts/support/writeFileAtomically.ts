import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Readers see the old content or the new one, never half of it. Private (0600) unless told otherwise. */
export async function writeFileAtomically(path: string, text: string, mode = 0o600): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(draft, text, { mode, flag: 'wx' })
  await rename(draft, path)
}
