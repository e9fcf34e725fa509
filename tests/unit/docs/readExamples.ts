import { readFileSync } from 'node:fs'
import path from 'node:path'

import { projectRoot } from '../../../scripts/support/projectPaths'

export interface Example {
  /** The heading that it stands below. */
  readonly name: string
  /** For `bash -euo pipefail`, against the demo on port 3000. */
  readonly script: string
}

/** The examples of docs/api.md that promise to work: fenced as `bash test`. */
export function readExamples(): Example[] {
  const text = readFileSync(path.join(projectRoot, 'docs/api.md'), 'utf8')
  return [...text.matchAll(/^```bash test\n([\s\S]*?)^```$/gm)].map((match) => ({
    name: [...text.slice(0, match.index).matchAll(/^## (.+)$/gm)].at(-1)?.[1] ?? '',
    script: match[1] ?? '',
  }))
}
