import { BCRYPT, type KnownPassword } from '../knownPasswords'
import { keyOf, type Notes } from '../Notes'
import { peopleOf, type PersonSeed } from '../people'
import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { tenantKeyOf } from './tenants'

const passwordOf = ({ password }: PersonSeed): KnownPassword => {
  const known = BCRYPT[password % BCRYPT.length]
  if (!known) throw new RangeError('no known password')
  return known
}

/** The documents of `users` of a tenant. */
export const userDocuments = (world: World, tenant: TenantSeed, notes: Notes): PlainObject[] =>
  peopleOf(world, tenant).map((person, index) => {
    const hex = world.id('users', tenant, person.name)
    const [token, key] = [`reset-${hex}`, `api-${hex}`]
    notes.secrets.push(token, key)
    return {
      _id: objectId(hex),
      ...tenantKeyOf(world, tenant),
      email: person.email,
      first_name: person.firstName,
      last_name: person.lastName,
      roles: person.roles,
      profile: {
        language: 'de',
        phone: '+49 40 123',
        avatar: objectId(world.id('media', tenant, 'portrait')),
      },
      is_active: person.isActive,
      last_login: at(1000 + index),
      reset_token: token,
      api_key: key,
      created_at: at(index),
      updated_at: at(index + 5),
    }
  })

/** The documents of `user_passwords` of a tenant. They say whose they are by their user alone. */
export const passwordDocuments = (world: World, tenant: TenantSeed, notes: Notes): PlainObject[] =>
  peopleOf(world, tenant).map((person, index) => {
    const user = world.id('users', tenant, person.name)
    const { hash, password } = passwordOf(person)
    notes.secrets.push(hash)
    if (person.isActive) {
      const { email, isShared, roles } = person
      notes.people.push({
        ...keyOf('users', user),
        tenant: tenant.slug,
        email,
        password,
        roles,
        kind: 'bcrypt',
        isShared,
      })
    }
    return {
      _id: objectId(world.id('user_passwords', tenant, person.name)),
      user_id: objectId(user),
      password_hash: hash,
      algorithm: 'bcrypt',
      updated_at: at(index + 7),
    }
  })
