import { unstable_cache } from 'next/cache'
import { cache } from 'react'

import type { CountryOption } from './formDefinition'
import { withVisitor } from './withVisitor'

/** The shared list for country fields. It changes with the world, not with an edit. */
export const loadCountries = cache((tenant: string): Promise<CountryOption[]> =>
  unstable_cache(
    () =>
      withVisitor(tenant, async (req) => {
        const { docs } = await req.payload.find({
          collection: 'countries',
          depth: 0,
          limit: 300,
          overrideAccess: false,
          pagination: false,
          req,
          sort: 'name',
        })
        return docs.map(({ code, name }) => ({ value: code, label: name }))
      }),
    ['countries'],
    { tags: ['countries'], revalidate: 3600 },
  )(),
)
