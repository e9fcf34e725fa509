import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { projectRoot } from '../../scripts/support/projectPaths'
import { readExamples } from '../support/readExamples'
import { at, expect, test } from './test'

interface Call {
  readonly method: string
  readonly url: string
  readonly status: number
  readonly body: string
}

/** Runs a script as a reader would paste it, with `curl` being curl.ts, and tells what it asked and was answered. */
async function run(script: string, folder: string) {
  const [curl, log] = [path.join(folder, 'curl'), path.join(folder, 'calls.jsonl')]
  const program = path.join(projectRoot, 'tests/e2e/curl.ts')
  await writeFile(curl, `#!/usr/bin/env bash\nexec node --import tsx "${program}" "$@"\n`)
  await chmod(curl, 0o755)
  await writeFile(log, '')
  const folders = [folder, path.dirname(process.execPath), process.env.PATH]
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: projectRoot,
    env: { ...process.env, NODE_OPTIONS: '', CURL_LOG: log, PATH: folders.join(path.delimiter) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const [code]: unknown[] = await once(child, 'close')
  const lines = (await readFile(log, 'utf8')).split('\n').filter(Boolean)
  return { code, errors, calls: lines.map((line) => JSON.parse(line) as Call) }
}

for (const { name, script, answer } of readExamples()) {
  test(`docs/api.md, “${name}”: the example does what it says`, async ({}, { outputDir }) => {
    await mkdir(outputDir, { recursive: true })
    const here = script.replaceAll('localhost:3000', new URL(at(null)).host)
    const { calls, ...result } = await run(here, outputDir)
    expect(result).toEqual({ code: 0, errors: '' })
    expect(calls.length).toBeGreaterThan(0)
    // GraphQL answers 200 to what it refuses.
    expect(calls.filter(({ body }) => body.includes('"errors"'))).toEqual([])
    // A list that is empty would show a reader nothing.
    expect(calls.filter(({ body }) => body.includes('"docs":[]'))).toEqual([])
    const last = calls.at(-1)
    expect({ status: last?.status, body: JSON.parse(last?.body ?? '') as unknown }).toMatchObject(
      answer ?? { status: 200 },
    )
  })
}
