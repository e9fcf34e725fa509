import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { findPostgresBinaries } from '../../scripts/postgres/postgresBinaries'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../scripts/postgres/startEmbeddedPostgres'

/**
 * A PostgreSQL whose files may become so long and no longer: what is behind it is refused by the system, as by a disk that is full. Nobody
 * needs to be root for it, as for a file system of one's own.
 *
 * @param bytes undefined: as long as they like
 */
export async function startLimitedPostgres(
  dataDir: string,
  bytes: number | undefined,
): Promise<EmbeddedPostgres> {
  const binaries = `${dataDir}.bin`
  const real = findPostgresBinaries(dataDir)
  await mkdir(binaries, { recursive: true })
  // The log of changes is of files that are always as long: they must be shorter than the limit.
  await writeProgram(join(binaries, 'initdb'), `exec "${real}/initdb" --wal-segsize=1 "$@"`)
  const limit = bytes === undefined ? 'unlimited' : Math.floor(bytes / 512)
  await writeProgram(join(binaries, 'postgres'), `ulimit -f ${limit}\nexec "${real}/postgres" "$@"`)
  return startEmbeddedPostgres({ dataDir, durable: false, binaries })
}

async function writeProgram(path: string, text: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${text}\n`)
  await chmod(path, 0o755)
}
