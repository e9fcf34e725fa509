import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { readEnvironment } from './environment'

export const projectRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Everything that the demo and the development server keep: the database, passwords, uploads. */
export function dataRoot(): string {
  return resolve(projectRoot, readEnvironment('ATRIUM_DATA_DIR') ?? '.data')
}
