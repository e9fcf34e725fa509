import { links, to } from '../blocks'
import { picture } from '../references'
import type { SpaceSeed } from '../types'
import { atelierForms } from './atelierForms'
import { atelierLeads } from './atelierLeads'
import { atelierPictures } from './atelierPictures'
import { enquire } from './pages/enquire'
import { exhibitions } from './pages/exhibitions'
import { home } from './pages/home'
import { legal } from './pages/legal'
import { rooms } from './pages/rooms'
import { theHouse } from './pages/theHouse'
import { weddingsAndDinners } from './pages/weddingsAndDinners'

/** Events and exhibitions in a tailor's house. Voice: measured, courteous, long sentences that arrive. */
export const atelier: SpaceSeed = {
  tenant: {
    name: 'Atelier Verhaegen',
    slug: 'atelier',
    industryModule: 'venue',
    plan: 'premium',
    status: 'active',
    defaultLocale: 'en',
    branding: {
      tagline: 'Rooms for evenings',
      primary: '#5a2348',
      accent: '#b98a3c',
      surface: '#fbf6f0',
      text: '#2a1b2c',
      mailFooter: 'Atelier Verhaegen VZW · Naaldstraat 12 · 2000 Antwerpen · +32 3 555 01 42',
    },
    settings: {
      defaultCurrency: 'EUR',
      priceTolerancePercent: 2.5,
      locale: 'en-BE',
      timeZone: 'Europe/Brussels',
      searchLanguage: 'english',
      matching: { enabled: false },
      customerDetection: { enabled: true, strategy: 'name', minimumScore: 0.7 },
      ai: { enabled: false },
      extraction: { enabled: true, languages: ['en', 'nl', 'fr'], confidence: 0.9 },
    },
    featureToggles: { exhibitions: true, concerts: true, weddings: true, onlineTickets: false },
  },
  settings: {
    siteName: 'Atelier Verhaegen',
    tagline: 'Rooms for evenings, Antwerp',
    description:
      'Weddings, dinners, concerts and exhibitions in a tailor’s house from 1902 in the centre of Antwerp.',
    logo: picture('logo'),
    favicon: picture('icon'),
    shareImage: picture('facade'),
    theme: {
      primary: '#5a2348',
      accent: '#b98a3c',
      surface: '#fbf6f0',
      text: '#2a1b2c',
      headingFont: 'didone',
      bodyFont: 'oldStyle',
      corners: 'sharp',
    },
    header: {
      items: [
        {
          link: to('/rooms', 'Rooms'),
          children: links(
            to('/rooms/grand-room', 'The Grand Room'),
            to('/rooms/gallery', 'The Gallery'),
            to('/rooms/courtyard', 'The Courtyard'),
          ),
        },
        { link: to('/weddings-and-dinners', 'Weddings and dinners') },
        { link: to('/exhibitions', 'Exhibitions') },
        { link: to('/the-house', 'The house') },
      ],
      callToAction: { link: to('/enquire', 'Enquire') },
    },
    footer: {
      text: '© Atelier Verhaegen VZW. Naaldstraat 12, 2000 Antwerpen. The bell is the brass thimble.',
      columns: [
        {
          heading: 'Evenings',
          links: links(
            to('/weddings-and-dinners', 'Weddings and dinners'),
            to('/rooms', 'Rooms'),
            to('/enquire', 'Enquire'),
          ),
        },
        {
          heading: 'Days',
          links: links(
            to('/exhibitions', 'Exhibitions and concerts'),
            to('/the-house', 'The house'),
          ),
        },
        { heading: 'Formalities', links: links(to('/legal', 'Legal notice and privacy')) },
      ],
    },
    social: [
      { platform: 'instagram', url: 'https://www.instagram.com/atelierverhaegen.example' },
      { platform: 'pinterest', url: 'https://www.pinterest.com/atelierverhaegen-example' },
      { platform: 'vimeo', url: 'https://vimeo.com/atelierverhaegen-example' },
    ],
  },
  pictures: atelierPictures,
  forms: atelierForms,
  pages: [home, ...rooms, weddingsAndDinners, ...exhibitions, theHouse, enquire, legal],
  leads: atelierLeads,
}
