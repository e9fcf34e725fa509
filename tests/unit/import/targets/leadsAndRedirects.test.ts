import { expect, test } from 'vitest'

import { importContext, ROW, TENANT } from '../../../support/importContext'
import { setEnvironment } from '../../setEnvironment'

setEnvironment()
const { formSubmissions } = await import('@/import/targets/formSubmissions')
const { redirects } = await import('@/import/targets/redirects')
const { pageVersions } = await import('@/import/targets/pageVersions')

const PAGE = '01920000-0000-7000-8000-000000000002'
const OLD = '64b000000000000000000002'
const context = importContext({ rows: { [`pages:${OLD}`]: PAGE }, locales: ['en', 'de'] })
const lead = async (values: Parameters<typeof formSubmissions.prepare>[0]) =>
  formSubmissions.prepare({ form: ROW, ...values }, context)
const redirect = (values: Parameters<typeof redirects.prepare>[0]) =>
  redirects.prepare(values, context)

test('what was sent comes in with its answers, as a list or as an object', async () => {
  const list = await lead({
    submissionData: [
      { id: '1', field: 'full name', value: 'Ada Byron' },
      { field: 'email', value: 'ada@example.com' },
      { field: 'seats', value: 3 },
      { field: 'topics', value: ['a', 'b'] },
    ],
  })
  const object = await lead({
    submissionData: {
      'full name': 'Ada Byron',
      email: 'ada@example.com',
      seats: 3,
      topics: ['a', 'b'],
    },
  })
  for (const prepared of [list, object])
    expect(prepared.languages[0].data).toMatchObject({
      tenant: TENANT,
      form: ROW,
      status: 'new',
      summary: 'Ada Byron · ada@example.com',
      submissionData: [
        { field: 'full_name', value: 'Ada Byron' },
        { field: 'email', value: 'ada@example.com' },
        { field: 'seats', value: '3' },
        { field: 'topics', value: 'a, b' },
      ],
    })
})

test.each([
  ['new', 'new'],
  ['In Progress', 'in-progress'],
  ['contacted', 'in-progress'],
  ['converted', 'won'],
  ['closed', 'lost'],
  ['junk', 'spam'],
  ['odd', 'new'],
])('the status “%s” becomes “%s”', async (status, expected) => {
  expect((await lead({ status })).languages[0].data.status).toBe(expected)
})

test('notes keep their words and times, and a lead needs its form', async () => {
  const prepared = await lead({
    notes: ['Called', { text: 'Again', createdAt: '2024-01-02T03:04:05.000Z', by: 'Bob' }],
    assignee: PAGE,
    locale: 'de_CH',
  })
  expect(prepared.languages[0].data).toMatchObject({
    notes: [
      { text: 'Called', at: null },
      { text: 'Again', at: '2024-01-02T03:04:05.000Z' },
    ],
    assignee: PAGE,
    locale: 'de',
  })
  expect(prepared.unmapped).toEqual({ 'notes.1.by': 'Bob' })
  await expect(formSubmissions.prepare({ submissionData: [] }, context)).rejects.toThrow('no form')
})

test('redirects lead to a page, or to an address', async () => {
  const page = await redirect({
    from: 'https://old.example/Old-Page/',
    to: { type: 'reference', reference: { relationTo: 'pages', value: OLD }, url: null },
    type: 302,
  })
  expect(page.languages[0].data).toEqual({
    from: '/old-page',
    to: { type: 'reference', reference: PAGE, url: null },
    type: '302',
    origin: 'import',
    tenant: TENANT,
  })
  const address = await redirect({ from: '/a', to: '/b', type: 'permanent' })
  expect(address.languages[0].data).toMatchObject({
    to: { type: 'custom', url: '/b' },
    type: '301',
  })
})

test.each([
  [{ from: '/', to: '/b' }, 'start page'],
  [{ from: '/admin/x', to: '/b' }, 'belongs to the system'],
  [{ from: '/a' }, 'leads nowhere'],
  [{ from: '/a', to: 'javascript:alert(1)' }, 'path of this site'],
  [{ from: '/a', to: { reference: { relationTo: 'posts', value: OLD } } }, 'which is no page'],
  [{ from: '/a', to: { reference: 'gone' } }, 'not here'],
])('%j is refused', async (values, reason) => {
  await expect(redirect(values)).rejects.toThrow(reason)
})

test('a version of Payload is one of ours, in all its languages', async () => {
  const prepared = await pageVersions.prepare(
    {
      parent: 'the page',
      latest: true,
      autosave: false,
      createdAt: '2024-01-01 00:00:00.000+00',
      updatedAt: '2024-01-02 00:00:00.000+00',
      version: {
        title: { en: 'Home', de: 'Start' },
        slug: 'home',
        parent: OLD,
        _status: 'draft',
        layout: [
          {
            blockType: 'cta',
            heading: { en: 'Go', de: 'Los' },
            actions: [{ link: { type: 'page', label: 'Go', page: OLD } }],
          },
        ],
        createdAt: '2023-01-01 00:00:00.000+00',
      },
    },
    context,
  )
  expect(prepared).toMatchObject({
    autosave: false,
    createdAt: '2024-01-01T00:00:00.000Z',
    versionData: {
      tenant: TENANT,
      parent: PAGE,
      title: { en: 'Home', de: 'Start' },
      slug: { en: 'home', de: 'home' },
      layout: { en: [{ heading: 'Go' }], de: [{ heading: 'Los' }] },
      references: { en: [{ relationTo: 'pages', value: PAGE }] },
      _status: 'draft',
      createdAt: '2023-01-01T00:00:00.000Z',
      updatedAt: '2024-01-02T00:00:00.000Z',
    },
    unmapped: {},
  })
  await expect(pageVersions.prepare({ parent: OLD }, context)).rejects.toThrow('nothing in it')
})
