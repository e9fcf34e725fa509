/**
 * `npm run import:report -- [import] [--out folder]`: writes what is known of an import, as a page (report.html) and for programs (report.json).
 *
 * When: an import writes it by itself; again after `import:verify`, so that the comparison is in it.
 * Undo: delete the files.
 */
import { join } from 'node:path'

import { writeReport } from '../src/import/report/writeReport'
import { findRun } from '../src/import/write/findRun'
import { readable } from './import/readable'
import { readRunSettings } from './import/readRunSettings'
import { pathFrom } from './import/readSettings'
import { withTables } from './import/withTables'
import { dataRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'

const USAGE = 'npm run import:report -- [import] [--out folder]'

runCommand(async () => {
  const { id, values } = readRunSettings(process.argv.slice(2), { out: { type: 'string' } }, USAGE)
  await withTables(async (tables) => {
    try {
      const run = await findRun(tables, id)
      const { json, page } = await writeReport(tables, run, {
        folder: join(dataRoot(), 'imports', run.id),
        ...(values.out !== undefined && { out: pathFrom(values.out) }),
      })
      console.log(`Import ${run.id}:\n  ${page}\n  ${json}`)
    } catch (error) {
      throw readable(error)
    }
  })
})
