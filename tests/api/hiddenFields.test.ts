import { describe, expect, test } from 'vitest'

import { as, asAgency, asVisitor, http, withToken } from '../support/httpActors'
import { plantAccount, plantSignedIn } from '../support/httpAccounts'
import { sql, useSql } from '../support/httpDatabase'
import { expectStatus, jsonOf, learned, read } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'

useSql()
const space = useSpaces('a', 'b')

/** What nobody may ask about: true or false would already tell. */
const SECRETS = [
  'salt',
  'hash',
  'resetPasswordToken',
  'resetPasswordExpiration',
  '_verificationToken',
  'apiKey',
  'apiKeyIndex',
  'loginAttempts',
  'lockUntil',
  'sessions.id',
  'password',
  'importedHash',
]

const ways: [string, (field: string, value: string) => string][] = [
  ['where', (field, value) => `/api/users?where[${field}][like]=${value}`],
  ['where … exists', (field) => `/api/users?where[${field}][exists]=true`],
  [
    'where … in a list of alternatives',
    (field, value) => `/api/users?where[or][0][${field}][like]=${value}`,
  ],
  [
    'where through a page’s author',
    (field, value) => `/api/pages?where[createdBy.${field}][like]=${value}`,
  ],
  ['count', (field, value) => `/api/users/count?where[${field}][like]=${value}`],
  ['sort', (field) => `/api/users?sort=${field}&limit=3`],
]

const cases = SECRETS.flatMap((field) =>
  ways.map(([way, path]) => [`${field} by ${way}`, field, path] as const),
)

describe('what is hidden cannot be asked for', () => {
  test.each(cases)('%s', async (_name, field, path) => {
    const owner = as('owner', space.a)
    const [yes, no] = [await owner(path(field, '%25')), await owner(path(field, 'zzzzzz'))]
    expect(learned(yes)).toEqual(learned(no))
  })

  test.each(SECRETS)('%s is in no answer, whatever is selected', async (field) => {
    const [name] = field.split('.')
    const answers = [
      await as('owner', space.a)(`/api/users?select[${name}]=true&limit=100`),
      await as('owner', space.a)(`/api/users/${space.a.people.owner.id}?select[${name}]=true`),
      await as('owner', space.a)(`/api/users/${space.a.colleague}?select[${name}]=true`),
      await as('owner', space.a)(`/api/pages?depth=2&populate[users][${name}]=true&limit=100`),
    ]
    const { rows } = {
      rows: await sql<Record<string, unknown>>(
        'select salt, hash, api_key from users where tenant_id = $1',
        [space.a.id],
      ),
    }
    const secrets = rows
      .flatMap((row) => Object.values(row))
      .filter((value) => typeof value === 'string')
    expect(secrets.length).toBeGreaterThan(0)
    for (const { body } of answers) for (const secret of secrets) expect(body).not.toContain(secret)
  })

  test.each(['hash', 'salt', 'resetPasswordToken', 'apiKeyIndex'])(
    'GraphQL has nothing to say about %s',
    async (field) => {
      const query = `{ Users(limit: 100) { docs { value: ${field} } } }`
      const answer = await as('owner', space.a)({ path: '/api/graphql', json: { query } })
      const docs = read(answer, 'data', 'Users', 'docs')
      expect(docs).toContainEqual({ value: null })
      expect(new Set([docs].flat().map((doc) => JSON.stringify(doc)))).toEqual(
        new Set(['{"value":null}']),
      )
    },
  )
})

