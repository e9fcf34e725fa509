import type { Form, Tenant } from '@/payload-types'

import { asPlatform } from './actors'
import { uniqueName } from './uniqueName'
import { testPayload } from './usePayload'

type FormOverrides = Partial<Omit<Form, 'tenant'>> & { readonly tenant: Pick<Tenant, 'id'> }

/** A form that asks for a name and an e-mail. */
export function buildForm({ tenant, ...overrides }: FormOverrides): Promise<Form> {
  return asPlatform()(() =>
    testPayload().create({
      collection: 'forms',
      depth: 0,
      data: {
        title: uniqueName('form'),
        fields: [
          { blockType: 'text', name: 'name', label: 'Name', required: true },
          { blockType: 'email', name: 'email', label: 'E-mail', required: true },
        ],
        confirmationType: 'redirect',
        redirect: { url: '/thanks' },
        tenant: tenant.id,
        ...overrides,
      },
    }),
  )
}
