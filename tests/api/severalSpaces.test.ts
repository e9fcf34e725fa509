import { beforeAll, describe, expect, test } from 'vitest'

import { plantSignedIn } from '../support/httpAccounts'
import { as, withToken, type HttpActor } from '../support/httpActors'
import { useSql } from '../support/httpDatabase'
import { expectStatus, learned, readText } from '../support/httpRequest'
import { PLATFORM } from '../support/httpSeed'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

describe('somebody who owns one space and edits another, at the platform', () => {
  let both: HttpActor
  let mine: string
  let theirs: string

  beforeAll(async () => {
    const { token } = await plantSignedIn(PLATFORM, {
      memberships: [
        { tenant: space.a.id, role: 'owner' },
        { tenant: space.b.id, role: 'editor' },
      ],
    })
    both = withToken(token, PLATFORM)
    const build = async (owner: HttpActor) => {
      const webhooks = [{ url: 'https://example.com/leads?key=hidden-key' }]
      const json = { title: uniqueName('Form'), fields: [], webhooks }
      const made = await owner({
        path: '/api/forms',
        json: { ...json, confirmationType: 'redirect', redirect: { url: '/' } },
      })
      return readText(expectStatus(made, 201), 'doc', 'id')
    }
    mine = await build(as('owner', space.a))
    theirs = await build(as('owner', space.b))
  })

  test('sees the secrets of the first one only, whatever is selected', async () => {
    for (const query of [
      '',
      '?depth=0',
      '?select[webhooks]=true',
      '?select[webhooks][secret]=true',
    ])
      expect((await both(`/api/forms/${theirs}${query}`)).body).not.toContain('whsec_')
    expect((await both(`/api/forms/${mine}`)).body).toContain('whsec_')
    const query = `{ Form(id: "${theirs}") { webhooks { secret url } } }`
    expect((await both({ path: '/api/graphql', json: { query } })).body).not.toContain('whsec_')
  })

  test.each([
    ['where', (word: string) => `where[webhooks.secret][like]=${word}`],
    ['an alternative', (word: string) => `where[or][0][webhooks.secret][like]=${word}`],
    ['where … exists', (word: string) => `where[webhooks.secret][exists]=${word === 'whsec'}`],
  ])('learns nothing of the other’s by %s', async (_name, ask) => {
    const path = `/api/forms?where[id][equals]=${theirs}&`
    const [yes, no] = [await both(path + ask('whsec')), await both(path + ask('zzzzz'))]
    expect(learned(yes)).toEqual(learned(no))
    expect((await both(`/api/forms/count?${ask('whsec')}`)).status).toBe(400)
  })
})
