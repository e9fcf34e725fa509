/**
 * `npm run generate:types`: writes src/payload-types.ts from the collections.
 *
 * When: after every change of a field. Needs no database. Undo: take the file from version control.
 * Not `payload generate:types`, which on Node 20 now and then does nothing and exits 0.
 */
import { runCommand } from './support/runCommand'
import { withoutSecrets } from './support/withoutSecrets'

runCommand(async () => {
  withoutSecrets()
  const { generateTypes } = await import('payload/node')
  const { default: config } = await import('../payload.config')
  await generateTypes(await config)
})
