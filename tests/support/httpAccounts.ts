import { inject } from 'vitest'

import { withClient } from '../../scripts/postgres/withClient'
import { plantPerson, type PlantedPerson } from './httpPeople'
import { signIn, type Person } from './httpSeed'
import { uniqueName } from './uniqueName'

/** An account of this test's own, not signed in. @returns its id and address. */
export async function plantAccount({
  email = `${uniqueName('person')}@example.test`,
  ...account
}: Partial<PlantedPerson>): Promise<Omit<Person, 'token'>> {
  const person = { email, memberships: [], ...account }
  const id = await withClient(inject('http').database.superuser, (client) =>
    plantPerson(client, person),
  )
  return { id, email }
}

/** An account of this test's own, signed in at `host`. */
export async function plantSignedIn(
  host: string,
  account: Partial<PlantedPerson>,
): Promise<Person> {
  const person = await plantAccount(account)
  return { ...person, token: await signIn(inject('http'), host, person.email) }
}
