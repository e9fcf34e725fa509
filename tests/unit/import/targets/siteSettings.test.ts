import { expect, test } from 'vitest'

import { NoPlace, type PlainValues } from '@/import/targets/Target'

import { importContext, ROW, TENANT } from '../../../support/importContext'
import { setEnvironment } from '../../setEnvironment'

setEnvironment()
const { siteSettings } = await import('@/import/targets/siteSettings')

const PAGE = '64b000000000000000000001'

const context = (options: Parameters<typeof importContext>[0] = {}) =>
  importContext({
    locales: ['en', 'de'],
    tenantSlug: 'harbour-yard',
    rows: { [`pages:${PAGE}`]: TENANT },
    ...options,
  })

const prepare = (values: PlainValues, options?: Parameters<typeof importContext>[0]) =>
  siteSettings.prepare(values, context(options))

const TO_PAGE = { reference: { relationTo: 'pages', value: PAGE } }

test('a header is the menu, in each language with the same rows', async () => {
  const { languages, unmapped } = await prepare(
    {
      globalType: 'header',
      navItems: [
        {
          id: 'first',
          link: { type: 'reference', label: { en: 'About', de: 'Über uns' }, ...TO_PAGE },
          subItems: [{ link: { type: 'custom', label: 'Team', url: '/team' } }],
        },
        { link: { type: 'custom', label: 'Bad', url: 'javascript:alert(1)' } },
      ],
      cta: { link: { type: 'custom', label: 'Book', url: 'https://a.example/book' } },
      sticky: true,
    },
    { existing: { id: ROW } },
  )
  const item = (label: string) => ({
    id: 'first',
    link: { type: 'page', label, page: TENANT },
    children: [{ link: { type: 'url', label: 'Team', url: '/team' } }],
  })
  const callToAction = { link: { type: 'url', label: 'Book', url: 'https://a.example/book' } }
  expect(languages).toMatchObject([
    { locale: 'en', data: { header: { items: [item('About')], callToAction } } },
    { locale: 'de', data: { header: { items: [item('Über uns')] } } },
  ])
  expect(unmapped).toMatchObject({ sticky: true })
  expect(Object.keys(unmapped)).toContainEqual(expect.stringMatching(/^navItems\.1/))
})

test('links of a footer stand in a column, and settings without a name have that of the space', async () => {
  const { languages, notes } = await prepare({
    globalType: 'footer',
    copyright: '© Harbour Yard',
    navItems: [{ link: { type: 'reference', label: 'About', ...TO_PAGE } }],
  })
  expect(languages).toMatchObject([
    {
      data: {
        siteName: 'Harbour yard',
        footer: {
          text: '© Harbour Yard',
          columns: [{ heading: 'Links', links: [{ link: { label: 'About', page: TENANT } }] }],
        },
      },
    },
  ])
  expect(notes.map(({ path }) => path)).toEqual(expect.arrayContaining(['navItems', 'siteName']))
})

test('what says no part are settings of the whole site', async () => {
  const { languages } = await prepare({
    site_title: 'Harbour Yard',
    social: [
      { network: 'Instagram', href: 'https://instagram.com/harbour' },
      { network: 'friendster', href: 'https://friendster.example' },
    ],
  })
  expect(languages[0].data).toMatchObject({
    siteName: 'Harbour Yard',
    social: [{ platform: 'instagram', url: 'https://instagram.com/harbour' }],
  })
})

test.each([
  { globalType: 'seasons', summer: 'May' },
  { globalType: 'header', sticky: true },
  { globalType: 'footer', navItems: [] },
])('there is no place for %j', async (values) => {
  await expect(prepare(values)).rejects.toBeInstanceOf(NoPlace)
})
