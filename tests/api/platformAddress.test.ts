import { describe, expect, test } from 'vitest'

import { as, asAdmin, withToken } from '../support/httpActors'
import { plantSignedIn } from '../support/httpAccounts'
import { png, upload } from '../support/httpContent'
import { sql, useSql } from '../support/httpDatabase'
import { HTTP_PASSWORD } from '../support/httpPeople'
import { expectStatus, read, readText } from '../support/httpRequest'
import { PLATFORM } from '../support/httpSeed'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

describe('at the platform’s address, an administrator', () => {
  const make = (email: string, tenant: string | null) =>
    asAdmin()({
      path: '/api/users',
      json: {
        email,
        tenant,
        password: HTTP_PASSWORD,
        tenants: tenant === null ? [] : [{ tenant, role: 'editor' }],
      },
    })

  test('makes accounts of one e-mail in several realms, and one in each', async () => {
    const email = `${uniqueName('same')}@example.test`
    for (const realm of [space.a.id, space.b.id, null]) {
      expectStatus(await make(email, realm), 201)
      const again = await make(email, realm)
      expect([again.status, read(again, 'errors', 0, 'fields', 0, 'field')]).toEqual([400, 'email'])
    }
    expect(await sql('select id from users where email = $1', [email])).toHaveLength(3)
  })

  test('makes none where somebody of that e-mail is member already', async () => {
    const { email } = await plantSignedIn(PLATFORM, {
      memberships: [{ tenant: space.a.id, role: 'editor' }],
    })
    expect((await make(email, space.a.id)).status).toBe(400)
    expectStatus(await make(email, space.b.id), 201)
  })

  test('uploads a file under its own name, whatever other spaces have', async () => {
    // Not a number at its end, which would be counted up.
    const name = `${uniqueName('logo')}-x.png`
    const data = await png()
    const send = (tenant: string, path = '/api/media', method = 'POST') =>
      asAdmin()({ path, method, body: upload({ data, name, fields: { tenant } }) })
    const names = []
    for (const tenant of [space.a.id, space.b.id, space.b.id])
      names.push(readText(expectStatus(await send(tenant), 201), 'doc', 'filename'))
    expect(names).toEqual([name, name, name.replace('.png', '-1.png')])
  })

  test('replaces a file, and its name is free again in that space', async () => {
    const name = `${uniqueName('new')}.png`
    const body = async (file: string, fields = {}) =>
      upload({ data: await png(), name: file, fields })
    expectStatus(await as('owner', space.a)({ path: '/api/media', body: await body(name) }), 201)
    const id = readText(
      await as('owner', space.b)({ path: '/api/media', body: await body(`old-${name}`) }),
      'doc',
      'id',
    )
    const answer = await asAdmin()({
      path: `/api/media/${id}`,
      method: 'PATCH',
      body: await body(name),
    })
    expect(readText(expectStatus(answer, 200), 'doc', 'filename')).toBe(name)
  })
})

describe('a copy is made in the space of its original', () => {
  const copy = (id: string) => ({ path: `/api/pages/${id}/duplicate?depth=0`, method: 'POST' })

  test('for an agency that does not say where', async () => {
    const { token } = await plantSignedIn(PLATFORM, {
      memberships: [space.a.id, space.b.id].map((tenant) => ({ tenant, role: 'editor' })),
    })
    const answer = await withToken(token, PLATFORM)({ ...copy(space.b.pages.about), json: {} })
    expect(read(expectStatus(answer, 200), 'doc', 'tenant')).toBe(space.b.id)
  })

  test('for platform staff', async () => {
    const answer = await asAdmin()(copy(space.a.pages.about))
    expect(read(expectStatus(answer, 200), 'doc', 'tenant')).toBe(space.a.id)
  })

  test('and not without a role there', async () => {
    const { token } = await plantSignedIn(PLATFORM, {
      memberships: [
        { tenant: space.a.id, role: 'editor' },
        { tenant: space.b.id, role: 'viewer' },
      ],
    })
    const somebody = withToken(token, PLATFORM)
    expectStatus(await somebody(copy(space.a.pages.about)), 200)
    expect((await somebody(copy(space.b.pages.about))).status).toBe(403)
    // Nor by choosing that space in the admin and sending nothing.
    const chosen = { cookie: `payload-tenant=${space.b.id}` }
    const draft = { path: '/api/pages?draft=true', json: {}, headers: chosen }
    expect((await somebody(draft)).status).toBe(403)
  })
})
