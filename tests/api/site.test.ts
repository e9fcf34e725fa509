import { beforeAll, describe, expect, test } from 'vitest'

import { actor, as, asAdmin, asNobody, asVisitor, http } from '../support/httpActors'
import { enterServerEnvironment } from '../support/httpPayload'
import { expectStatus, type Answer } from '../support/httpRequest'
import type { Space } from '../support/httpSeed'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

const space = useSpaces('a', 'b')

const visit = (where: Pick<Space, 'host'>, path: string): Promise<Answer> => asVisitor(where)(path)
const cacheOf = ({ headers }: Answer): unknown => headers['x-nextjs-cache']
const save = (id: string, json: unknown, query = '') =>
  as('owner', space.a)({ path: `/api/pages/${id}${query}`, method: 'PATCH', json })

/** Visits until the page comes from the cache. */
const warm = (where: Pick<Space, 'host'>, path: string) =>
  expect.poll(async () => cacheOf(await visit(where, path)), { timeout: 10_000 }).toBe('HIT')

describe('a page', () => {
  let home: Answer

  beforeAll(async () => {
    home = await visit(space.a, '/')
  })

  test('is there in plain HTML, with its own words', () => {
    expect(home.status).toBe(200)
    expect(home.body).toContain(`<h1`)
    expect(home.body).toContain(`Heading of ${space.a.slug}`)
    expect(home.body).toContain(`Small print of ${space.a.slug}`)
    expect(home.body).not.toContain(`of ${space.b.slug}`)
  })

  test('names itself to search engines and messengers', () => {
    const origin = `http://${space.a.host}:${http().port}`
    expect(home.body).toContain(`<link rel="canonical" href="${origin}`)
    expect(home.body).toContain(`<meta name="description" content="Words of ${space.a.slug}"/>`)
    expect(home.body).toMatch(
      new RegExp(`<meta property="og:title" content="[^"]*of ${space.a.slug}`),
    )
    expect(home.body).toContain(
      `<meta property="og:image" content="${origin}/api/media/file/picture`,
    )
    expect(home.body).toMatch(new RegExp(`<title>[^<]*Site of ${space.a.slug}`))
    expect(home.body).toContain('<html lang="en"')
  })

  test('carries the headers that keep strangers’ scripts and frames out', () => {
    const policy = String(home.headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain('frame-ancestors')
    expect(home.headers['x-content-type-options']).toBe('nosniff')
    expect(home.headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
    expect(home.headers['x-powered-by']).toBeUndefined()
    expect(home.headers['set-cookie']).toBeUndefined()
  })

  test('is found by its path and by no other', async () => {
    expect((await visit(space.a, '/about')).status).toBe(200)
    expect((await visit(space.a, '/about/about')).status).toBe(404)
    expect((await visit(space.a, '/site/about')).status).toBe(404)
    expect((await visit(space.a, `/site/${space.b.host}/about`)).body).not.toContain(
      `of ${space.b.slug}`,
    )
    expect((await visit(space.a, `/files/${space.b.host}/sitemap`)).body).not.toContain('<urlset')
    expect((await asNobody()(`/site/${space.b.host}`)).body).not.toContain(`Heading of`)
  })

  test('shows the same to whoever asks, whatever headers they send', async () => {
    const headers = {
      'x-tenant': space.b.slug,
      'x-forwarded-host': space.b.host,
      'x-middleware-rewrite': '/platform',
      'x-invoke-path': '/',
    }
    expect((await asVisitor(space.a)({ path: '/about', headers })).body).not.toContain(
      `of ${space.b.slug}`,
    )
    expect((await visit(space.a, '/about')).body).not.toContain(`of ${space.b.slug}`)
  })
})

describe('what is not there', () => {
  test('a missing page says so in the look of the space, in plain HTML', async () => {
    const answer = await visit(space.a, '/no-such-page')
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('There is no page here')
    expect(answer.body).toContain(`About of ${space.a.slug}`)
  })

  test.each(['/draft', '/later', '/written'])('%s is not for visitors yet', async (path) => {
    const answer = await visit(space.a, path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toMatch(/Draft of|Later of|Written of/)
  })

  test('a suspended space says that it takes a break, and nothing of its content', async () => {
    const answer = await visit(http().closed, '/')
    expect(answer.status).toBe(503)
    expect(answer.body).toContain('taking a break')
    expect(answer.body).not.toContain('Heading of closed')
    expect((await visit(http().closed, '/about')).status).toBe(503)
    expect((await visit(http().closed, '/sitemap.xml')).status).toBe(404)
    expect((await visit(http().closed, '/robots.txt')).body).toContain('Disallow: /')
  })

  test('a host that is nobody’s says so plainly', async () => {
    const answer = await actor('nobody.localhost')('/')
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('There is nothing at this address')
    expect((await actor('nobody.example.test')('/about')).status).toBe(404)
    expect((await actor('nobody.localhost')('/robots.txt')).status).toBe(404)
  })
})

describe('what programs ask for', () => {
  test('the sitemap has the published pages, at the canonical host', async () => {
    const { status, body, headers } = await visit(space.a, '/sitemap.xml')
    expect([status, headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8'])
    expect(body).toContain(`<loc>http://${space.a.host}:${http().port}/about</loc>`)
    expect(body).not.toMatch(/draft|later|written/)
  })

  test('robots are told where it is', async () => {
    const { body } = await visit(space.a, '/robots.txt')
    expect(body).toContain(`Sitemap: http://${space.a.host}:${http().port}/sitemap.xml`)
    expect(body).toContain('Disallow: /admin')
  })

  test('the icon is the space’s own', async () => {
    const { status, headers } = await visit(space.a, '/favicon.ico')
    expect(status).toBe(302)
    const icon = await visit(space.a, String(headers.location))
    expect([icon.status, icon.headers['content-type']]).toEqual([200, 'image/png'])
  })
})

describe('a domain of the space’s own', () => {
  test('serves the site, and is the canonical address from then on', async () => {
    const domain = `${uniqueName('www')}.example.test`
    const json = { domains: [{ domain }] }
    expect((await actor(domain)('/about')).status).toBe(404)
    expectStatus(
      await asAdmin()({ path: `/api/tenants/${space.b.id}`, method: 'PATCH', json }),
      200,
    )
    const answer = await actor(domain)('/about')
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(
      `<link rel="canonical" href="http://${domain}:${http().port}/about"/>`,
    )
    expect((await visit(space.b, '/about')).body).toContain(
      `href="http://${domain}:${http().port}/about"`,
    )
    const again = await asAdmin()({ path: `/api/tenants/${space.a.id}`, method: 'PATCH', json })
    expect(again.status).toBe(400)
  })
})

describe('cached pages', () => {
  test('come from the cache at the second visit', async () => {
    await warm(space.a, '/about')
  })

  test('an edit is there on the next request, and other spaces’ pages stay cached', async () => {
    await warm(space.a, '/about')
    await warm(space.b, '/about')
    const title = uniqueName('Edited')
    expectStatus(await save(space.a.pages.about, { title, _status: 'published' }), 200)
    const next = await visit(space.a, '/about')
    expect(next.body).toContain(title)
    expect(cacheOf(next)).not.toBe('HIT')
    expect(cacheOf(await visit(space.b, '/about'))).toBe('HIT')
  })

  test('an edit that fails is never there, and costs no page', async () => {
    await warm(space.a, '/about')
    const title = uniqueName('Never')
    const answer = await save(space.a.pages.about, { title, slug: 'home', _status: 'published' })
    expect(answer.status).toBe(400)
    const next = await visit(space.a, '/about')
    expect(next.body).not.toContain(title)
    expect(cacheOf(next)).toBe('HIT')
  })

  test('of several edits of which one fails, none is half there', async () => {
    const title = uniqueName('Half')
    const where = `where[id][in]=${space.a.pages.about},${space.a.pages.home}`
    await as(
      'owner',
      space.a,
    )({
      path: `/api/pages?${where}`,
      method: 'PATCH',
      json: { title, slug: 'one-slug', _status: 'published' },
    })
    const seen = [
      (await visit(space.a, '/about')).body,
      (await visit(space.a, '/one-slug')).body,
    ].filter((body) => body.includes(title))
    expect(seen.length).toBeLessThanOrEqual(1)
    expectStatus(await save(space.a.pages.about, { slug: 'about', _status: 'published' }), 200)
    expectStatus(
      await save(space.a.pages.home, { slug: 'home', title: 'Home', _status: 'published' }),
      200,
    )
    expect((await visit(space.a, '/')).status).toBe(200)
  })

  test('a saved draft changes nothing, and costs no page', async () => {
    await warm(space.a, '/about')
    expectStatus(await save(space.a.pages.about, { title: 'Still a draft' }, '?draft=true'), 200)
    const next = await visit(space.a, '/about')
    expect(next.body).not.toContain('Still a draft')
    expect(cacheOf(next)).toBe('HIT')
  })

  test('a new menu is on every page on the next request', async () => {
    await warm(space.a, '/about')
    const tagline = uniqueName('Tagline')
    const settings = {
      path: `/api/site-settings/${space.a.docs['site-settings']}`,
      method: 'PATCH',
      json: { footer: { text: tagline } },
    }
    expectStatus(await as('owner', space.a)(settings), 200)
    expect((await visit(space.a, '/about')).body).toContain(tagline)
  })

  test('a page that was missing is there once it is published, and gone once it is not', async () => {
    expect((await visit(space.a, '/draft')).status).toBe(404)
    expectStatus(await save(space.a.pages.draft, { _status: 'published' }), 200)
    expect((await visit(space.a, '/draft')).status).toBe(200)
    expectStatus(await save(space.a.pages.draft, { _status: 'draft' }), 200)
    expect((await visit(space.a, '/draft')).status).toBe(404)
  })

  test('a page whose time has come is there', async () => {
    expectStatus(
      await save(space.a.pages.scheduled, {
        publishedAt: '2020-01-01T00:00:00.000Z',
        _status: 'published',
      }),
      200,
    )
    expect((await visit(space.a, '/later')).status).toBe(200)
  })

  test('a space that is suspended is closed on the next request, and open again on the one after', async () => {
    await warm(space.b, '/about')
    const set = (status: string) =>
      asAdmin()({ path: `/api/tenants/${space.b.id}`, method: 'PATCH', json: { status } })
    expectStatus(await set('suspended'), 200)
    expect((await visit(space.b, '/about')).status).toBe(503)
    expectStatus(await set('active'), 200)
    expect((await visit(space.b, '/about')).status).toBe(200)
  })
})

describe('a preview', () => {
  const link = async (tenant: string, page: string, now = Date.now()) => {
    enterServerEnvironment()
    const { signPreview } = await import('@/tenancy/previewToken')
    return `/preview/${signPreview({ tenant, page, locale: 'en' }, now)}`
  }
  const TITLE = 'Only in the preview'

  beforeAll(async () => {
    expectStatus(await save(space.a.pages.draft, { title: TITLE }, '?draft=true'), 200)
  })

  test('shows the draft to whoever holds the link', async () => {
    const answer = await visit(space.a, await link(space.a.id, space.a.pages.draft))
    expect(answer.status).toBe(200)
    expect(answer.body).toContain(TITLE)
    expect(answer.headers['cache-control']).toMatch(/no-store|private/)
  })

  test.each([
    [
      'at another space’s address',
      async () => visit(space.b, await link(space.a.id, space.a.pages.draft)),
    ],
    [
      'at the platform’s address',
      async () => asNobody()(await link(space.a.id, space.a.pages.draft)),
    ],
    [
      'of another space’s page',
      async () => visit(space.b, await link(space.b.id, space.a.pages.draft)),
    ],
    [
      'after an hour',
      async () =>
        visit(space.a, await link(space.a.id, space.a.pages.draft, Date.now() - 3_700_000)),
    ],
    [
      'with a changed signature',
      async () =>
        visit(space.a, `${(await link(space.a.id, space.a.pages.draft)).slice(0, -4)}AAAA`),
    ],
    ['with nothing in it', async () => visit(space.a, '/preview/x.y')],
  ] as const)('is refused %s', async (_name, call) => {
    const answer = await call()
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain(TITLE)
  })
})
