import { beforeAll, inject } from 'vitest'

import { buildSpace, type Space } from './httpSeed'
import { uniqueName } from './uniqueName'

/** Full spaces of this test file's own, under the names that it gives them. */
export function useSpaces<Name extends string>(...names: Name[]): Readonly<Record<Name, Space>> {
  const spaces: Partial<Record<Name, Space>> = {}
  beforeAll(async () => {
    const { port, database, admin } = inject('http')
    for (const name of names) {
      spaces[name] = await buildSpace(
        { port, superuserUrl: database.superuser },
        uniqueName(name),
        admin,
      )
    }
  })
  return new Proxy(spaces, {
    get: (made, name) => {
      const space: unknown = Reflect.get(made, name)
      if (space === undefined)
        throw new Error(`There is no space ${String(name)} yet: it is made before the tests`)
      return space
    },
  }) as Record<Name, Space>
}
