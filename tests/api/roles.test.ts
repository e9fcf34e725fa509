import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { as } from '../support/httpActors'
import { plantAccount, plantSignedIn } from '../support/httpAccounts'
import { checksumOf, sql, useSql } from '../support/httpDatabase'
import { HTTP_PASSWORD } from '../support/httpPeople'
import { expectStatus, readText } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

let checksumOfB: string

beforeAll(async () => {
  checksumOfB = await checksumOf(space.b.id)
})

afterAll(async () => {
  expect(await checksumOf(space.b.id)).toBe(checksumOfB)
})

interface Account {
  tenant_id: string | null
  platform_role: string | null
  is_active: boolean
  roles: string[]
}

async function accountOf(where: 'id' | 'email', value: string): Promise<Account | undefined> {
  const [row] = await sql<Account & Record<string, unknown>>(
    `select u.tenant_id, u.platform_role, u.is_active,
       array(select t.tenant_id || ' ' || t.role from users_tenants t where t._parent_id = u.id) as roles
     from users u where u.${where} = $1`,
    [value],
  )
  return row
}

const patch = (path: string, json: unknown) => ({ path, method: 'PATCH', json })

describe('nobody makes themselves, or others, more than they may', () => {
  test('an owner cannot make a platform administrator', async () => {
    const { id } = await plantAccount({
      tenant: space.a.id,
      memberships: [{ tenant: space.a.id, role: 'viewer' }],
    })
    await as('owner', space.a)(patch(`/api/users/${id}`, { platformRole: 'platform-admin' }))
    expect(await accountOf('id', id)).toMatchObject({ platform_role: null })
  })

  test('a new account of an owner lives in the owner’s space and is no administrator', async () => {
    const email = `${uniqueName('new')}@example.test`
    const json = {
      email,
      password: HTTP_PASSWORD,
      platformRole: 'platform-admin',
      tenants: [{ tenant: space.a.id, role: 'editor' }],
    }
    expectStatus(await as('owner', space.a)({ path: '/api/users', json }), 201)
    expect(await accountOf('email', email)).toMatchObject({
      tenant_id: space.a.id,
      platform_role: null,
      roles: [`${space.a.id} editor`],
    })
  })

  test.each(['tenant', 'tenants'] as const)(
    'an owner cannot make an account in another space by “%s”',
    async (field) => {
      const email = `${uniqueName('new')}@example.test`
      const there = {
        tenant: { tenant: space.b.id },
        tenants: { tenants: [{ tenant: space.b.id, role: 'owner' }] },
      }[field]
      await as(
        'owner',
        space.a,
      )({ path: '/api/users', json: { email, password: HTTP_PASSWORD, ...there } })
      expect(JSON.stringify(await accountOf('email', email)) ?? '').not.toContain(space.b.id)
    },
  )

  test('an owner gives no role in another space', async () => {
    const { id } = await plantAccount({
      tenant: space.a.id,
      memberships: [{ tenant: space.a.id, role: 'viewer' }],
    })
    const tenants = [
      { tenant: space.a.id, role: 'viewer' },
      { tenant: space.b.id, role: 'viewer' },
    ]
    const answer = await as('owner', space.a)(patch(`/api/users/${id}`, { tenants }))
    expect(answer.status).toBe(400)
    expect(await accountOf('id', id)).toMatchObject({ roles: [`${space.a.id} viewer`] })
  })

  test.each(['owner', 'editor', 'author', 'viewer', 'member'] as const)(
    'a person who is %s cannot change that',
    async (role) => {
      const { id, token: _token } = space.a.people[role]
      const change = {
        tenants: [
          { tenant: space.a.id, role: 'owner' },
          { tenant: space.b.id, role: 'owner' },
        ],
        platformRole: 'platform-admin',
        tenant: null,
      }
      await as(role, space.a)(patch(`/api/users/${id}`, change))
      await as(
        role,
        space.a,
      )(patch(`/api/users/${id}`, { tenants: [{ tenant: space.a.id, role: 'owner' }] }))
      expect(await accountOf('id', id)).toMatchObject({
        tenant_id: space.a.id,
        platform_role: null,
        roles: [`${space.a.id} ${role}`],
      })
    },
  )

  test('an owner cannot become less than owner by mistake either', async () => {
    const { id } = space.a.people.owner
    await as('owner', space.a)(patch(`/api/users/${id}`, { tenants: [] }))
    expect(await accountOf('id', id)).toMatchObject({ roles: [`${space.a.id} owner`] })
  })

  test('what belongs to authentication cannot be written', async () => {
    const { id, token } = await plantSignedIn(space.a.host, {
      tenant: space.a.id,
      memberships: [{ tenant: space.a.id, role: 'viewer' }],
    })
    const columns =
      'select salt, hash, reset_password_token, login_attempts, lock_until, _verificationtoken, last_login, is_active from users where id = $1'
    const before = await sql(columns, [id])
    const json = {
      salt: 'x',
      hash: 'x',
      resetPasswordToken: 'x',
      resetPasswordExpiration: '2999-01-01T00:00:00.000Z',
      loginAttempts: -100,
      lockUntil: '2999-01-01T00:00:00.000Z',
      _verificationToken: 'x',
      lastLogin: '2999-01-01T00:00:00.000Z',
      isActive: false,
      sessions: [],
    }
    await as('viewer', {
      ...space.a,
      people: { ...space.a.people, viewer: { id, email: '', token } },
    })(patch(`/api/users/${id}`, json))
    expect(await sql(columns, [id])).toEqual(before)
  })
})

