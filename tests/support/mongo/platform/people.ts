import { type TenantSeed, type World } from './World'

export interface PersonSeed {
  readonly name: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly roles: readonly string[]
  /** Which of the known passwords. */
  readonly password: number
  readonly isActive: boolean
  readonly isShared: boolean
}

/** An e-mail that the first two tenants have. */
export const SHARED_EMAIL = 'both@people.example'

/** The people of a tenant. */
export function peopleOf({ tenants }: World, { index, slug }: TenantSeed): readonly PersonSeed[] {
  const person = (
    name: string,
    [firstName, lastName]: readonly [string, string],
    roles: readonly string[],
    password: number,
    email = `${name}@${slug}.example`,
  ): PersonSeed => ({
    name,
    firstName,
    lastName,
    roles,
    // Those of two tenants differ.
    password: password + index,
    email,
    isActive: name !== 'gone',
    isShared: email === SHARED_EMAIL,
  })
  return [
    person('owner', ['Ada', 'Byron'], ['owner'], 0),
    person('editor', ['Bo', 'Çelik'], ['editor', 'viewer'], 1),
    person('author', ['Cleo', 'O’Neill'], ['author'], 2, `Cleo.Author@${slug}.Example`),
    person('viewer', ['Дана', 'Иванова'], ['viewer'], 3),
    person('customer', ['Eve', ''], ['customer'], 4),
    person('gone', ['Fay', 'Old'], ['viewer'], 5),
    ...(index < 2 && tenants.length > 1
      ? [person('both', ['Gil', 'Both'], ['editor'], 1, SHARED_EMAIL)]
      : []),
  ]
}
