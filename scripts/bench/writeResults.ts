import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { projectRoot } from '../support/projectPaths'

const MARKS = /(<!-- results -->\n)[\s\S]*(<!-- end of results -->)/

/**
 * Puts the results of a benchmark between the marks of a page of the documentation.
 *
 * @throws Error when the page has no such marks
 */
export async function writeResults(page: string, report: string): Promise<void> {
  const file = join(projectRoot, page)
  const text = await readFile(file, 'utf8')
  if (!MARKS.test(text)) throw new Error(`${page} has no marks for results`)
  await writeFile(
    file,
    text.replace(MARKS, (_, start: string, end: string) => `${start}\n${report}\n\n${end}`),
  )
  console.log(`wrote ${page}`)
}
