import { readdir, readFile } from 'node:fs/promises'

import { simpleParser } from 'mailparser'
import { createLocalReq, type PayloadRequest, type ServerFunction } from 'payload'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { createRunner } from '@/jobs/createRunner'
import type { Task } from '@/jobs/defineTask'
import type { Page, Tenant, User } from '@/payload-types'

import { asMember, asPlatform, asVisitor } from '../support/actors'
import { buildPage } from '../support/buildPage'
import { buildTenant } from '../support/buildTenant'
import { buildUser } from '../support/buildUser'
import { asRoot } from '../support/sqlActors'
import { testPayload, usePayload } from '../support/usePayload'

usePayload({ poolMax: 8 })

let space: Tenant
let editor: User
let author: User
let viewer: User
let stranger: User
let tasks: readonly Task[]

beforeAll(async () => {
  tasks = (await import('@/jobs/tasks')).tasks
  space = await buildTenant({ settings: { timeZone: 'Europe/Lisbon' } })
  editor = await buildUser({ tenant: space })
  author = await buildUser({ tenant: space, role: 'author' })
  viewer = await buildUser({ tenant: space, role: 'viewer' })
  stranger = await buildUser({ tenant: await buildTenant() })
})
beforeEach(() => asRoot().changes('delete from payload_jobs'))

const draft = () => buildPage({ tenant: space, _status: 'draft' })
const soon = () => new Date(Date.now() + 60 * 60_000)

/** What the drawer calls, as somebody. */
async function call(
  user: User,
  args: Record<string, unknown>,
  other?: ServerFunction,
): Promise<unknown> {
  const { schedulePublishFunction } = await import('@/jobs/schedulePublishFunction')
  const called: ServerFunction = other ?? schedulePublishFunction
  return asMember(user)(async () => {
    const req: PayloadRequest = await createLocalReq(
      { user: { ...user, collection: 'users' } },
      testPayload(),
    )
    // What Payload adds to the arguments of every call.
    const added = { req, locale: { code: 'en', label: 'English' } }
    return called({ ...args, ...added } as Parameters<ServerFunction>[0])
  })
}

const upcoming = ({ id }: Page) => ({ collectionSlug: 'pages', id })

const schedule = (user: User, page: Page, args: Record<string, unknown> = {}) =>
  call(user, {
    type: 'publish',
    date: soon(),
    doc: { relationTo: 'pages', value: page.id },
    ...args,
  })

interface Row {
  id: string
  title: string
  state: string
  problem: string | null
  task_slug: string
  document: string | null
  input: { timezone?: string }
}
const jobs = () => asRoot().rows<Row>('select * from payload_jobs order by created_at')

/** As if the hour had passed. */
async function runWhatIsDue(): Promise<void> {
  await asRoot().changes("update payload_jobs set wait_until = now() where state = 'waiting'")
  await createRunner(testPayload(), tasks, {
    concurrency: 4,
    pollMs: 1000,
    leaseMs: 60_000,
  }).drain(Date.now() + 60_000)
}

const isPublic = async (page: Page): Promise<boolean> => {
  const { docs } = await asVisitor(space)(() =>
    testPayload().find({
      collection: 'pages',
      where: { id: { equals: page.id } },
      overrideAccess: false,
    }),
  )
  return docs.length === 1
}

const mails = async (): Promise<string> => {
  const outbox = process.env.OUTBOX_DIR ?? ''
  const files = await readdir(outbox).catch(() => [])
  const mails = await Promise.all(
    files.map(async (file) => simpleParser(await readFile(`${outbox}/${file}`))),
  )
  return mails
    .map(({ headerLines, html }) => `${headerLines.map(({ line }) => line).join('\n')}\n${html}`)
    .join('\n')
}

