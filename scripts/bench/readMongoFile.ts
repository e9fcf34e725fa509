import { hashOfJsonb } from '../../src/import/bson/canonicalHash'
import { toJsonb } from '../../src/import/bson/writeExtendedJson'
import { openSource, readStream } from '../../src/import/read/openSource'

/** Reads a file to its end and tells the process that started it how long it took, and the peak of its memory. */
const [path = '', work] = process.argv.slice(2)

const start = performance.now()
let documents = 0
let characters = 0
const { streams } = await openSource(path)
for (const stream of streams) {
  for await (const item of readStream(stream)) {
    if (item.kind === 'broken') throw new Error(`${item.place.file}: ${item.reason}`)
    documents += 1
    if (work === 'convert') {
      const { json } = toJsonb(item.document)
      characters += json.length + hashOfJsonb(json).length
    }
  }
}
const seconds = (performance.now() - start) / 1000
const { system, user } = process.cpuUsage()
const processorSeconds = (system + user) / 1e6
const peakMegabytes = process.resourceUsage().maxRSS / 1024
process.send?.({ documents, seconds, processorSeconds, peakMegabytes, characters })
