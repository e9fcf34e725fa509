import { links, to } from '../blocks'
import { picture } from '../references'
import type { SpaceSeed } from '../types'
import { german } from './de/german'
import { harborForms } from './harborForms'
import { harborLeads } from './harborLeads'
import { harborPictures } from './harborPictures'
import { about } from './pages/about'
import { contact } from './pages/contact'
import { events } from './pages/events'
import { home } from './pages/home'
import { memberships } from './pages/memberships'
import { privacy } from './pages/privacy'
import { spaces } from './pages/spaces'

/** Coworking in a sardine warehouse. Voice: dry, brief, a crew that knows its building. */
export const harbor: SpaceSeed = {
  tenant: {
    name: 'Harbor Nine',
    slug: 'harbor',
    industryModule: 'coworking',
    plan: 'premium',
    status: 'active',
    defaultLocale: 'en',
    locales: ['en', 'de'],
    branding: {
      tagline: 'Desks on the water',
      primary: '#123a52',
      accent: '#f0713d',
      surface: '#fbf9f3',
      text: '#12242f',
      mailFooter: 'Harbor Nine · 9 Ropewalk Wharf · Portland, ME 04101 · 207-555-0149',
    },
    settings: {
      defaultCurrency: 'USD',
      priceTolerancePercent: 5,
      locale: 'en-US',
      timeZone: 'America/New_York',
      searchLanguage: 'english',
      matching: { enabled: true, minimumScore: 0.72, fields: ['name', 'email', 'company'] },
      customerDetection: { enabled: true, strategy: 'combined', minimumScore: 0.8 },
      ai: { enabled: false },
      extraction: { enabled: true, languages: ['en'], confidence: 0.85 },
    },
    featureToggles: { events: true, memberships: true, dayPasses: true, leadAlerts: true },
  },
  settings: {
    siteName: 'Harbor Nine',
    tagline: 'Desks on the water, Portland, Maine',
    description:
      'Coworking in a brick warehouse on Ropewalk Wharf: 140 desks, meeting rooms, studios and a roof deck.',
    logo: picture('logo'),
    favicon: picture('icon'),
    shareImage: picture('quay'),
    theme: {
      primary: '#123a52',
      accent: '#f0713d',
      surface: '#fbf9f3',
      text: '#12242f',
      headingFont: 'geometric',
      bodyFont: 'humanist',
      corners: 'soft',
    },
    header: {
      items: [
        {
          link: to('/spaces', 'Spaces'),
          children: links(
            to('/spaces/main-hall', 'The hall'),
            to('/spaces/meeting-rooms', 'Meeting rooms'),
            to('/spaces/private-studios', 'Private studios'),
          ),
        },
        { link: to('/memberships', 'Memberships') },
        { link: to('/events', 'Events') },
        { link: to('/about', 'About') },
        { link: to('/contact', 'Contact') },
      ],
      callToAction: { link: to('/contact', 'Book a tour') },
    },
    footer: {
      text: '© Harbor Nine Cooperative. Warehouse Nine, 9 Ropewalk Wharf, Portland, ME 04101. The ferry leaves at 7:45.',
      columns: [
        {
          heading: 'Work here',
          links: links(
            to('/memberships', 'Memberships'),
            to('/spaces/meeting-rooms', 'Meeting rooms'),
            to('/spaces/private-studios', 'Studios'),
          ),
        },
        {
          heading: 'The house',
          links: links(to('/about', 'About'), to('/events', 'Events'), to('/contact', 'Find us')),
        },
        { heading: 'Fine print', links: links(to('/privacy', 'Imprint and privacy')) },
      ],
    },
    social: [
      { platform: 'instagram', url: 'https://www.instagram.com/harbornine.example' },
      { platform: 'linkedin', url: 'https://www.linkedin.com/company/harbornine-example' },
    ],
  },
  pictures: harborPictures,
  forms: harborForms,
  pages: [home, memberships, ...spaces, ...events, about, contact, privacy],
  leads: harborLeads,
  translation: german,
}
