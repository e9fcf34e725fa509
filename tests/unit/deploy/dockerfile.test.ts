import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'

import { payloadNodeOptions } from '../../../scripts/support/environment'
import { projectRoot } from '../../../scripts/support/projectPaths'
import nextConfig from '../../../next.config.mjs'
import { dockerfileText, linesOf, readStages } from './readDockerfile'

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')
const scripts = () =>
  (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts

describe('Dockerfile', () => {
  test('has nothing that its linter reports', () => {
    expect(validate(dockerfileText)).toEqual([])
  })

  test('builds in stages, and what runs comes from none of the sources', () => {
    expect(readStages().map(({ name, from }) => `${name} from ${from}`)).toEqual([
      'base from node:20.20-bookworm-slim',
      'deps from base',
      'sources from deps',
      'builder from sources',
      'migrate from sources',
      'runner from base',
    ])
  })

  test('installs from the lock file, before the sources are there', () => {
    const [copied = ''] = linesOf('deps', 'COPY')
    expect(copied.split(' ')).toEqual(expect.arrayContaining(['package.json', 'package-lock.json']))
    for (const file of copied.split(' ').slice(0, -1))
      expect(existsSync(path.join(projectRoot, file))).toBe(true)
    expect(linesOf('deps', 'RUN').join()).toMatch(/npm ci$/)
  })

  test('runs the standalone server that the build leaves', () => {
    expect(nextConfig).toMatchObject({ output: 'standalone' })
    expect(linesOf('builder', 'RUN')).toEqual(['npm run build'])
    expect(linesOf('runner', 'COPY')).toEqual(['--from=builder /app/.next/standalone ./'])
    expect(linesOf('runner', 'CMD')).toEqual(['["node", "server.js"]'])
    // The build of the project, unlike Next's own, puts these beside the server.
    const build = read('scripts/application/buildApplication.ts')
    expect(build).toContain("join(target, '.next', 'static')")
    expect(build).toContain("join(target, 'public')")
  })

  test.each(['runner', 'migrate'])('%s does not run as root', (stage) => {
    expect(linesOf(stage, 'USER')).toEqual(['node'])
  })

  test('the server is told where to listen and where to write', () => {
    const [environment = ''] = linesOf('runner', 'ENV')
    for (const setting of [
      'HOSTNAME=0.0.0.0',
      'PORT=3000',
      'NODE_ENV=production',
      `NODE_OPTIONS="${payloadNodeOptions}"`,
    ]) {
      expect(environment).toContain(setting)
    }
    const folders = [...environment.matchAll(/(?:MEDIA|OUTBOX)_DIR=(\S+)/g)].map(
      ([, folder = '']) => folder,
    )
    expect(folders).toHaveLength(2)
    const [volume = ''] = linesOf('runner', 'VOLUME')
    expect(
      folders.filter((folder) => !path.isAbsolute(folder) || !folder.startsWith(`${volume}/`)),
    ).toEqual([])
    expect(linesOf('runner', 'RUN')).toEqual([`mkdir ${volume} && chown node:node ${volume}`])
  })

  test('asks the process alone whether it lives', () => {
    const [check = ''] = linesOf('runner', 'HEALTHCHECK')
    expect(check).toContain('/api/health/live')
    expect(existsSync(path.join(projectRoot, 'src/app/(payload)/api/health/live/route.ts'))).toBe(
      true,
    )
  })

  test('migrates with the sources, and can seed and make an administrator', () => {
    expect(linesOf('migrate', 'CMD')).toEqual(['["npm", "run", "db:migrate"]'])
    expect(Object.keys(scripts())).toEqual(
      expect.arrayContaining(['db:migrate', 'seed', 'admin:create', 'build']),
    )
  })

  test('holds no secret', () => {
    expect(dockerfileText).not.toMatch(/(SECRET|PASSWORD|TOKEN|DATABASE_URL)\s*=/)
    expect(dockerfileText).not.toMatch(/^ARG/m)
  })
})

describe('.dockerignore', () => {
  const ignored = read('.dockerignore').split('\n')

  test.each(['.env', '.git', '.data', '.next', '.tmp', 'node_modules'])(
    'keeps %s out of the image',
    (name) => {
      expect(ignored).toContain(name)
    },
  )

  test('leaves in what the build and the migrations need', () => {
    const needed = [
      'src',
      'scripts',
      'public',
      'payload.config.ts',
      'next.config.mjs',
      'tsconfig.json',
      '.npmrc',
    ]
    expect(
      needed.filter((name) => ignored.includes(name) || !existsSync(path.join(projectRoot, name))),
    ).toEqual([])
  })
})
