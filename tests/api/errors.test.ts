import { describe, expect, test } from 'vitest'

import {
  as,
  asAdmin,
  asAgency,
  asNobody,
  asVisitor,
  http,
  type HttpActor,
} from '../support/httpActors'
import { read, type Answer, type Call } from '../support/httpRequest'
import { uniqueName } from '../support/uniqueName'

const a = () => http().a
const NOBODYS = '01890000-0000-7000-8000-000000000000'

/** Words that only somebody inside should read. */
const INSIDE =
  /select "|insert into|update "|params:|DETAIL|violates|_fk\b|_idx\b|relation "|node_modules|\/chunks\/|at async|Failed query|syntax error at|drizzle|atrium_|ECONN/

type Request = Omit<Call, 'host'>
const json = (path: string, body: unknown, method = 'POST'): Request => ({
  path,
  method,
  json: body,
})
const raw = (path: string, body: string, type = 'application/json', method = 'POST'): Request => ({
  path,
  method,
  body,
  headers: { 'content-type': type },
})

const MALFORMED: Request[] = [
  { path: '/api/nothing' },
  { path: '/api/nothing/at/all' },
  { path: '/api/pages/no-uuid' },
  { path: `/api/pages/${NOBODYS}` },
  { path: '/api/pages/%00' },
  { path: '/api/pages/%27%20or%201=1--' },
  { path: '/api/pages/versions/no-uuid' },
  { path: '/api/pages?where[title][equals]=%00' },
  { path: '/api/pages?where[title][like]=%25%5C' },
  { path: '/api/pages?where[title][nonsense]=x' },
  { path: '/api/pages?where[nothing][equals]=x' },
  { path: '/api/pages?where[id][equals]=x' },
  { path: '/api/pages?where[id][in]=x,y' },
  { path: '/api/pages?where[createdAt][greater_than]=no-date' },
  { path: '/api/pages?where[createdAt][equals]=%00' },
  { path: '/api/pages?where[title][near]=1,2,3' },
  { path: '/api/pages?where[title][within]=x' },
  { path: '/api/pages?where[title][intersects][type]=Polygon' },
  { path: '/api/pages?where=x' },
  { path: '/api/pages?where[and]=x' },
  { path: '/api/pages?where[or][0]=x' },
  { path: '/api/pages?where[title][in][a][b]=x' },
  { path: '/api/pages?where[layout.heading][equals]=x' },
  { path: '/api/pages?where[layout.hero.heading][like]=%27' },
  { path: '/api/pages?where[meta][equals]=x' },
  { path: '/api/pages?where[tenant.nothing][equals]=x' },
  { path: '/api/pages?sort=nothing' },
  { path: '/api/pages?sort=-title%27;drop%20table%20pages' },
  { path: '/api/pages?sort[]=title&sort[]=id' },
  { path: '/api/pages?select=x' },
  { path: '/api/pages?select[nothing]=true' },
  { path: '/api/pages?populate=x' },
  { path: '/api/pages?populate[nothing][x]=true' },
  { path: '/api/pages?joins[nothing][limit]=1' },
  { path: '/api/pages?page=-1' },
  { path: '/api/pages?page=99999999999999999999' },
  { path: '/api/pages?limit=9999999999999' },
  { path: '/api/pages?depth=-1' },
  { path: '/api/pages?depth=x' },
  { path: '/api/pages?locale=xx&fallback-locale=yy' },
  { path: '/api/users?where[profile.bio][equals]=%27' },
  { path: '/api/users?where[tenants.role][equals]=god' },
  { path: '/api/users/me?depth=x' },
  { path: '/api/form-submissions?where[form.title][like]=x&sort=form.title' },
  { path: '/api/media/file/nothing.png' },
  { path: '/api/media/paste-url?src=http://169.254.169.254/' },
  { path: '/api/payload-preferences/%00' },
  { path: '/api/payload-preferences/nothing', method: 'DELETE' },
  { path: '/api/payload-kv' },
  { path: '/api/payload-migrations' },
  { path: '/api/payload-jobs/run' },
  { path: '/api/globals/nothing' },
  raw('/api/pages', '{'),
  raw('/api/pages', ''),
  raw('/api/pages', 'null'),
  raw('/api/pages', '[]'),
  raw('/api/pages', '"text"'),
  raw('/api/pages', '{"title":"x"}', 'text/plain'),
  raw('/api/pages', 'title=x', 'application/x-www-form-urlencoded'),
  raw('/api/pages', '--x', 'multipart/form-data; boundary=x'),
  raw('/api/pages', 'x', 'multipart/form-data'),
  raw('/api/pages', '<a/>', 'application/xml'),
  raw('/api/media', '{}'),
  raw(
    '/api/media',
    '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--x--\r\n',
    'multipart/form-data; boundary=x',
  ),
  raw('/api/users/login', '{'),
  raw('/api/users/login', '{"email":"\\u0000","password":"x"}'),
  raw('/api/users/reset-password', '{"token":"\\u0000","password":"long-enough-password"}'),
  raw('/api/users/reset-password', '{}'),
  raw('/api/users/forgot-password', '{}'),
  raw('/api/users/unlock', '{}'),
  raw('/api/users/invite', '{'),
  raw('/api/graphql', '{'),
  raw('/api/graphql', '{}'),
  raw('/api/graphql', '{"query":"{"}'),
  raw('/api/graphql', '{"query":"{ nothing }"}'),
  raw('/api/graphql', '{"query":"{ Page(id: \\"x\\") { id } }"}'),
  raw(
    '/api/graphql',
    '{"query":"{ Pages(where: { title: { equals: \\"\\u0000\\" } }) { docs { id } } }"}',
  ),
  json('/api/pages', { title: '\u0000' }),
  json('/api/pages', { title: { $gt: '' }, slug: [], layout: 'x' }),
  json('/api/pages', { title: 'x', layout: [{ blockType: 'nothing' }] }),
  json('/api/pages', { title: 'x', layout: [{}] }),
  json('/api/pages', { title: 'x', layout: [null] }),
  json('/api/pages', { title: 'x', parent: {} }),
  json('/api/pages', { title: 'x', parent: 'no-uuid' }),
  json('/api/pages', { title: 'x', publishedAt: 'no-date' }),
  json('/api/pages', { title: 'x', _status: 'god' }),
  json('/api/pages', { title: 'x', id: 'no-uuid' }),
  json('/api/pages', { title: 'x'.repeat(100_000) }),
  json('/api/pages', { title: 'x', createdAt: 'x', updatedAt: 'x' }),
  json('/api/pages', { title: 'x', slug: 'about', _status: 'published' }),
  json('/api/users', { email: 'x' }),
  json('/api/users', { email: 'a@example.test', password: 'long-enough-password', tenants: 'x' }),
  json('/api/users', {
    email: 'a@example.test',
    password: 'long-enough-password',
    tenants: [{ role: 'god' }],
  }),
  json('/api/users', { email: 'a@example.test', password: 5 }),
  json('/api/forms', { title: 'x', fields: [{ blockType: 'text' }] }),
  json('/api/site-settings', { siteName: 'x', theme: { primary: 'red' } }),
  json(`/api/forms/${NOBODYS}/submit`, { values: {} }),
  json('/api/forms/no-uuid/submit', { values: {} }),
  json('/api/payload-preferences/x', { value: '\u0000' }),
  json('/api/payload-locked-documents', { document: 'x' }),
  json(`/api/pages/${NOBODYS}`, { title: 'x' }, 'PATCH'),
  json('/api/pages/no-uuid', { title: 'x' }, 'PATCH'),
  json('/api/pages', { title: 'x' }, 'PATCH'),
  json('/api/pages?where[id][equals]=x', { title: 'x' }, 'PATCH'),
  { path: '/api/pages', method: 'DELETE' },
  { path: '/api/pages/no-uuid', method: 'DELETE' },
  { path: '/api/pages?where[nothing][equals]=x', method: 'DELETE' },
  { path: '/api/pages', method: 'PUT' },
  { path: '/api/health', method: 'DELETE' },
]

