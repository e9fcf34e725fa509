import { mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

export type ClusterFiles = {
  dataDir: string
  /** Where `initdb` works; renamed to `dataDir` when it is complete. */
  draft: string
  lock: string
  log: string
  /** Port and superuser password. */
  server: string
  /** One file per process that uses the server. */
  users: string
}

/** What belongs to one embedded server lies beside its data directory, so that two can share a parent. */
export function clusterFiles(dataDir: string): ClusterFiles {
  const parent = dirname(resolve(dataDir))
  mkdirSync(parent, { recursive: true })
  const path = join(realpathSync(parent), basename(dataDir))
  return {
    dataDir: path,
    draft: `${path}.new`,
    lock: `${path}.lock`,
    log: `${path}.log`,
    server: `${path}.server.json`,
    users: `${path}.users`,
  }
}
