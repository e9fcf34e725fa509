import { readFileSync } from 'node:fs'
import path from 'node:path'

import { projectRoot } from '../../scripts/support/projectPaths'

export interface Example {
  /** The heading that it stands below. */
  readonly name: string
  /** For `bash -euo pipefail`, against the demo on port 3000. */
  readonly script: string
  /** What the document says below it that the last call answers: "201 with `{ … }`". */
  readonly answer: { readonly status: number; readonly body: unknown } | undefined
}

/** The examples of docs/api.md that promise to work: fenced as `bash test`. */
export function readExamples(): Example[] {
  const text = readFileSync(path.join(projectRoot, 'docs/api.md'), 'utf8')
  return [...text.matchAll(/^```bash test\n([\s\S]*?)^```\n(?:\n(\d{3}) with `([^`]+)`)?/gm)].map(
    ({ index, 1: script = '', 2: status, 3: body }) => ({
      name: [...text.slice(0, index).matchAll(/^##+ (.+)$/gm)].at(-1)?.[1] ?? '',
      script,
      answer: status && body ? { status: Number(status), body: JSON.parse(body) } : undefined,
    }),
  )
}
