import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { projectRoot } from '../../scripts/support/projectPaths'

/** Inside the project: what the example and its migration import is found from here. */
export const exampleFolder = path.join(projectRoot, '.tmp', 'example-collection')

/**
 * Writes the collection of docs/adding-a-collection.md as a file, word by word but for where its neighbours are, and for its
 * slug: somebody may have followed the example. So a test can add it to the config.
 *
 * @returns the file.
 */
export function writeExampleCollection(): string {
  const text = readFileSync(path.join(projectRoot, 'docs/adding-a-collection.md'), 'utf8')
  const example = /^```ts\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? ''
  const file = path.join(exampleFolder, 'Events.ts')
  mkdirSync(exampleFolder, { recursive: true })
  writeFileSync(
    file,
    example
      .replace(`slug: 'events'`, `slug: 'example-events'`)
      .replaceAll(`from './`, `from '@/collections/`),
  )
  return file
}