describe('an author writes drafts and publishes nothing', () => {
  const author = () => as('author', space.a)
  const published = () =>
    sql(
      `select id from pages where tenant_id = $1 and created_by_id = $2 and _status = 'published'`,
      [space.a.id, space.a.people.author.id],
    )

  const attempts: [string, () => Promise<unknown>][] = [
    [
      'creating',
      () =>
        author()({
          path: '/api/pages',
          json: { title: 'x', slug: uniqueName('x'), _status: 'published' },
        }),
    ],
    [
      'creating as a draft with another status',
      () =>
        author()({
          path: '/api/pages?draft=true',
          json: { title: 'x', slug: uniqueName('x'), _status: 'published' },
        }),
    ],
    [
      'updating',
      () => author()(patch(`/api/pages/${space.a.pages.byAuthor}`, { _status: 'published' })),
    ],
    [
      'saving a draft with another status',
      () =>
        author()(
          patch(`/api/pages/${space.a.pages.byAuthor}?draft=true`, { _status: 'published' }),
        ),
    ],
    [
      'autosave',
      () =>
        author()(
          patch(`/api/pages/${space.a.pages.byAuthor}?draft=true&autosave=true`, {
            _status: 'published',
          }),
        ),
    ],
    [
      'updating many',
      () =>
        author()(
          patch(`/api/pages?where[id][equals]=${space.a.pages.byAuthor}`, { _status: 'published' }),
        ),
    ],
    [
      'publishing all locales',
      () =>
        author()(
          patch(`/api/pages/${space.a.pages.byAuthor}?publishAllLocales=true`, { title: 'x' }),
        ),
    ],
    [
      'duplicating',
      () =>
        author()({
          path: `/api/pages/${space.a.pages.about}/duplicate`,
          json: { _status: 'published' },
        }),
    ],
    [
      'restoring a published version',
      () => author()({ path: `/api/pages/versions/${space.a.version}`, method: 'POST' }),
    ],
  ]

  test.each(attempts)('%s', async (_name, attempt) => {
    await attempt()
    expect(await published()).toEqual([])
  })

  test('an editor publishes what the author wrote', async () => {
    const answer = await author()({
      path: '/api/pages?draft=true',
      json: { title: 'Written', slug: uniqueName('x'), _status: 'draft' },
    })
    const id = readText(expectStatus(answer, 201), 'doc', 'id')
    expectStatus(await author()(patch(`/api/pages/${id}?draft=true`, { title: 'Better' })), 200)
    expectStatus(
      await as('editor', space.a)(patch(`/api/pages/${id}`, { _status: 'published' })),
      200,
    )
    expect(await published()).toHaveLength(1)
    expect((await author()(patch(`/api/pages/${id}`, { title: 'Changed after' }))).status).toBe(403)
  })
})
