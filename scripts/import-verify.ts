/**
 * `npm run import:verify -- [import] [--source path] [--json file] [--quiet] [--wait]`: compares an import with the files that it read, document by
 * document and value by value.
 *
 * When: after an import, before the old system is switched off; or with `--source` and a newer dump, to see what is different.
 * Undo: it changes nothing. The result is in the folder of the import too, for `import:report`.
 */
import { join } from 'node:path'

import { shownText } from '../src/import/report/shownText'
import { VERIFICATION } from '../src/import/report/runFiles'
import { verifyImport } from '../src/import/verify/verifyImport'
import { findRun } from '../src/import/write/findRun'
import { lockImports } from '../src/import/write/lockImports'
import { lookupOf, openRunSource } from '../src/import/write/openRunSource'
import { describeVerification } from './import/describeVerification'
import { readable } from './import/readable'
import { readRunSettings } from './import/readRunSettings'
import { pathFrom } from './import/readSettings'
import { withPayload } from './import/withPayload'
import { dataRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'
import { writeFileAtomically } from './support/writeFileAtomically'

const USAGE = 'npm run import:verify -- [import] [--source path] [--json file] [--quiet] [--wait]'
const SOME_DIFFERENCES = 4
/** Of each list, so many are kept. */
const MOST = 1_000

runCommand(async () => {
  const { id, values } = readRunSettings(
    process.argv.slice(2),
    {
      source: { type: 'string' },
      json: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      wait: { type: 'boolean', default: false },
    },
    USAGE,
  )
  return withPayload(async (payload) => {
    try {
      const run = await findRun(payload, id)
      const source = await openRunSource(
        run,
        values.source === undefined ? undefined : pathFrom(values.source),
      )
      if (!values.quiet) console.log(shownText(`Import ${run.id}, compared with ${source.root}`))
      const folder = join(dataRoot(), 'imports', run.id)
      const onWait = () => console.log('An import is at work: waiting for it.')
      const found = await lockImports(payload, { wait: values.wait, onWait }, async () =>
        verifyImport(payload, source, run, {
          folder,
          most: MOST,
          lookup: await lookupOf(payload, run, source),
        }),
      )
      const json = `${JSON.stringify(found, null, 2)}\n`
      // What was compared with other files says nothing of the import as such.
      if (found.sameFiles) await writeFileAtomically(join(folder, VERIFICATION), json)
      if (values.json !== undefined) await writeFileAtomically(pathFrom(values.json), json)
      if (!values.quiet) console.log(`\n${describeVerification(found)}`)
      return found.ok ? 0 : SOME_DIFFERENCES
    } catch (error) {
      throw readable(error)
    }
  })
})
