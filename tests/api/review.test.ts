import { beforeEach, describe, expect, test, vi } from 'vitest'

import type { Role } from '@/db/scope'

import { plantAccount } from '../support/httpAccounts'
import { as, asAdminIn, asVisitor, http, type HttpActor } from '../support/httpActors'
import { sql, useSql } from '../support/httpDatabase'
import { mailsTo } from '../support/httpMail'
import { expectStatus, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

useSql()
const space = useSpaces('a', 'b')

const by = (role: Role): HttpActor => as(role, space.a)
const idOf = (role: Role): string => space.a.people[role].id

let page: string
let title: string

/** Written by the author, and not published. */
beforeEach(async () => {
  title = uniqueName('Written')
  const json = { title, slug: title.toLowerCase(), _status: 'draft' }
  const answer = await by('author')({ path: '/api/pages?draft=true', json })
  page = readText(expectStatus(answer, 201), 'doc', 'id')
})

const step = (actor: HttpActor, json: Record<string, unknown>, id = page): Promise<Answer> =>
  actor({ path: `/api/pages/${id}/review`, json })

const stateOf = async (): Promise<string | undefined> =>
  (
    await sql<{ state: string }>(
      'select state from reviews where page_id = $1 order by created_at desc limit 1',
      [page],
    )
  )[0]?.state

/** Who was told what about the page, in the order of names. */
async function told(kind: string): Promise<string[]> {
  const rows = await sql<{ email: string }>(
    `select u.email from notifications n join users u on u.id = n.recipient_id
     where n.page_id = $1 and n.kind::text = $2 order by u.email`,
    [page, kind],
  )
  return rows.map(({ email }) => email.replace(/@.*/, ''))
}

const statusOfPage = async (): Promise<unknown> =>
  (await sql<{ _status: string }>('select _status from pages where id = $1', [page]))[0]?._status

describe('a review', () => {
  test('is asked for by an author, and owners and editors are told', async () => {
    expectStatus(await step(by('author'), { action: 'request', note: 'The prices, please' }), 200)
    expect(await stateOf()).toBe('requested')
    expect(await told('review-requested')).toEqual(expect.arrayContaining(['editor', 'owner']))
    expect(await told('review-requested')).not.toContain('viewer')
    expect(await told('review-requested')).not.toContain('author')
  })

  test('waits once, also when two ask at once', async () => {
    const answers = await Promise.all(
      ['author', 'editor'].map((role) => step(by(role as Role), { action: 'request' })),
    )
    const [done, refused] = answers.sort((one, other) => one.status - other.status)
    expect(done?.status).toBe(200)
    expect(refused?.body).toContain('This page waits for a review already.')
    expect((await step(by('author'), { action: 'request' })).status).toBe(409)
  })

  test.each([
    ['viewer', 'request', 403],
    ['member', 'request', 404],
    ['author', 'approve', 403],
    ['author', 'return', 403],
  ] as const)('a %s who would %s: %i', async (role, action, status) => {
    if (action !== 'request') await step(by('author'), { action: 'request' })
    expect((await step(by(role), { action, note: 'x' })).status).toBe(status)
    expect(await stateOf()).toBe(action === 'request' ? undefined : 'requested')
  })

  test('is not there for other spaces and visitors', async () => {
    await step(by('author'), { action: 'request' })
    expect((await step(as('owner', space.b), { action: 'approve' })).status).toBe(404)
    expect((await step(asVisitor(space.a), { action: 'approve' })).status).toBe(401)
    expect(await stateOf()).toBe('requested')
  })

  test('sends the page back with a reason, and the author is told', async () => {
    await step(by('author'), { action: 'request' })
    const silent = expectStatus(await step(by('editor'), { action: 'return' }), 400)
    expect(silent.body).toContain('Say what is to be changed.')
    expectStatus(await step(by('editor'), { action: 'return', note: 'A picture is missing' }), 200)
    expect(await stateOf()).toBe('returned')
    expect(await told('review-returned')).toEqual(['author'])
    expectStatus(await step(by('author'), { action: 'request' }), 200)
  })

  test('approves without publishing, so that a time can be set', async () => {
    await step(by('author'), { action: 'request' })
    expectStatus(await step(by('editor'), { action: 'approve' }), 200)
    expect(await told('review-approved')).toEqual(['author'])
    expect(await statusOfPage()).toBe('draft')
  })

  test('approves and publishes what was written last', async () => {
    await by('author')({
      path: `/api/pages/${page}?draft=true&autosave=true`,
      method: 'PATCH',
      json: { title: `${title} at last`, _status: 'draft' },
    })
    await step(by('author'), { action: 'request' })
    expectStatus(await step(asAdminIn(space.a), { action: 'approve', publish: true }), 200)
    const answer = await asVisitor(space.a)(`/api/pages/${page}`)
    expect(read(expectStatus(answer, 200), 'title')).toBe(`${title} at last`)
  })

  test('that cannot be published is not approved either', async () => {
    await step(by('author'), { action: 'request' })
    await sql(
      `update _pages_v_locales set version_title = null where _parent_id in (select id from _pages_v where parent_id = $1 and latest)`,
      [page],
    )
    const answer = await step(by('editor'), { action: 'approve', publish: true })
    expect(answer.status).toBe(400)
    expect(await stateOf()).toBe('requested')
    expect(await told('review-approved')).toEqual([])
  })

  test('is decided once, also when two decide at once', async () => {
    await step(by('author'), { action: 'request' })
    const answers = await Promise.all([
      step(by('editor'), { action: 'approve' }),
      step(by('owner'), { action: 'return', note: 'Not yet' }),
      step(by('editor'), { action: 'approve' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect([...(await told('review-approved')), ...(await told('review-returned'))]).toEqual([
      'author',
    ])
  })

  test('is withdrawn by who asked, and by nobody else below an editor', async () => {
    await step(by('editor'), { action: 'request' })
    expect((await step(by('author'), { action: 'withdraw' })).status).toBe(403)
    expectStatus(await step(by('editor'), { action: 'withdraw' }), 200)
    expect(await stateOf()).toBe('withdrawn')
  })

  test('is settled by publishing the page', async () => {
    await step(by('author'), { action: 'request' })
    const json = { _status: 'published' }
    expectStatus(await by('editor')({ path: `/api/pages/${page}`, method: 'PATCH', json }), 200)
    expect(await stateOf()).toBe('approved')
  })

  test.each([[{}], [{ action: 'publish' }], [{ action: 'request', note: 'x'.repeat(2001) }]])(
    'garbage is refused: %#',
    async (json) => {
      expect((await step(by('editor'), json)).status).toBe(400)
      expect(await stateOf()).toBeUndefined()
    },
  )
})

const say = (actor: HttpActor, json: Record<string, unknown> = {}): Promise<Answer> =>
  actor({ path: '/api/comments', json: { page, text: 'Well done', ...json } })

describe('a comment', () => {
  test('tells who is mentioned, who wrote the page and who spoke before, once each', async () => {
    expectStatus(await say(by('viewer')), 201)
    expectStatus(await say(by('editor'), { mentions: [idOf('owner')] }), 201)
    expect(await told('mention')).toEqual(['owner'])
    expect(await told('comment')).toEqual(['author', 'author', 'viewer'])
  })

  test('mentions people of the space only', async () => {
    for (const stranger of [space.b.people.owner.id, http().admin.id, idOf('member')]) {
      const answer = await say(by('editor'), { mentions: [stranger] })
      expect(expectStatus(answer, 400).body).toContain('Choose people who work in this space.')
    }
  })

  test('is done with, also when somebody whom it mentions has left', async () => {
    const { id: colleague } = await plantAccount({
      memberships: [{ tenant: space.a.id, role: 'editor' }],
    })
    const comment = await say(by('viewer'), { mentions: [colleague, idOf('author')] })
    const path = `/api/comments/${readText(expectStatus(comment, 201), 'doc', 'id')}`
    await sql(`delete from users_tenants where _parent_id = $1`, [colleague])
    const patch = (json: Record<string, unknown>) => by('viewer')({ path, method: 'PATCH', json })
    expect(read(expectStatus(await patch({ resolved: true }), 200), 'doc', 'resolved')).toBe(true)
    const mentions = [idOf('author'), space.b.people.editor.id]
    expect((await patch({ mentions })).status).toBe(400)
  })

  test('is about a page of the space only', async () => {
    const answer = await say(by('editor'), { page: space.b.pages.about })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  test('is said by who said it, and changed by nobody else', async () => {
    const answer = expectStatus(await say(by('viewer'), { createdBy: idOf('owner') }), 201)
    const id = readText(answer, 'doc', 'id')
    expect(readText(answer, 'doc', 'createdBy', 'id')).toBe(idOf('viewer'))
    const change = (actor: HttpActor, json: unknown) =>
      actor({ path: `/api/comments/${id}`, method: 'PATCH', json })
    expect((await change(by('author'), { resolved: true })).status).toBe(403)
    const done = expectStatus(await change(by('editor'), { resolved: true, text: 'Forged' }), 200)
    expect(read(done, 'doc', 'text')).toBe('Well done')
    expect(read(done, 'doc', 'resolved')).toBe(true)
    expect(
      read(expectStatus(await change(by('viewer'), { text: 'Better' }), 200), 'doc', 'text'),
    ).toBe('Better')
  })

  test('is nothing that visitors or members of the site read', async () => {
    await say(by('editor'))
    for (const actor of [asVisitor(space.a), by('member')])
      expect((await actor('/api/comments')).status).toBe(403)
  })

  test('goes with its page', async () => {
    await say(by('editor'), { mentions: [idOf('owner')] })
    await step(by('author'), { action: 'request' })
    expectStatus(await by('editor')({ path: `/api/pages/${page}`, method: 'DELETE' }), 200)
    for (const table of ['comments', 'reviews', 'notifications'])
      expect(await sql(`select id from ${table} where page_id = $1`, [page])).toEqual([])
  })
})

describe('notifications', () => {
  test('are for their recipient: nobody else reads, forges or clears them', async () => {
    await say(by('editor'), { mentions: [idOf('author')] })
    const mine = `/api/notifications?where[page][equals]=${page}&depth=0`
    const list = expectStatus(await by('author')(mine), 200)
    expect(read(list, 'totalDocs')).toBe(1)
    const id = readText(list, 'docs', 0, 'id')
    expect(read(expectStatus(await by('owner')(mine), 200), 'totalDocs')).toBe(0)
    const clear = { path: `/api/notifications/${id}`, method: 'PATCH', json: { readAt: now() } }
    expect((await by('owner')(clear)).status).toBe(403)
    expect((await as('author', space.b)(clear)).status).toBe(403)
    const forged = { ...clear, json: { readAt: now(), text: 'Forged', recipient: idOf('owner') } }
    const doc = expectStatus(await by('author')(forged), 200)
    expect(read(doc, 'doc', 'text')).toContain('mentioned you')
    expect(read(doc, 'doc', 'recipient')).toBe(idOf('author'))
  })

  test('are read all at once', async () => {
    await say(by('editor'), { mentions: [idOf('viewer')] })
    const unread = '/api/notifications/count?where[readAt][exists]=false'
    expect(read(await by('viewer')(unread), 'totalDocs')).toBeGreaterThan(0)
    expectStatus(
      await by('viewer')({
        path: '/api/notifications?where[readAt][exists]=false',
        method: 'PATCH',
        json: { readAt: now() },
      }),
      200,
    )
    expect(read(await by('viewer')(unread), 'totalDocs')).toBe(0)
  })

  test('tell a team that it got a page, and its editors alone of a review', async () => {
    const members = [idOf('viewer'), idOf('editor')]
    const json = { name: uniqueName('Team'), members }
    const team = readText(
      expectStatus(await by('owner')({ path: '/api/teams', json }), 201),
      'doc',
      'id',
    )
    expectStatus(
      await by('owner')({
        path: `/api/pages/${page}?draft=true`,
        method: 'PATCH',
        json: { team, _status: 'draft' },
      }),
      200,
    )
    expect(await told('assigned')).toEqual(['editor', 'viewer'])
    await step(by('author'), { action: 'request' })
    expect(await told('review-requested')).toEqual(['editor'])
  })

  test('a team has people of the space only', async () => {
    const json = { name: uniqueName('Team'), members: [space.b.people.editor.id] }
    expect((await by('owner')({ path: '/api/teams', json })).status).toBe(400)
  })
})

const now = () => new Date().toISOString()

describe('mails', () => {
  const run = () =>
    actorOfCron({ path: '/api/payload-jobs/run', headers: { authorization: `Bearer ${CRON}` } })
  const CRON = 'a-cron-secret-of-tests-that-is-long-enough'
  const actorOfCron = (call: { path: string; headers: Record<string, string> }) =>
    asVisitor(space.a)(call)

  const choose = async (notifyByEmail: string): Promise<void> => {
    expectStatus(
      await by('author')({
        path: `/api/users/${idOf('author')}`,
        method: 'PATCH',
        json: { notifyByEmail },
      }),
      200,
    )
  }

  const mailJobs = () =>
    sql(
      `select id from payload_jobs where task_slug = 'mailNotification' and document = 'pages/' || $1`,
      [page],
    )

  test.each([
    ['everything', 2],
    ['important', 1],
    ['nothing', 0],
  ])('somebody who chose “%s” gets %i of a mention and a comment', async (choice, count) => {
    await choose(choice)
    await say(by('viewer'), { mentions: [idOf('author')] })
    await say(by('viewer'))
    expect(await mailJobs()).toHaveLength(count)
    await choose('everything')
  })

  test('say what happened and lead to the page', async () => {
    await say(by('viewer'), { mentions: [idOf('author')] })
    expectStatus(await run(), 200)
    // Others wait for mails of earlier tests.
    await vi.waitFor(
      async () => {
        const mails = await mailsTo(space.a.people.author.email)
        const mail = mails.find(({ html }) => String(html).includes(page))
        expect(mail?.subject).toContain(`mentioned you on “${title}”`)
        expect(mail?.html).toContain(`/admin/collections/pages/${page}`)
      },
      { timeout: 30_000, interval: 200 },
    )
  })
})
