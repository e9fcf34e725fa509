import { readFileSync } from 'node:fs'
import path from 'node:path'

import { projectRoot } from '../../scripts/support/projectPaths'

/** The commands of docs/migrating-from-mongodb.md that promise to work (fenced as `bash test`), by the heading that they stand below. */
export function readRunbook(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(path.join(projectRoot, 'docs/migrating-from-mongodb.md'), 'utf8')
  const steps = new Map<string, string[]>()
  for (const { 1: script = '', index } of text.matchAll(/^```bash test\n([\s\S]*?)^```$/gm)) {
    const heading = [...text.slice(0, index).matchAll(/^## (?:\d+\. )?(.+)$/gm)].at(-1)?.[1] ?? ''
    steps.set(heading, [...(steps.get(heading) ?? []), ...script.trim().split('\n')])
  }
  return steps
}
