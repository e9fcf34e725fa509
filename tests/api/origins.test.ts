import { describe, expect, test } from 'vitest'

import { actor, as, asAdmin, asNobody, asVisitor, http } from '../support/httpActors'
import { png, upload } from '../support/httpContent'
import { expectStatus, read, readText } from '../support/httpRequest'
import { PLATFORM } from '../support/httpSeed'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

const space = useSpaces('a', 'b')

const originOf = (host: string) => `http://${host}:${http().port}`
const allowed = async (host: string, origin: string) =>
  (await actor(host)({ path: '/api/pages?limit=1', headers: { origin } })).headers[
    'access-control-allow-origin'
  ]

describe('whose pages may call', () => {
  test('a space’s own', async () => {
    expect(await allowed(space.a.host, originOf(space.a.host))).toBe(originOf(space.a.host))
  })

  test('a space’s, at the platform', async () => {
    expect(await allowed(PLATFORM, originOf(space.a.host))).toBe(originOf(space.a.host))
  })

  test.each([
    ['a sibling space’s', () => originOf(space.b.host)],
    ['a stranger’s', () => 'https://evil.test'],
    ['nobody’s', () => originOf('nobody.localhost')],
    ['one that only begins alike', () => `http://${space.a.host}.evil.test`],
    ['one that only ends alike', () => `http://evil-${space.a.host}`],
    ['a file’s', () => 'null'],
    ['garbage', () => 'http://'],
  ])('not %s', async (_whose, origin) => {
    expect(await allowed(space.a.host, origin())).toBeUndefined()
  })

  test('no answer lets every origin in, or says that cookies may be sent from elsewhere', async () => {
    const { headers } = await asVisitor(space.a)({
      path: '/api/pages',
      headers: { origin: originOf(space.a.host) },
    })
    expect(headers['access-control-allow-origin']).not.toBe('*')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    expect(headers.vary).toContain('Origin')
  })

  test('a preflight says the same', async () => {
    const preflight = (origin: string) =>
      asVisitor(space.a)({
        path: '/api/pages',
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      })
    const [own, evil] = [
      await preflight(originOf(space.a.host)),
      await preflight('https://evil.test'),
    ]
    expect(own.headers['access-control-allow-methods']).toContain('POST')
    expect(own.headers['access-control-allow-headers']).toContain('X-Tenant')
    expect(evil.headers['access-control-allow-origin']).toBeUndefined()
    expect(evil.headers['access-control-allow-methods']).toBeUndefined()
  })
})

