import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { Payload } from 'payload'
import { z } from 'zod'

import { type Scope } from '@/db/scope'
import { withScopeClient } from '@/db/withScopeClient'
import { type StoredFiles, storedFiles } from '@/media/storedFiles'

import { tableOf } from '../write/rowState'

const fileSchema = z.object({
  collection: z.string(),
  prefix: z.string(),
  filename: z.string(),
  path: z.string(),
})

type StoredFile = z.infer<typeof fileSchema>

/** What a row of a collection with uploads has stored: its file, and the sizes of it. */
export function filesOf(collection: string, row: Readonly<Record<string, unknown>>): StoredFile[] {
  const { filename, sizes } = row
  const prefix = typeof row.prefix === 'string' ? row.prefix : ''
  if (typeof filename !== 'string') return []
  const versions: readonly unknown[] =
    typeof sizes === 'object' && sizes !== null ? Object.values(sizes) : []
  const names = versions.flatMap((size) => {
    const name: unknown =
      typeof size === 'object' && size !== null ? Reflect.get(size, 'filename') : undefined
    return typeof name === 'string' ? [name] : []
  })
  return [...new Set([filename, ...names])].map((name) => ({
    collection,
    prefix,
    filename,
    path: prefix === '' ? name : `${prefix}/${name}`,
  }))
}

/**
 * Files whose rows are about to be deleted. They are written down before, and removed after that is committed: whenever it is ended, the next
 * try finds them.
 */
export class RemovedFiles {
  readonly path: string
  removed = 0

  constructor(
    private readonly payload: Payload,
    folder: string,
  ) {
    this.path = join(folder, 'rollback-files.jsonl')
  }

  async note(files: readonly StoredFile[]): Promise<void> {
    if (files.length === 0) return
    const list = await open(this.path, 'a', 0o600)
    try {
      await list.appendFile(files.map((file) => `${JSON.stringify(file)}\n`).join(''))
      await list.sync()
    } finally {
      await list.close()
    }
  }

  /** Removes those whose row is gone. */
  async remove(scope: Scope): Promise<void> {
    const text = await readFile(this.path, 'utf8').catch(() => '')
    if (text === '') return
    const files = storedFiles()
    try {
      for (const line of text.split('\n').filter((one) => one.endsWith('}')))
        await this.removeOne(files, fileSchema.parse(JSON.parse(line)), scope)
    } finally {
      files.close()
    }
    await rm(this.path, { force: true })
  }

  private async removeOne(
    files: StoredFiles,
    { collection, filename, path, prefix }: StoredFile,
    scope: Scope,
  ): Promise<void> {
    const { rowCount } = await withScopeClient(this.payload, scope, (client) =>
      client.query(
        `select from ${tableOf(collection)} where filename = $1 and coalesce(prefix, '') = $2 limit 1`,
        [filename, prefix],
      ),
    )
    if (rowCount !== 0 || !(await files.has(path))) return
    await files.remove(path)
    this.removed += 1
  }
}
