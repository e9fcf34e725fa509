import { beforeAll, expect, test } from 'vitest'

import { visitor } from '@/db/scope'
import { withScope } from '@/db/withScope'

import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

let [tenant, other, linked, draft, theirs] = ['', '', '', '', '']

beforeAll(async () => {
  tenant = (await buildTenant()).id
  other = (await buildTenant()).id
  linked = (await buildPage({ tenant: { id: tenant }, title: 'Linked', _status: 'draft' })).id
  draft = (await buildPage({ tenant: { id: tenant }, title: 'Another draft', _status: 'draft' })).id
  theirs = (await buildPage({ tenant: { id: other }, title: 'Theirs', _status: 'draft' })).id
})

/** The titles of all pages that the holder of a link to `preview` reads at a tenant’s address. */
const titlesFor = (of: string, preview?: string) =>
  withScope(visitor(of, { preview }), async () => {
    const { docs } = await testPayload().find({
      collection: 'pages',
      draft: true,
      overrideAccess: false,
    })
    return docs.map(({ title }) => title)
  })

test('a preview link shows the draft of its one page', async () => {
  expect(await titlesFor(tenant, linked)).toEqual(['Linked'])
  expect(await titlesFor(tenant, draft)).toEqual(['Another draft'])
})

test('without a link, or for a page of another tenant, no draft is shown', async () => {
  expect(await titlesFor(tenant)).toEqual([])
  expect(await titlesFor(tenant, theirs)).toEqual([])
  expect(await titlesFor(other, linked)).toEqual([])
})

test('it changes nothing: a visitor writes no page', async () => {
  const write = withScope(visitor(tenant, { preview: linked }), () =>
    testPayload().update({
      collection: 'pages',
      id: linked,
      data: { title: 'Mine' },
      overrideAccess: false,
    }),
  )
  await expect(write).rejects.toThrow(/not allowed/)
})
