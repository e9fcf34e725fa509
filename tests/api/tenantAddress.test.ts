import { describe, expect, test } from 'vitest'

import {
  actor,
  as,
  asAdmin,
  asAdminIn,
  asAgency,
  asNobody,
  asVisitor,
  http,
  withToken,
} from '../support/httpActors'
import { learned } from '../support/httpRequest'
import { PLATFORM } from '../support/httpSeed'

/** Reads only: the spaces of the whole run will do. */
const a = () => http().a
const b = () => http().b

const xTenant = (slug: string) => ({ 'x-tenant': slug })
const PAGES = '/api/pages?limit=100&depth=0'
const refused = (code: string, status: number) => ({
  status,
  body: expect.stringContaining(`"${code}"`),
})

describe('which space is meant', () => {
  test('the host says it', async () => {
    const { body } = await asVisitor(a())(PAGES)
    expect(body).toContain('of alpha')
    expect(body).not.toContain('of beta')
  })

  test('at the platform, X-Tenant says it, in any case of letters', async () => {
    for (const slug of ['alpha', 'ALPHA', ' alpha ']) {
      const { body } = await asNobody()({ path: PAGES, headers: xTenant(slug) })
      expect(body).toContain('of alpha')
      expect(body).not.toContain('of beta')
    }
  })

  test('nothing says it: there is nothing to see', async () => {
    expect(learned(await asNobody()(PAGES))).toMatchObject(refused('FORBIDDEN', 403))
  })

  test('a host in capitals, with a dot at its end, is the same host', async () => {
    for (const host of ['ALPHA.localhost', 'alpha.localhost.'])
      expect((await actor(host)(PAGES)).body).toContain('of alpha')
  })

  test.each([
    'nobody.localhost',
    'alpha.beta.localhost',
    'alpha.example.test',
    '-.localhost',
    '127.0.0.1',
    '[::1]',
    'alpha.localhost.evil.test',
  ])('the host %s is nobody’s', async (host) => {
    expect(learned(await actor(host)(PAGES))).toMatchObject(refused('NOT_FOUND', 404))
  })
})

describe('contradictions are refused', () => {
  test('the host of one space with the header of another', async () => {
    expect(
      learned(await as('owner', a())({ path: PAGES, headers: xTenant('beta') })),
    ).toMatchObject(refused('TENANT_MISMATCH', 403))
    expect(learned(await asVisitor(a())({ path: PAGES, headers: xTenant('beta') }))).toMatchObject(
      refused('TENANT_MISMATCH', 403),
    )
  })

  test('a header that names nobody, as one that names another space does, at the host of a space', async () => {
    const unknown = await asVisitor(a())({ path: PAGES, headers: xTenant('nobody') })
    expect(learned(unknown)).toEqual(
      learned(await asVisitor(a())({ path: PAGES, headers: xTenant('beta') })),
    )
  })

  test('a header that names nobody, at the platform', async () => {
    expect(learned(await asNobody()({ path: PAGES, headers: xTenant('nobody') }))).toMatchObject(
      refused('NOT_FOUND', 404),
    )
  })

  test('a header that names a space in which the person is nothing', async () => {
    const answer = await asAgency()({ path: PAGES, headers: xTenant('closed') })
    expect(learned(answer)).toMatchObject(refused('TENANT_MISMATCH', 403))
  })

  test('a header with two spaces', async () => {
    const answer = await asAgency()({ path: PAGES, headers: xTenant('alpha, beta') })
    expect(answer.status).toBe(404)
  })
})

