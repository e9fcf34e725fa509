import type { Values } from './validateSubmission'

export type Files = ReadonlyMap<string, readonly File[]>

export interface Sent {
  readonly values: Values
  readonly files: Files
}

/** React adds inputs of its own to say which action is meant. */
const isReacts = (name: string): boolean => name.startsWith('$ACTION')

/** An input from which nothing was chosen is sent as a file without a name. */
const isChosen = ({ name, size }: File): boolean => name !== '' || size > 0

/** What a browser sends of a form: answers by the names of their fields, and files by theirs. */
export function readFormData(data: FormData): Sent {
  const values: Record<string, string> = {}
  const files = new Map<string, File[]>()
  for (const [name, value] of data.entries()) {
    if (isReacts(name)) continue
    if (typeof value === 'string') values[name] = value
    else if (isChosen(value)) files.set(name, [...(files.get(name) ?? []), value])
  }
  return { values, files }
}