const describeRequest = ({ path, method = 'GET', body, json: sent }: Request): string =>
  `${method} ${path} ${JSON.stringify(sent ?? body ?? '').slice(0, 60)}`

/** What is not a success says so in the one shape that every error has. */
function faultsOf(answer: Answer): string[] {
  const inside = INSIDE.exec(answer.body)?.[0]
  const code =
    answer.status < 400 || (answer.status === 404 && answer.body === '') ? 'none' : shapeOf(answer)
  return [
    ...(answer.status >= 500 ? [`${answer.status}: ${answer.body.slice(0, 200)}`] : []),
    ...(inside ? [`says “${inside}”: ${answer.body.slice(0, 300)}`] : []),
    ...(code === undefined
      ? [`${answer.status} without a code: ${answer.body.slice(0, 200)}`]
      : []),
  ]
}

function shapeOf(answer: Answer): unknown {
  try {
    return (
      read(answer, 'errors', 0, 'code') ??
      read(answer, 'errors', 0, 'extensions', 'code') ??
      read(answer, 'errors', 0, 'locations')
    )
  } catch {
    return undefined
  }
}

const ACTORS: [string, () => HttpActor][] = [
  ['an owner', () => as('owner', a())],
  ['a visitor', () => asVisitor(a())],
  ['nobody', () => asNobody()],
]

