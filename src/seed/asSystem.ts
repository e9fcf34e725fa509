/** How the seed calls the Local API: it writes what it is told to write, in the platform's scope, see `seed.ts`. */
export const asSystem = { overrideAccess: true, depth: 0 } as const