describe('a cookie that another site sends', () => {
  const create = (headers: Record<string, string>, host = space.a.host) =>
    actor(host)({
      path: '/api/pages',
      json: { title: 'Sent', slug: uniqueName('sent'), _status: 'draft' },
      headers: { cookie: `atrium-token=${space.a.people.owner.token}`, ...headers },
    })

  test('counts from the very same origin', async () => {
    expect((await create({ origin: originOf(space.a.host) })).status).toBe(201)
    expect((await create({ 'sec-fetch-site': 'same-origin' })).status).toBe(201)
  })

  test.each([
    ['a stranger', () => ({ origin: 'https://evil.test' })],
    ['a sibling space', () => ({ origin: originOf(space.b.host), 'sec-fetch-site': 'same-site' })],
    ['a sandboxed frame', () => ({ origin: 'null' })],
    ['the platform', () => ({ origin: originOf(PLATFORM) })],
    ['a form without an origin', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['a sibling without an origin', () => ({ 'sec-fetch-site': 'same-site' })],
  ])('does not count from %s', async (_who, headers) => {
    expect((await create(headers())).status).toBe(403)
  })

  test('does not count for GraphQL either', async () => {
    const answer = await actor(space.a.host)({
      path: '/api/graphql',
      json: { query: 'mutation { createPage(data: { title: "x", slug: "x" }) { id } }' },
      headers: {
        cookie: `atrium-token=${space.a.people.owner.token}`,
        origin: originOf(space.b.host),
      },
    })
    expect(read(answer, 'data', 'createPage')).toBeNull()
  })

  test('a sign-in that another site sends sets no cookie there', async () => {
    const answer = await asVisitor(space.a)({
      path: '/api/users/login',
      json: { email: space.a.people.viewer.email, password: 'wrong' },
      headers: { origin: 'https://evil.test' },
    })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('answers of the API', () => {
  test.each([
    ['a list', () => asVisitor(space.a)('/api/pages')],
    ['an error', () => asVisitor(space.a)('/api/nothing')],
    ['the health', () => asNobody()('/api/health')],
    ['a sign-in', () => asVisitor(space.a)({ path: '/api/users/login', json: {} })],
    ['staff’s', () => asAdmin()('/api/tenants')],
  ])('%s: nobody keeps them, and nobody guesses their kind', async (_what, call) => {
    const { headers } = await call()
    expect(headers['cache-control']).toMatch(/no-store/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  test('the admin cannot be framed by strangers', async () => {
    const { headers } = await asVisitor(space.a)('/admin/login')
    const policy = `${String(headers['content-security-policy'])} ${String(headers['x-frame-options'])}`
    expect(policy).toMatch(/frame-ancestors|SAMEORIGIN|DENY/)
  })
})

describe('uploads cannot run', () => {
  const drawing = (inside: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">${inside}</svg>`)
  const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
  const send = (data: Buffer, name: string, type: string) =>
    as('owner', space.a)({ path: '/api/media', body: upload({ data, name, type }) })

  test('an SVG is a picture and nothing else, wherever it is opened', async () => {
    const answer = await send(
      drawing('<rect width="8" height="8"/>'),
      `${uniqueName('drawing')}.svg`,
      'image/svg+xml',
    )
    const file = await asVisitor(space.a)(
      new URL(readText(expectStatus(answer, 201), 'doc', 'url'), 'http://any').pathname,
    )
    expect(file.headers['content-type']).toBe('image/svg+xml')
    expect(file.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
    expect(file.headers['content-security-policy']).not.toContain('script-src')
    expect(file.headers['x-content-type-options']).toBe('nosniff')
  })

  test.each([
    ['an HTML page', HTML, 'page.html', 'text/html'],
    ['an HTML page that says it is a picture', HTML, 'page.png', 'image/png'],
    ['an HTML page with the name of one', HTML, 'page.html', 'image/png'],
    ['an HTML page that says it is a drawing', HTML, 'page.svg', 'image/svg+xml'],
    ['a drawing with a script', drawing('<script>alert(1)</script>'), 'evil.svg', 'image/svg+xml'],
    [
      'a drawing that acts when it is loaded',
      drawing('<g onload="alert(1)"/>'),
      'evil.svg',
      'image/svg+xml',
    ],
    ['XHTML', HTML, 'page.xhtml', 'application/xhtml+xml'],
    ['a script', Buffer.from('alert(1)'), 'script.js', 'text/javascript'],
    ['a script that says it is a film', Buffer.from('alert(1)'), 'script.mp4', 'video/mp4'],
    ['a program', Buffer.from('MZ\u0000\u0000'), 'program.exe', 'application/x-msdownload'],
    ['nothing', Buffer.alloc(0), 'nothing.png', 'image/png'],
  ])('%s is refused', async (_what, data, name, type) => {
    const answer = await send(data, name, type)
    expect([400, 415]).toContain(answer.status)
    expect(typeof read(answer, 'errors', 0, 'code')).toBe('string')
    expect((await asVisitor(space.a)(`/api/media/file/${name}`)).status).not.toBe(200)
  })

  test('a picture keeps no other name than a plain one', async () => {
    const answer = await send(await png(), '../../../evil "name".png', 'image/png')
    expect(answer.status).toBeLessThan(500)
    expect(answer.body).not.toContain('../')
  })

  test('a picture with the ending of a page is served as the picture that it is', async () => {
    const answer = await send(await png(), `${uniqueName('picture')}.html`, 'image/png')
    const name = answer.status === 201 ? readText(answer, 'doc', 'filename') : 'none'
    const file = await asVisitor(space.a)(`/api/media/file/${name}`)
    expect(String(file.headers['content-type'])).not.toContain('html')
  })

  test('an address to fetch from is refused', async () => {
    for (const path of [
      '/api/media/paste-url?src=http://127.0.0.1/',
      `/api/media/paste-url/${space.a.docs.media}?src=http://169.254.169.254/`,
    ]) {
      const answer = await as('owner', space.a)(path)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
    }
    // That nothing is asked for, is shown by tests/db/fetching.test.ts, where Payload's own guard is off.
    const json = { alt: 'x', url: 'http://elsewhere.example.test/x.png', filename: 'x.png' }
    const answer = await as('owner', space.a)({ path: '/api/media', json })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([400, 'VALIDATION_FAILED'])
  })
})