describe.each(ACTORS)('what %s gets wrong', (_who, actor) => {
  test.each(MALFORMED.map((request) => [describeRequest(request), request] as const))(
    '%s',
    async (_name, request) => {
      expect(faultsOf(await actor()(request))).toEqual([])
    },
  )
})

const LINK = 'layout.0.actions.0.link'
const heroTo = (link: null) => [{ blockType: 'hero', heading: 'x', actions: [{ link }] }]

describe('errors have a code', () => {
  const codes: [string, () => Promise<Answer>, number, string][] = [
    ['bad JSON', () => as('owner', a())(raw('/api/pages', '{')), 400, 'BAD_REQUEST'],
    ['an unknown route', () => asVisitor(a())('/api/nothing'), 404, 'NOT_FOUND'],
    ['an unknown document', () => asVisitor(a())(`/api/pages/${NOBODYS}`), 404, 'NOT_FOUND'],
    ['an id that is none', () => asVisitor(a())('/api/pages/x'), 404, 'NOT_FOUND'],
    [
      'an unknown field',
      () => asVisitor(a())('/api/pages?where[nothing][equals]=x'),
      400,
      'QUERY_REJECTED',
    ],
    ['a missing field', () => as('owner', a())(json('/api/forms', {})), 400, 'VALIDATION_FAILED'],
    ['no right', () => as('viewer', a())(json('/api/forms', { title: 'x' })), 403, 'FORBIDDEN'],
    [
      'a space in use',
      () => asAdmin()({ path: `/api/tenants/${http().closed.id}`, method: 'DELETE' }),
      409,
      'IN_USE',
    ],
    [
      'an agency that does not say where',
      () => asAgency()(json('/api/pages', { title: 'x', slug: 'x' })),
      403,
      'FORBIDDEN',
    ],
  ]

  test.each(codes)('%s', async (_name, call, status, code) => {
    const answer = await call()
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([status, code])
    expect(typeof read(answer, 'errors', 0, 'message')).toBe('string')
  })

  test.each([
    ['null', { meta: null }, ['meta']],
    ['a list', { meta: [] }, ['meta']],
    ['text, and null further down', { meta: 'x', layout: heroTo(null) }, ['meta', LINK]],
  ])('%s for a group of fields is named', async (_name, more, paths) => {
    const page = { title: 'x', slug: uniqueName('x'), ...more }
    const answers = [
      await as('owner', a())(json('/api/pages', page)),
      await as(
        'owner',
        a(),
      )({
        path: `/api/pages/${a().pages.about}?draft=true`,
        method: 'PATCH',
        json: more,
      }),
    ]
    for (const answer of answers) {
      expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([400, 'VALIDATION_FAILED'])
      const named = paths.map((field) => expect.objectContaining({ field }))
      expect(read(answer, 'errors', 0, 'fields')).toEqual(expect.arrayContaining(named))
    }
  })

  test('nor is it a failure over GraphQL', async () => {
    const query = `mutation { updatePage(id: "${a().pages.about}", draft: true, data: { meta: null }) { id } }`
    const answer = await as('owner', a())({ path: '/api/graphql', json: { query } })
    expect(read(answer, 'errors', 0, 'extensions', 'code')).toBe('VALIDATION_FAILED')
  })

  test('a clash is said at the field, in words for people', async () => {
    const answer = await as(
      'owner',
      a(),
    )(json('/api/pages', { title: 'x', slug: 'about', _status: 'published' }))
    expect(read(answer, 'errors', 0, 'fields', 0)).toEqual({
      field: 'slug',
      message: 'This address is already used by another page of this space.',
    })
  })

  test('a space in use says what is in the way', async () => {
    const answer = await asAdmin()({ path: `/api/tenants/${http().closed.id}`, method: 'DELETE' })
    expect(read(answer, 'errors', 0, 'details', 'blocking')).toContainEqual({
      collection: 'forms',
      count: 2,
    })
  })
})
