/**
 * Part of `npm test`: what is generated from the sources is current: types and the admin's list of components (docs/environment.md has a unit test).
 *
 * When: by the tests. Undo: nothing changes; a stale file is put back as it was.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { CommandError } from './support/CommandError'
import { projectRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'
import { withoutSecrets } from './support/withoutSecrets'

const TYPES = 'src/payload-types.ts'
const IMPORT_MAP = 'src/app/(payload)/admin/importMap.js'

runCommand(async () => {
  withoutSecrets()
  const { generateTypes } = await import('payload/node')
  const { generateImportMap } = await import('payload')
  const { default: promise } = await import('../payload.config')
  const config = await promise
  await assertCurrent(TYPES, 'npm run generate:types', () => generateTypes(config, { log: false }))
  await assertCurrent(IMPORT_MAP, 'npm run generate:importmap', () =>
    generateImportMap(config, { force: true, log: false }),
  )
  console.log('Generated files are current.')
})

async function assertCurrent(
  file: string,
  command: string,
  generate: () => Promise<unknown>,
): Promise<void> {
  const full = path.join(projectRoot, file)
  const before = await readFile(full, 'utf8')
  await generate()
  const after = await readFile(full, 'utf8')
  if (after === before) return
  await writeFile(full, before)
  throw new CommandError(`${file} is not what the sources say.`, command)
}
