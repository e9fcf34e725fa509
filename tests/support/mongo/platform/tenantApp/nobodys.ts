import { type Fault } from '../facts'
import { type Faulty } from '../FaultBuilder'
import { keyOf, type Notes } from '../Notes'
import { type Plain, type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type World } from '../World'

/** Documents that say no tenant, or one that is not there; and tenants that can be none. */
export function nobodysDocuments(world: World, notes: Notes): Faulty {
  const documents: Faulty = {}
  const add = (
    collection: string,
    name: string,
    fields: PlainObject,
    [fault, field]: readonly [fault: Fault, field: string],
  ): void => {
    const hex = world.id(collection, null, name)
    const list = (documents[collection] ??= [])
    list.push({ _id: objectId(hex), ...fields })
    notes.faults.push({ ...keyOf(collection, hex), tenant: null, fault, field })
  }
  const lead = (name: string, tenant: Plain, fault: Fault): void =>
    add(
      'leads',
      name,
      { tenant_id: tenant, data: { email: `${name}@example.com` }, created_at: at(1) },
      [fault, 'tenant_id'],
    )
  lead('no-tenant', undefined, 'no-tenant')
  lead('null-tenant', null, 'no-tenant')
  lead('unknown-tenant', objectId('f'.repeat(24)), 'unknown-tenant')
  lead('text-tenant', 'nobody-at-all', 'unknown-tenant')
  add('users', 'no-tenant', { email: 'nobody@people.example' }, ['no-tenant', 'tenant_id'])
  add('bookings', 'no-tenant', { number: 1 }, ['no-tenant', 'tenant_id'])
  add(
    'pages',
    'unknown-tenant',
    { tenant_id: objectId('e'.repeat(24)), title: 'Lost', slug: 'lost' },
    ['unknown-tenant', 'tenant_id'],
  )
  add('tenants', 'no-slug', { name: 'Without a slug', status: 'active' }, ['missing-field', 'slug'])
  add('tenants', 'bad-slug', { name: 'Bad', slug: 'Not A Slug!', status: 'active' }, [
    'invalid-value',
    'slug',
  ])
  add('tenants', 'same-slug', { name: 'Twin', slug: world.tenants[0]?.slug, status: 'active' }, [
    'duplicate-slug',
    'slug',
  ])
  return documents
}
