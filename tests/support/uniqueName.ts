import { randomUUID } from 'node:crypto'

/** Tests share a database within a file: what they make has names of its own. */
export const uniqueName = (prefix: string): string => `${prefix}-${randomUUID().slice(0, 8)}`
