import { links, to } from '../blocks'
import { picture } from '../references'
import type { SpaceSeed } from '../types'
import { foundryForms } from './foundryForms'
import { foundryLeads } from './foundryLeads'
import { foundryPictures } from './foundryPictures'
import { classes } from './pages/classes'
import { home } from './pages/home'
import { membership } from './pages/membership'
import { openDay } from './pages/openDay'
import { people } from './pages/people'
import { privacy } from './pages/privacy'
import { visit } from './pages/visit'
import { workshops } from './pages/workshops'

/** Open workshops in an iron foundry. Voice: warm, practical, in the imperative, a joke per page. */
export const foundry: SpaceSeed = {
  tenant: {
    name: 'Foundry Row',
    slug: 'foundry',
    industryModule: 'studio',
    plan: 'standard',
    status: 'active',
    defaultLocale: 'en',
    branding: {
      tagline: 'Make it here. Sweep up after.',
      primary: '#b23a17',
      accent: '#f2b134',
      surface: '#f8f1e4',
      text: '#231a18',
      mailFooter: 'Foundry Row Co-operative Society · 14 Alma Yard · Sheffield S3 · 0114 496 0182',
    },
    settings: {
      defaultCurrency: 'GBP',
      priceTolerancePercent: 3,
      locale: 'en-GB',
      timeZone: 'Europe/London',
      searchLanguage: 'english',
      matching: { enabled: true, minimumScore: 0.65, fields: ['name', 'email'] },
      customerDetection: { enabled: true, strategy: 'email', minimumScore: 0.9 },
      ai: { enabled: false },
      extraction: { enabled: false },
    },
    featureToggles: { classes: true, memberships: true, openDays: true, giftCards: false },
  },
  settings: {
    siteName: 'Foundry Row',
    tagline: 'Open workshops for clay, print, wood and metal',
    description:
      'Benches by the month and classes by the day in an iron foundry from 1867. Alma Yard, Sheffield.',
    logo: picture('logo'),
    favicon: picture('icon'),
    shareImage: picture('yard'),
    theme: {
      primary: '#b23a17',
      accent: '#f2b134',
      surface: '#f8f1e4',
      text: '#231a18',
      headingFont: 'slab',
      bodyFont: 'modern',
      corners: 'sharp',
    },
    header: {
      items: [
        {
          link: to('/workshops', 'Workshops'),
          children: links(
            to('/workshops/clay', 'Clay'),
            to('/workshops/print', 'Print'),
            to('/workshops/wood-and-metal', 'Wood and metal'),
          ),
        },
        { link: to('/classes', 'Classes') },
        { link: to('/membership', 'Membership') },
        { link: to('/people', 'People') },
        { link: to('/visit', 'Visit') },
      ],
      callToAction: { link: to('/classes', 'Book a class') },
    },
    footer: {
      text: '© Foundry Row Co-operative Society. 14 Alma Yard, Sheffield S3. Kettle on since 2014.',
      columns: [
        {
          heading: 'Make',
          links: links(
            to('/classes', 'Classes'),
            to('/membership', 'Bench membership'),
            to('/workshops', 'Workshops'),
          ),
        },
        { heading: 'Find', links: links(to('/visit', 'Hours and map'), to('/people', 'People')) },
        { heading: 'Read', links: links(to('/privacy', 'Privacy and legal')) },
      ],
    },
    social: [
      { platform: 'instagram', url: 'https://www.instagram.com/foundryrow.example' },
      { platform: 'mastodon', url: 'https://social.example/@foundryrow' },
      { platform: 'youtube', url: 'https://www.youtube.com/@foundryrow-example' },
    ],
  },
  pictures: foundryPictures,
  forms: foundryForms,
  pages: [home, ...workshops, ...classes, membership, openDay, people, visit, privacy],
  leads: foundryLeads,
}
