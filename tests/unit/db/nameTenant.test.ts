import { expect, test } from 'vitest'

import { nameTenant } from '@/db/nameTenant'
import { identity, member, platform, visitor } from '@/db/scope'

const A = '00000000-0000-7000-8000-00000000000a'
const B = '00000000-0000-7000-8000-00000000000b'
const USER = '00000000-0000-7000-8000-000000000001'
const tenantCollections = new Set(['pages'])
const asked = { collection: 'pages', where: { title: { equals: 'x' } } }

test('a list in a scope of one tenant says the tenant as well as what was asked', () => {
  expect(nameTenant('find', asked, visitor(A), tenantCollections).where).toEqual({
    and: [{ tenant: { equals: A } }, asked.where],
  })
  expect(
    nameTenant('queryDrafts', { ...asked, where: undefined }, visitor(A), tenantCollections).where,
  ).toEqual({ 'version.tenant': { equals: A } })
})

const agency = member(USER, [
  { tenant: A, role: 'editor' },
  { tenant: B, role: 'editor' },
])

test.each([
  ['of several tenants', 'find', asked, agency],
  ['of the platform', 'find', asked, platform({ actor: 'test', reason: 'test' })],
  ['at the platform’s address', 'find', asked, visitor(null)],
  ['of somebody who signs in', 'find', asked, identity({ id: USER }, A)],
  ['about what has no tenant', 'find', { ...asked, collection: 'countries' }, visitor(A)],
  ['that writes', 'updateMany', asked, visitor(A)],
])('a call %s stays as it is', (_which, method, args, scope) => {
  expect(nameTenant(method, args, scope, tenantCollections)).toBe(args)
})
