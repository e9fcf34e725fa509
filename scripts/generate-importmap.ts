/**
 * `npm run generate:importmap`: writes the list of components that the admin loads by name.
 *
 * When: after adding a component to a collection or the admin. Needs no database.
 * Undo: take src/app/(payload)/admin/importMap.js from version control.
 */
import { runCommand } from './support/runCommand'
import { withoutSecrets } from './support/withoutSecrets'

runCommand(async () => {
  withoutSecrets()
  const { generateImportMap } = await import('payload')
  const { default: config } = await import('../payload.config')
  await generateImportMap(await config, { force: true, log: true })
})
