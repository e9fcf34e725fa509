import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { DatabaseObject } from './tableObjects'

/** The folders below `src/db/sql` in the order in which their objects are made, around those of the tables. */
const ORDER = {
  extensions: '1',
  configurations: '1',
  functions: '2',
  indexes: '3',
  triggers: '9',
} as const

/**
 * The hand-written objects, one per file below `src/db/sql`. The first line says how to undo it: `-- Drop: …`.
 *
 * @throws Error naming a file without that line.
 */
export function sqlObjects(folder: string): Record<string, DatabaseObject> {
  const objects: Record<string, DatabaseObject> = {}
  for (const [part, rank] of Object.entries(ORDER)) {
    const files =
      part === 'extensions'
        ? ['extensions.sql']
        : readdirSync(path.join(folder, part)).map((file) => path.join(part, file))
    for (const file of files.sort()) {
      const text = readFileSync(path.join(folder, file), 'utf8').trim()
      const [first = '', ...rest] = text.split('\n')
      const down = /^-- Drop: (.+)$/.exec(first)?.[1]
      if (!down) throw new Error(`${file}: the first line must say how to undo it: -- Drop: …`)
      objects[`${rank} ${path.basename(file, '.sql')}`] = { up: rest.join('\n').trim(), down }
    }
  }
  return objects
}