describe('scheduling', () => {
  test('is for editors, and notes what, for which page, and in which time zone', async () => {
    const page = await draft()
    await schedule(editor, page)
    const { upcomingPublishFunction } = await import('@/jobs/upcomingPublishFunction')
    expect(await call(editor, upcoming(page), upcomingPublishFunction)).toMatchObject([
      { input: { type: 'publish', timezone: 'Europe/Lisbon' } },
    ])
    expect(await call(stranger, upcoming(page), upcomingPublishFunction)).toEqual([])
    expect(await jobs()).toMatchObject([
      {
        title: `Publish “${page.title}”`,
        document: `pages/${page.id}`,
        state: 'waiting',
        input: { timezone: 'Europe/Lisbon' },
      },
    ])
  })

  test('is of one language too, of those of the space', async () => {
    const page = await draft()
    expect(await schedule(editor, page, { localeToPublish: 'it' })).toEqual({
      error: expect.stringContaining('not available here'),
    })
    await schedule(editor, page, { localeToPublish: 'en' })
    expect(await jobs()).toMatchObject([{ input: { locale: 'en' } }])
    await runWhatIsDue()
    const done = (await jobs()).filter(({ document }) => document)
    expect(done).toMatchObject([{ state: 'done' }])
    expect(await isPublic(page)).toBe(true)
  })

  test.each([
    ['an author', () => author, 'Only owners and editors schedule pages.'],
    ['a viewer', () => viewer, 'Only owners and editors schedule pages.'],
    ['somebody of another space', () => stranger, 'Not found.'],
  ])('is refused to %s, who is told why', async (_name, person, error) => {
    const page = await buildPage({ tenant: space, _status: 'draft', createdBy: author.id })
    expect(await schedule(person(), page)).toEqual({ error })
    expect(await jobs()).toEqual([])
  })

  test.each([
    ['a time that has passed', { date: new Date(0) }, 'Choose a time to come.'],
    ['a collection that has none', { doc: { relationTo: 'users', value: 'x' } }, 'Not found.'],
    ['something else than publishing', { type: 'delete' }, 'The request cannot be read.'],
  ])('is refused for %s', async (_name, args, error) => {
    expect(await schedule(editor, await draft(), args)).toEqual({ error })
    expect(await jobs()).toEqual([])
  })

  test('of somebody in several spaces is the page’s space’s', async () => {
    const agency = await buildUser({
      memberships: [
        { tenant: space, role: 'editor' },
        { tenant: await buildTenant(), role: 'editor' },
      ],
    })
    await schedule(agency, await draft())
    const [row] = await asRoot().rows('select tenant_id, created_by_id from payload_jobs')
    expect(row).toEqual({ tenant_id: space.id, created_by_id: agency.id })
  })

  test('can be taken back by an editor of the space, leaves nothing behind, and by nobody else', async () => {
    await schedule(editor, await draft())
    const [job] = await jobs()
    for (const person of [author, viewer, stranger])
      expect(await call(person, { deleteID: job?.id })).toHaveProperty('error')
    expect(await jobs()).toHaveLength(1)
    expect(await call(editor, { deleteID: job?.id })).toHaveProperty('message')
    expect(await jobs()).toEqual([])
    expect(await call(editor, { deleteID: job?.id })).toEqual({
      error: 'This is not scheduled any more.',
    })
  })

  test('cannot be taken back once it has begun', async () => {
    await schedule(editor, await draft())
    await asRoot().changes('update payload_jobs set processing = true')
    const [job] = await jobs()
    expect(await call(editor, { deleteID: job?.id })).toEqual({
      error: 'Too late: it has begun already.',
    })
    expect(await jobs()).toHaveLength(1)
  })

  test('is seen by a viewer, who sees no other jobs', async () => {
    await schedule(editor, await draft())
    await asRoot().changes(
      `insert into payload_jobs (id, task_slug, tenant_id, wait_until) values (gen_random_uuid(), 'other', $1, '2999-01-01')`,
      [space.id],
    )
    const find = (user: User) =>
      asMember(user)(() =>
        testPayload().find({ collection: 'payload-jobs', overrideAccess: false }),
      )
    expect((await find(viewer)).docs.map(({ taskSlug }) => taskSlug)).toEqual(['schedulePublish'])
    expect((await find(editor)).totalDocs).toBe(2)
    expect((await find(stranger)).totalDocs).toBe(0)
  })
})

describe('at its time', () => {
  test('a page is published, and another one taken down', async () => {
    const [up, down] = [await draft(), await buildPage({ tenant: space })]
    await schedule(editor, up)
    await schedule(editor, down, { type: 'unpublish' })
    expect([await isPublic(up), await isPublic(down)]).toEqual([false, true])
    await runWhatIsDue()
    expect((await jobs()).filter(({ document }) => document).map(({ state }) => state)).toEqual([
      'done',
      'done',
    ])
    expect([await isPublic(up), await isPublic(down)]).toEqual([true, false])
  })

  test.each([
    ['was deactivated', { isActive: false }, false],
    ['lost the space', { tenants: [] }, true],
    ['became an author', 'author' as const, true],
  ])('nothing is published for somebody who %s meanwhile', async (_name, change, told) => {
    const person = await buildUser({ memberships: [{ tenant: space, role: 'editor' }] })
    const page = await draft()
    await schedule(person, page)
    const data =
      change === 'author' ? { tenants: [{ tenant: space.id, role: 'author' as const }] } : change
    await asPlatform()(() => testPayload().update({ collection: 'users', id: person.id, data }))
    await runWhatIsDue()
    expect(await isPublic(page)).toBe(false)
    const [job] = await jobs()
    expect(job).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/^Whoever asked for this/),
    })
    expect((await mails()).includes(`To: ${person.email}`)).toBe(told)
  })

  test('a page that is not complete stays a draft, and whoever scheduled it is told why', async () => {
    const page = await draft()
    await asRoot().changes(
      'update _pages_v_locales set version_title = null where _parent_id in (select id from _pages_v where parent_id = $1)',
      [page.id],
    )
    await schedule(editor, page)
    await runWhatIsDue()
    const [job] = await jobs()
    expect(job).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('Some fields are not valid'),
    })
    const sent = await mails()
    expect(sent).toContain(`To: ${editor.email}`)
    expect(sent).toContain('Some fields are not valid')
    expect(sent).toContain(`/admin/collections/payload-jobs/${job?.id}`)
  })
})
