import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Running {
  readonly run: () => Promise<{ readonly port: number }>
  readonly close: () => Promise<void>
}

type S3rver = new (options: Readonly<Record<string, unknown>>) => Running

/** It has no types of its own. */
const S3rver = createRequire(import.meta.url)('s3rver') as S3rver

const bucket = 'atrium'

/** An S3 server on this machine, with one bucket. */
export interface LocalS3 {
  readonly settings: Readonly<Record<string, string>>
  /** The keys of what is stored. */
  readonly keys: () => Promise<string[]>
  readonly read: (key: string) => Promise<Buffer>
  /** Takes an object away behind everybody's back. */
  readonly lose: (key: string) => Promise<void>
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  readonly remove: () => Promise<void>
}

export async function startLocalS3(): Promise<LocalS3> {
  const directory = await mkdtemp(join(tmpdir(), 'atrium-s3-'))
  const listen = (port: number) =>
    new S3rver({
      address: '127.0.0.1',
      port,
      silent: true,
      directory,
      configureBuckets: [{ name: bucket }],
    })
  let server = listen(0)
  const { port } = await server.run()
  const files = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(directory, bucket, folder), { withFileTypes: true }).catch(
      () => [],
    )
    const nested = entries.map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? files(path) : [path]
    })
    return (await Promise.all(nested)).flat()
  }
  const objectAt = (key: string) => join(directory, bucket, `${key}._S3rver_object`)
  return {
    settings: {
      S3_BUCKET: bucket,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    keys: async () =>
      (await files(''))
        .filter((key) => key.endsWith('._S3rver_object'))
        .map((key) => key.replace('._S3rver_object', '')),
    read: (key) => readFile(objectAt(key)),
    lose: (key) => rm(objectAt(key)),
    stop: () => server.close(),
    start: async () => {
      server = listen(port)
      await server.run()
    },
    remove: async () => {
      await server.close().catch(() => undefined)
      await rm(directory, { recursive: true, force: true })
    },
  }
}
