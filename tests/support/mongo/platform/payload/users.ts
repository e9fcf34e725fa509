import { type SaltedPassword, saltedPasswords } from '../knownPasswords'
import { keyOf, type Notes } from '../Notes'
import { peopleOf, type PersonSeed, SHARED_EMAIL } from '../people'
import { hexOf } from '../seeded'
import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { stored } from './stored'

const KNOWN = saltedPasswords()

function passwordOf(index: number): SaltedPassword {
  const known = KNOWN[index % KNOWN.length]
  if (!known) throw new RangeError('no known password')
  return known
}

/** The people of a tenant. Who belongs to two tenants is one account in Payload, and among those of the first. */
export const userDocuments = (world: World, tenant: TenantSeed, notes: Notes): PlainObject[] =>
  peopleOf(world, tenant).flatMap((person, index) => {
    const isShared = person.email === SHARED_EMAIL
    const home = isShared ? (world.tenants[0] ?? tenant) : tenant
    const hex = world.id('users', home, person.name)
    // One account has one password.
    const known = passwordOf(isShared ? 1 : person.password)
    notePerson(person, known, hex, tenant, notes)
    if (home !== tenant) return []
    const tenants = isShared ? world.tenants.slice(0, 2) : [tenant]
    return [userDocument(world, person, known, hex, tenants, index, notes)]
  })

function notePerson(
  { email, isShared, roles }: PersonSeed,
  { kind, password }: SaltedPassword,
  hex: string,
  { slug }: TenantSeed,
  { people }: Notes,
): void {
  people.push({
    ...keyOf('users', hex),
    tenant: slug,
    email: email.toLowerCase(),
    password,
    roles,
    kind,
    isShared,
  })
}

function userDocument(
  world: World,
  { email, firstName, lastName, roles }: PersonSeed,
  { hash, salt }: SaltedPassword,
  hex: string,
  tenants: readonly TenantSeed[],
  index: number,
  { secrets }: Notes,
): PlainObject {
  const [token, session, key] = [`reset-${hex}`, `session-${hex}`, `key-${hex}`]
  const verification = `verification-${hex}`
  secrets.push(hash, salt, token, session, key, verification)
  return stored(hex, index, {
    firstName,
    lastName,
    roles: ['user'],
    ...(world.options.shape !== 'payload-single' && {
      tenants: tenants.map(({ slug }) => ({
        tenant: objectId(world.id('tenants', null, slug)),
        roles,
        id: hexOf(world.options.seed, 'membership', hex, slug),
      })),
    }),
    // Payload keeps them in lower case.
    email: email.toLowerCase(),
    resetPasswordToken: token,
    resetPasswordExpiration: at(2000),
    salt,
    hash,
    _verified: true,
    _verificationToken: verification,
    enableAPIKey: true,
    apiKey: key,
    apiKeyIndex: `index-${key}`,
    loginAttempts: index === 3 ? 5 : 0,
    lockUntil: index === 3 ? at(2000) : null,
    sessions: [{ id: session, createdAt: at(1900), expiresAt: at(2020) }],
  })
}

/** Somebody who runs the platform and belongs to no tenant. */
export const superAdmin = (world: World, notes: Notes): PlainObject => {
  const hex = world.id('users', null, 'super-admin')
  const person = { firstName: 'Root', lastName: 'Admin', email: 'root@platform.example', roles: [] }
  const seed = { ...person, name: 'root', password: 0, isActive: true, isShared: false }
  return {
    ...userDocument(world, seed, passwordOf(0), hex, [], 0, notes),
    roles: ['super-admin'],
  }
}
