import { readJson, isRecord } from '../support/readJson'
import { writeFileAtomically } from '../support/writeFileAtomically'
import type { ClusterFiles } from './clusterFiles'

/** What must be remembered between runs. The file is private: whoever reads it is the superuser. */
export type ServerFile = { port: number; password: string }

export function readServerFile(files: ClusterFiles): Promise<ServerFile | null> {
  return readJson(files.server, isServerFile)
}

export function writeServerFile(files: ClusterFiles, server: ServerFile): Promise<void> {
  return writeFileAtomically(files.server, `${JSON.stringify(server, null, 2)}\n`)
}

function isServerFile(value: unknown): value is ServerFile {
  return isRecord(value) && typeof value.port === 'number' && typeof value.password === 'string'
}