describe('what lies behind a relation is as hidden as when asked for directly', () => {
  const through: [string, string, string][] = [
    ['the author’s e-mail', 'createdBy.email', 'owner@'],
    ['the space’s settings', 'tenant.settings.locale', 'en'],
    ['the space’s plan', 'tenant.plan', 'starter'],
    ['a page’s draft parent', 'parent.title', 'Draft'],
  ]

  test.each(through)('a visitor cannot ask about %s', async (_name, field, value) => {
    const visitor = asVisitor(space.a)
    const [yes, no] = [
      await visitor(`/api/pages?where[${field}][like]=${value}`),
      await visitor(`/api/pages?where[${field}][like]=zzzzzz`),
    ]
    expect(learned(yes)).toEqual(learned(no))
  })

  test.each(through)('a visitor cannot sort by %s', async (_name, field) => {
    const visitor = asVisitor(space.a)
    const order = async (sort: string) => (await visitor(`/api/pages?sort=${sort}&depth=0`)).body
    expect(await order(field)).toEqual(await order(`-${field}`))
  })

  test('a visitor gets no person by populating', async () => {
    const answer = expectStatus(await asVisitor(space.a)('/api/pages?depth=3&limit=100'), 200)
    expect(answer.body).not.toContain(`@of-${space.a.slug}.test`)
  })

  test('a visitor gets no draft by asking for drafts', async () => {
    for (const path of [
      '/api/pages?draft=true&limit=100',
      `/api/pages/${space.a.pages.draft}?draft=true`,
      `/api/pages/${space.a.pages.scheduled}`,
    ]) {
      const { body } = await asVisitor(space.a)(path)
      expect(body).not.toContain('Draft of')
      expect(body).not.toContain('Later of')
    }
  })

  test('a visitor does not see the newer draft of a published page', async () => {
    const json = { title: 'Not yet for everybody' }
    expectStatus(
      await as(
        'owner',
        space.a,
      )({ path: `/api/pages/${space.a.pages.about}?draft=true`, method: 'PATCH', json }),
      200,
    )
    for (const path of [
      `/api/pages/${space.a.pages.about}?draft=true`,
      '/api/pages?draft=true&limit=100',
      '/api/pages/versions',
    ]) {
      expect((await asVisitor(space.a)(path)).body).not.toContain('Not yet')
    }
  })
})

describe('an agency that works for two spaces', () => {
  test('sees both at the platform, and one at its address', async () => {
    const memberships = [space.a, space.b].map(({ id }) => ({
      tenant: id,
      role: 'editor' as const,
    }))
    const { token } = await plantSignedIn('localhost', { memberships })
    const titles = async (host: string) =>
      (await withToken(token, host)('/api/pages?limit=100&depth=0')).body
    expect(await titles('localhost')).toContain(`of ${space.a.slug}`)
    expect(await titles('localhost')).toContain(`of ${space.b.slug}`)
    expect(await titles(space.a.host)).not.toContain(`of ${space.b.slug}`)
  })
})

describe('a row of another space that somebody planted', () => {
  test('is not populated', async () => {
    const { id } = await plantAccount({ memberships: [] })
    // createdBy is the one reference without a key that holds the space: accounts can be global.
    await sql('update pages set created_by_id = $1 where id = $2', [
      space.b.colleague,
      space.a.pages.home,
    ])
    for (const depth of [1, 2, 3]) {
      const answer = await as('owner', space.a)(`/api/pages/${space.a.pages.home}?depth=${depth}`)
      expect(answer.body).not.toContain(`of-${space.b.slug}`)
      expect(answer.body).not.toContain(`of ${space.b.slug}`)
    }
    await sql('update pages set created_by_id = $1 where id = $2', [id, space.a.pages.home])
  })

  test('inside the JSON of a block is not populated either', async () => {
    const plant = `update pages_locales set layout = replace(layout::text, $1, $2)::jsonb where _parent_id = $3`
    await sql(plant, [space.a.docs.media, space.b.docs.media, space.a.pages.home])
    await sql(plant, [space.a.docs.forms, space.b.docs.forms, space.a.pages.home])
    await sql(plant, [space.a.pages.about, space.b.pages.about, space.a.pages.home])
    for (const path of [
      `/api/pages/${space.a.pages.home}?depth=3`,
      `/api/pages?depth=3&limit=100`,
    ]) {
      const answer = expectStatus(await as('owner', space.a)(path), 200)
      expect(answer.body).toContain(space.b.pages.about)
      expect(answer.body).not.toContain(`of ${space.b.slug}`)
      expect(answer.body).not.toContain(space.b.id)
    }
    const page = await asVisitor(space.a)('/')
    expect(page.body).toContain(`Heading of ${space.a.slug}`)
    expect(page.body).not.toContain(`of ${space.b.slug}`)
  })
})

test('the agency of the platform reaches neither of these spaces', async () => {
  expect(jsonOf(await asAgency()(`/api/pages?where[tenant][equals]=${space.a.id}`))).toMatchObject({
    totalDocs: 0,
  })
  expect(http().agency.id).toBeTruthy()
})
