import { type TenantSeed } from '../World'
import { everyBlockPage } from './everyBlockPage'
import { type PageSeed } from './PageSeed'

/**
 * The pages that each tenant has. They refer to one another in all directions: to what comes later, round in circles, and home leads
 * to a page that leads back.
 */
export const authoredPages = (tenant: TenantSeed): readonly PageSeed[] => [
  home(tenant),
  about(tenant),
  team(tenant),
  contact(tenant),
  everyBlockPage(tenant),
  strangeBlocks(tenant),
  circle(tenant, 'east', 'west'),
  circle(tenant, 'west', 'east'),
  draft(tenant),
  belowDraft(tenant),
]

const home = ({ name }: TenantSeed): PageSeed => ({
  name: 'home',
  title: `Welcome to ${name}`,
  german: `Willkommen bei ${name}`,
  slug: 'home',
  texts: [`${name} by the water`, `${name} opened in 1987.`, 'About us'],
  blocks: (to) => [
    to.block('hero', {
      variant: 'split',
      eyebrow: 'Since 1987',
      heading: `${name} by the water`,
      text: 'Rooms for work and for feasts.',
      image: to.picture('front'),
      actions: to.rows(
        to.linkToPage('About us', 'about'),
        to.linkToUrl('Map', 'https://maps.example/x'),
      ),
      facts: to.rows({ value: '120', label: 'desks by the water' }),
      tone: 'plain',
    }),
    to.block('richText', {
      heading: 'A short history',
      content: to.richText(`${name} opened in 1987.`, 'It has never closed since.'),
      variant: 'aside',
      tone: 'plain',
    }),
  ],
})

const about = ({ name }: TenantSeed): PageSeed => ({
  name: 'about',
  title: `About ${name}`,
  german: `Über ${name}`,
  slug: 'about',
  texts: [`Who ${name} is for.`, 'Back to the start'],
  blocks: (to) => [
    to.block('richText', {
      content: to.richText(`Who ${name} is for.`, 'Everybody who likes the river.'),
      variant: 'column',
      tone: 'tint',
    }),
    to.block('cta', {
      heading: 'Come and see',
      actions: to.rows(to.linkToPage('Back to the start', 'home')),
      image: to.picture('garden'),
      tone: 'bold',
    }),
  ],
})

const team = ({ name }: TenantSeed): PageSeed => ({
  name: 'team',
  title: 'The team',
  slug: 'team',
  parent: 'about',
  texts: [`Ada of ${name}`, 'Keeps the keys'],
  blocks: (to) => [
    to.block('team', {
      heading: 'The people here',
      people: to.rows(
        { name: `Ada of ${name}`, role: 'Keeps the keys', image: to.picture('portrait') },
        { name: 'Bo', role: 'Cooks' },
      ),
      tone: 'plain',
    }),
  ],
})

const contact = ({ name }: TenantSeed): PageSeed => ({
  name: 'contact',
  title: 'Contact',
  slug: 'contact',
  texts: [`Write to ${name}`],
  blocks: (to) => [
    to.block('form', {
      heading: `Write to ${name}`,
      intro: to.richText('We answer within a day.'),
      form: to.form('contact'),
      tone: 'plain',
    }),
  ],
})

const strangeBlocks = ({ name }: TenantSeed): PageSeed => ({
  name: 'strange',
  title: `What only ${name} has`,
  slug: 'strange-blocks',
  texts: [`Between two strangers at ${name}`],
  unknownBlocks: ['video_embed', 'countdown', 'columns'],
  blocks: (to) => [
    to.block('video_embed', { provider: 'tube', video_id: 'dQw4w9WgXcQ', autoplay: true }),
    to.block('richText', {
      content: to.richText(`Between two strangers at ${name}`),
      variant: 'column',
      tone: 'plain',
    }),
    to.block('countdown', { until: new Date('2030-01-01T00:00:00Z'), label: 'To the feast' }),
    to.block('columns', {
      columns: to.rows({
        width: 6,
        content: [to.block('richText', { content: to.richText('Inside') })],
      }),
    }),
  ],
})

const circle = ({ name }: TenantSeed, own: string, other: string): PageSeed => ({
  name: own,
  title: `The ${own} wing`,
  slug: `${own}-wing`,
  texts: [`${own} of ${name}`, `To the ${other} wing`],
  blocks: (to) => [
    to.block('cta', {
      heading: `${own} of ${name}`,
      actions: to.rows(to.linkToPage(`To the ${other} wing`, other)),
      tone: 'tint',
    }),
    to.block('pageList', {
      source: 'chosen',
      pages: [to.page(other), to.page('home')],
      variant: 'list',
    }),
  ],
})

const draft = ({ name }: TenantSeed): PageSeed => ({
  name: 'plans',
  title: `Plans of ${name}`,
  slug: 'plans',
  isDraft: true,
  texts: [`Nobody may know what ${name} plans`],
  blocks: (to) => [
    to.block('richText', {
      content: to.richText(`Nobody may know what ${name} plans`),
      variant: 'column',
      tone: 'plain',
    }),
  ],
})

const belowDraft = ({ name }: TenantSeed): PageSeed => ({
  name: 'below-draft',
  title: 'Below a draft',
  slug: 'below',
  parent: 'plans',
  texts: [`A part of what ${name} plans`],
  blocks: (to) => [
    to.block('richText', {
      content: to.richText(`A part of what ${name} plans`),
      variant: 'column',
      tone: 'plain',
    }),
  ],
})
