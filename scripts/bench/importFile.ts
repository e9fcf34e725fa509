import { getPayload } from 'payload'

import { parseMap } from '../../src/import/map/parseMap'
import { openSource } from '../../src/import/read/openSource'
import { fingerprintOf } from '../../src/import/write/fingerprint'
import { runImport } from '../../src/import/write/runImport'
import { createRun } from '../../src/import/write/runs'

/** Imports a file as documents of the space “bench”, and tells the process that started it how long it took, and the peak of its memory. */
const [path = '', folder = ''] = process.argv.slice(2)

const { default: config } = await import('../../payload.config')
const payload = await getPayload({ config })
const map = 'version: 1\ntenant: { slug: bench }\ncollections: {}\n'
parseMap(map)
const source = await openSource(path)
const run = await createRun(payload, {
  source: path,
  fingerprint: fingerprintOf(source),
  map,
  options: { path, overwriteEdited: false },
})
const start = performance.now()
let documents = 0
await runImport(payload, source, run, {
  batchSize: 500,
  stopOnReject: true,
  folder,
  onProgress: (progress) => {
    documents = progress.documents
  },
})
const seconds = (performance.now() - start) / 1000
const { system, user } = process.cpuUsage()
const processorSeconds = (system + user) / 1e6
const peakMegabytes = process.resourceUsage().maxRSS / 1024
process.send?.({ documents, seconds, processorSeconds, peakMegabytes })
await payload.destroy()
process.exit(0)
