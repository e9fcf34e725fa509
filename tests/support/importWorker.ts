/** A process that imports what is at a path, or goes on with it, and says how far it is. Started by startImportWorker.ts. */
import { getPayload } from 'payload'

import config from '../../payload.config'
import { printMap } from '../../src/import/map/printMap'
import { recognise } from '../../src/import/map/recognise'
import { openSource } from '../../src/import/read/openSource'
import { fingerprintOf } from '../../src/import/write/fingerprint'
import { runImport } from '../../src/import/write/runImport'
import { createRun, endRun, loadRuns } from '../../src/import/write/runs'
import { sampleSource } from '../../src/import/write/sampleSource'

const [path = '', folder = '', map = '', batchSize = '20', files] = process.argv.slice(2)

const payload = await getPayload({ config })
const source = await openSource(path)
const [running] = (await loadRuns(payload)).filter(({ status }) => status === 'running')
const run =
  running ??
  (await createRun(payload, {
    source: path,
    fingerprint: fingerprintOf(source),
    map: map === '' ? printMap(recognise(await sampleSource(source))) : map,
    options: { path, files, overwriteEdited: false },
  }))
const tally = await runImport(payload, source, run, {
  batchSize: Number(batchSize),
  stopOnReject: false,
  folder,
  onProgress: ({ stage, file, documents }) => {
    process.stdout.write(`${stage} ${file} ${documents}\n`)
  },
})
await endRun(payload, run.id, 'done', { tally })
await payload.destroy()
process.stdout.write('done\n')
process.exit(0)
