import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { hasCode } from './CommandError'
import { projectRoot } from './projectPaths'

/** One hash over the names and contents of files and folders of the project. Missing ones count as empty. */
export async function hashFiles(paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await listFiles(join(projectRoot, path))) {
      const content = await readFile(file)
      hash.update(`${relative(projectRoot, file)}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

async function listFiles(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    return files.map((entry) => join(entry.parentPath, entry.name)).sort()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  }
}