describe('people at the address of another space', () => {
  test('are visitors there, whatever they are at home', async () => {
    const stranger = withToken(a().people.owner.token, b().host)
    expect(learned(await stranger(PAGES))).toEqual(learned(await asVisitor(b())(PAGES)))
    expect(learned(await stranger('/api/form-submissions'))).toEqual(
      learned(await asVisitor(b())('/api/form-submissions')),
    )
  })

  test('are nobody at the platform', async () => {
    const owner = withToken(a().people.owner.token, PLATFORM)
    expect(learned(await owner(PAGES))).toEqual(learned(await asNobody()(PAGES)))
    expect((await owner({ path: PAGES, headers: xTenant('alpha') })).body).not.toContain('Draft of')
  })

  test('an agency sees with a header what it sees at the address', async () => {
    const { body } = await asAgency()({ path: PAGES, headers: xTenant('alpha') })
    expect(body).toContain('of alpha')
    expect(body).not.toContain('of beta')
  })

  test('platform staff see everything without a header, and one space with it', async () => {
    // By name: tests that run meanwhile add pages.
    const named = (title: string) => asAdmin()(`${PAGES}&where[title][like]=${title}`)
    expect((await named('of+alpha')).body).toContain('of alpha')
    expect((await named('of+beta')).body).toContain('of beta')
    expect((await asAdminIn(a())(PAGES)).body).not.toContain('of beta')
  })
})

describe('a suspended space', () => {
  test('shows its people nothing', async () => {
    const owner = as('owner', http().closed)
    expect((await owner(PAGES)).status).toBe(403)
    expect((await owner({ path: '/api/pages', json: { title: 'New', slug: 'new' } })).status).toBe(
      403,
    )
    expect((await owner('/api/form-submissions')).status).toBe(403)
  })

  test.each(['owner', 'member'] as const)(
    'answers its %s for a file as for all else',
    async (role) => {
      const person = as(role, http().closed)
      const answer = await person(PAGES)
      expect(answer.status).toBe(403)
      for (const path of ['/api/media', '/api/forms', '/api/media/file/picture.png'])
        expect(learned(await person(path))).toEqual(learned(answer))
    },
  )

  test('shows strangers nothing, over the API as on its site', async () => {
    expect((await asVisitor(http().closed)(PAGES)).body).not.toContain('of closed')
    expect((await asVisitor(http().closed)('/api/site-settings')).body).not.toContain('of closed')
    expect((await asNobody()({ path: PAGES, headers: xTenant('closed') })).body).not.toContain(
      'of closed',
    )
    expect((await asVisitor(http().closed)('/api/media/file/picture.png')).status).toBe(403)
  })

  test('takes no submissions', async () => {
    const path = `/api/forms/${http().closed.docs.forms}/submit`
    const answer = await asVisitor(http().closed)({
      path,
      json: { values: { name: 'A', email: 'a@example.test' } },
    })
    expect(learned(answer)).toMatchObject(refused('TENANT_SUSPENDED', 403))
  })
})

describe('files', () => {
  const FILE = '/api/media/file/picture.png'

  test('two spaces have a file of one name, and each serves its own', async () => {
    expect((await asVisitor(a())(FILE)).status).toBe(200)
    expect((await asVisitor(b())(FILE)).status).toBe(200)
    expect(a().docs.media).not.toBe(b().docs.media)
  })

  test('at the platform there is none', async () => {
    expect((await asNobody()(FILE)).status).not.toBe(200)
  })

  test('the folder of another space cannot be named', async () => {
    const own = (await asVisitor(a())(FILE)).body
    for (const path of [
      `${FILE}?prefix=${b().id}`,
      `/api/media/file/..%2F${b().id}%2Fpicture.png`,
      `/api/media/file/${b().id}%2Fpicture.png`,
    ]) {
      const answer = await asVisitor(a())(path)
      expect([own, answer.status === 200 ? answer.body : own]).toEqual([own, own])
    }
  })

  test.each(['..%2F..%2F..%2Fetc%2Fpasswd', '%2e%2e/%2e%2e/etc/passwd', 'picture.png%00.svg'])(
    '%s leads nowhere',
    async (name) => {
      const answer = await asVisitor(a())(`/api/media/file/${name}`)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
    },
  )
})
