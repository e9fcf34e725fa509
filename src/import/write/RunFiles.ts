import { mkdir, open, truncate } from 'node:fs/promises'
import { join } from 'node:path'

/** How long the files of a run are: what is behind it was written by a batch that never ended. */
export interface FileLengths {
  readonly rejects: number
  readonly notes: number
}

/**
 * The two lists of a run that may grow without end: documents that did not come in, and what was changed in those that did. Lines are
 * appended before their batch is committed, and cut off again if it never is.
 */
export class RunFiles {
  private constructor(
    readonly folder: string,
    private lengths: FileLengths,
  ) {}

  /** Opens the files of a run, at the length of its last batch. */
  static async open(folder: string, lengths: FileLengths): Promise<RunFiles> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const name of ['rejects', 'notes'] as const) {
      const path = join(folder, `${name}.jsonl`)
      // Documents of people are in them: nobody else on the machine reads them.
      await (await open(path, 'a', 0o600)).close()
      await truncate(path, lengths[name])
    }
    return new RunFiles(folder, lengths)
  }

  get rejectsPath(): string {
    return join(this.folder, 'rejects.jsonl')
  }

  get notesPath(): string {
    return join(this.folder, 'notes.jsonl')
  }

  /** Appends lines and waits until they are on the disk. The lengths with them, for the checkpoint. */
  async append(rejects: readonly string[], notes: readonly string[]): Promise<FileLengths> {
    this.lengths = {
      rejects: this.lengths.rejects + (await appendLines(this.rejectsPath, rejects)),
      notes: this.lengths.notes + (await appendLines(this.notesPath, notes)),
    }
    return this.lengths
  }
}

async function appendLines(path: string, lines: readonly string[]): Promise<number> {
  if (lines.length === 0) return 0
  const bytes = Buffer.from(`${lines.join('\n')}\n`)
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return bytes.length
}
