import { readFile } from 'node:fs/promises'

import { CommandError, hasCode } from './CommandError'

/** A missing, half-written or foreign file is `null`; one that we may not read is an error. */
export async function readJson<T>(
  path: string,
  is: (value: unknown) => value is T,
): Promise<T | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    return is(value) ? value : null
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null
    if (!hasCode(error, 'EACCES')) throw error
    throw new CommandError(
      `${path} belongs to another user.`,
      'run the command as the user who ran it first, or remove the .data directory as that user',
      { cause: error },
    )
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
