import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { readEnv, variables } from '@/env'

import { projectRoot } from '../../../scripts/support/projectPaths'
import { composeFile, composeText, interpolate, readEnvFile, serviceOf } from './readCompose'

const services = Object.entries(composeFile.services)
const longRunning = services.filter(([, { restart }]) => restart !== 'no')
const oneShot = services.filter(([, { restart }]) => restart === 'no')

/** `.env` as the command in .env.example makes it: `openssl rand -hex 20` on every empty line. */
const filledIn = Object.fromEntries(
  Object.entries(readEnvFile('.env.example')).map(([name, value]) => [
    name,
    value || 'c'.repeat(40),
  ]),
)

const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(serviceOf(name).environment).map(([key, value]) => [
      key,
      interpolate(value, filledIn),
    ]),
  )

describe('docker-compose.yml', () => {
  test('has PostgreSQL 16 with pgvector, Redis, MinIO and the app', () => {
    expect(serviceOf('postgres').image).toBe('pgvector/pgvector:pg16')
    expect(serviceOf('redis').image).toMatch(/^redis:\d/)
    expect(serviceOf('minio').image).toMatch(/^minio\/minio:RELEASE/)
    expect(serviceOf('app').build).toEqual({ context: '.', target: 'runner' })
    expect(serviceOf('migrate').build).toEqual({ context: '.', target: 'migrate' })
  })

  test('pins every image', () => {
    const images = services.flatMap(([, { image }]) => image ?? [])
    expect(images.filter((image) => !image.includes(':') || image.endsWith(':latest'))).toEqual([])
  })

  test.each(longRunning)('%s says whether it is healthy', (_name, { healthcheck }) => {
    expect(healthcheck?.test.length).toBeGreaterThan(1)
  })

  test('nothing starts before what it needs is healthy, or done', () => {
    for (const [, { depends_on: needs }] of services) {
      for (const [name, { condition }] of Object.entries(needs)) {
        const done = oneShot.some(([other]) => other === name)
        expect({ name, condition }).toEqual({
          name,
          condition: done ? 'service_completed_successfully' : 'service_healthy',
        })
      }
    }
  })

  test('the app waits for the database, its migrations and the bucket', () => {
    expect(Object.keys(serviceOf('app').depends_on).sort()).toEqual([
      'bucket',
      'migrate',
      'postgres',
    ])
    expect(serviceOf('migrate').command?.join(' ')).toContain('npm run db:migrate && npm run seed')
  })

  test.each(['app', 'migrate'])('%s gets an environment that is complete and right', (name) => {
    const environment = environmentOf(name)
    expect(() => readEnv(environment)).not.toThrow()
    expect(readEnv(environment).S3_BUCKET).toBe('atrium-media')
  })

  test('every setting can be made in .env', () => {
    // Made by the image, or not for an installation that others reach.
    const elsewhere = ['NODE_ENV', 'DATABASE_OWNER_URL', 'MEDIA_DIR', 'OUTBOX_DIR', 'ATRIUM_DEMO']
    const passed = Object.keys(serviceOf('app').environment)
    expect(
      Object.keys(variables)
        .filter((name) => !passed.includes(name))
        .sort(),
    ).toEqual(elsewhere.sort())
    expect(passed.filter((name) => !(name in variables))).toEqual([])
  })

  test('only the migrations connect as the owner of the schema', () => {
    const owners = services.filter(([, { environment }]) =>
      Object.values(environment).some((value) => value.includes('atrium_owner')),
    )
    expect(owners.map(([name]) => name)).toEqual(['migrate'])
    expect(environmentOf('app').DATABASE_URL).toMatch(/^postgres:\/\/atrium_app:/)
  })

  test('holds no credential itself', () => {
    const secrets = services.flatMap(([, { environment }]) =>
      Object.entries(environment).filter(([name]) =>
        /PASSWORD|SECRET|AUTH|ACCESS_KEY|_URL$|USER$/.test(name),
      ),
    )
    // Named accounts and addresses are no secrets.
    const harmless = [
      'postgres',
      '${NEXT_PUBLIC_SERVER_URL:-http://localhost:3000}',
      '${DATABASE_LISTEN_URL:-}',
      '${SMTP_URL:-}',
      '${EMBEDDINGS_URL:-}',
      '${DATABASE_LISTEN_URL:-}',
    ]
    const literal = secrets.filter(
      ([, value]) => !/\$\{\w+:\?/.test(value) && !harmless.includes(value),
    )
    expect(literal).toEqual([])
    expect(composeText).not.toMatch(/:\/\/\w+:[^$@]+@/)
  })

  test('refuses to start without a .env, and .env.example names what it must have', () => {
    const required = [...composeText.matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name)
    const example = readEnvFile('.env.example')
    expect([...new Set(required)].filter((name) => !(name in example))).toEqual([])
    expect(() => interpolate(composeText, {})).toThrow('is missing')
  })

  test('.env.example holds no password', () => {
    const secrets = Object.entries(readEnvFile('.env.example')).filter(([name]) =>
      /PASSWORD|SECRET/.test(name),
    )
    expect(secrets.length).toBeGreaterThan(5)
    expect(secrets.filter(([, value]) => value !== '')).toEqual([])
  })

  test('only the app is reachable from outside', () => {
    expect(services.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual([
      'app',
    ])
  })

  test('the app runs without privileges, and writes to its volume only', () => {
    const app = serviceOf('app')
    expect(app).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    expect(app.volumes).toEqual(['app:/data'])
  })

  test('what must survive is on a volume', () => {
    const mounted = services.flatMap(([, { volumes }]) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    )
    const named = mounted.filter((source) => !source.startsWith('.'))
    expect(named.sort()).toEqual(Object.keys(composeFile.volumes).sort())
    for (const source of mounted.filter((one) => one.startsWith('.'))) {
      expect(existsSync(path.join(projectRoot, source))).toBe(true)
    }
  })

  test('the roles are made by the file that everybody else uses', () => {
    const script = readFileSync(path.join(projectRoot, 'docker/postgres/10-roles.sh'), 'utf8')
    const roles = readFileSync(path.join(projectRoot, 'src/db/sql/bootstrap/roles.sql'), 'utf8')
    const wanted = [...roles.matchAll(/^(?!--).*?:['"](\w+)['"]/gm)].map(([, name = '']) => name)
    for (const name of new Set(wanted)) expect(script).toContain(`-v ${name}=`)
    expect(serviceOf('postgres').volumes).toContain(
      './src/db/sql/bootstrap/roles.sql:/atrium/roles.sql:ro',
    )
    const executable = 0o111
    expect(statSync(path.join(projectRoot, 'docker/postgres/10-roles.sh')).mode & executable).toBe(
      executable,
    )
  })
})
