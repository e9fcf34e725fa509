import { beforeAll, expect, test } from 'vitest'

import { lookupOf } from '@/import/write/openRunSource'
import { type Verification } from '@/import/verify/Verification'
import { verifyImport } from '@/import/verify/verifyImport'

import { importFrom } from '../support/mongo/importing'
import { writeDump } from '../support/mongo/mongoDump'
import { SMALL_MAP, smallPlatform } from '../support/mongo/smallPlatform'
import { smallTargets } from '../support/mongo/smallTargets'
import { useFolder } from '../support/mongo/useFolder'
import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()
const inFolder = useFolder()

let imported: Awaited<ReturnType<typeof importFrom>>

beforeAll(async () => {
  await writeDump(inFolder('dump'), smallPlatform())
  imported = await importFrom(inFolder('dump'), inFolder('imports'), {
    map: SMALL_MAP,
    targets: smallTargets,
  })
})

async function verify(): Promise<Verification> {
  const { folder, run, source } = imported
  return verifyImport(testPayload(), source, run, {
    folder,
    most: 50,
    targets: smallTargets,
    lookup: await lookupOf(testPayload(), run, source),
    batchSize: 25,
  })
}

test('an import is equal to its source, and all of it is counted', async () => {
  const found = await verify()
  console.log(JSON.stringify(found, null, 1))
  console.log(JSON.stringify(imported.run.report), (await import('node:fs')).readFileSync(imported.folder+'/rejects.jsonl','utf8'))
  expect(found.differences).toEqual({ count: 0, byKind: {}, first: [] })
})
void asRoot
