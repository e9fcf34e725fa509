import type { LeadSeed } from '../types'

export const harborLeads: LeadSeed[] = [
  {
    form: 'membership',
    daysAgo: 0.12,
    answers: {
      name: 'Wen Castellanos',
      email: 'wen@tidepool.example.test',
      company: 'Tidepool Research',
      plan: 'studio',
      people: '5',
      start: 'next-month',
      message:
        'We’re a small marine acoustics group, currently in a basement. Is Studio 8 still free, and could we put a hydrophone cable out of the window? It’s thin.',
      tour: 'true',
    },
  },
  {
    form: 'contact',
    daysAgo: 0.6,
    answers: {
      name: 'Beatriz Olin',
      email: 'bea.olin@example.test',
      topic: 'tour',
      message:
        'Could I see the hall on Thursday at 3? I’d be coming straight from the train with a suitcase.',
    },
  },
  {
    form: 'membership',
    daysAgo: 1.3,
    answers: {
      name: 'Dmitri Halloran',
      email: 'dmitri@halloran.example.test',
      plan: 'flex',
      start: 'this-month',
      message:
        'Day pass yesterday, sold. Please tell me which desk Rosalind has so I don’t sit there again.',
    },
  },
  {
    form: 'contact',
    daysAgo: 2.2,
    status: 'in-progress',
    assignee: 'editor',
    note: 'The Keel is held for December 3. Chowder confirmed, vegan too; waiting for the deposit.',
    answers: {
      name: 'Jamal Prescott',
      email: 'jprescott@northlight.example.test',
      topic: 'room',
      message:
        'The Keel for ten, December 3, 9 to 4, chowder for ten at noon. One vegan, one who says he is.',
    },
  },
  {
    form: 'membership',
    daysAgo: 3.5,
    status: 'in-progress',
    assignee: 'owner',
    note: 'Coming on Monday at ten. Show her the window desk on the second floor.',
    answers: {
      name: 'Ayelet Brenner',
      email: 'ayelet.brenner@example.test',
      company: 'Brenner Index',
      plan: 'desk',
      start: 'next-month',
      message: 'I index books. I need silence and a wide desk, in that order.',
      tour: 'true',
    },
  },
  {
    form: 'contact',
    daysAgo: 5.1,
    status: 'won',
    assignee: 'editor',
    note: 'Booked for May 16. The stage holds; we asked the carpenter.',
    answers: {
      name: 'Corinne Mbeki',
      email: 'corinne@bayclinic.example.test',
      topic: 'event',
      message:
        'We’d like the hall for our nurses’ graduation, about 90 people, a Friday in May. Is the stage steady enough for dancing?',
    },
  },
  {
    form: 'membership',
    daysAgo: 6.8,
    status: 'lost',
    answers: {
      name: 'Elias Thorne',
      email: 'e.thorne@example.test',
      plan: 'unsure',
      start: 'looking',
      message:
        'My brother and I run a letter-writing service. We’re mostly quiet but we laugh at the same time.',
    },
  },
  {
    form: 'membership',
    daysAgo: 9.4,
    status: 'won',
    assignee: 'owner',
    answers: {
      name: 'Sunniva Dahl',
      email: 'sunniva@dahlmaps.example.test',
      company: 'Dahl Maps',
      plan: 'desk',
      start: 'this-month',
      message: 'Can I bring a plotter? It’s the size of a sleeping dog and about as loud.',
      tour: 'true',
    },
  },
  {
    form: 'contact',
    daysAgo: 12.3,
    status: 'won',
    assignee: 'editor',
    note: 'Invoice sent again, with the new address.',
    answers: {
      name: 'Porter Vance',
      email: 'porter.vance@example.test',
      topic: 'invoice',
      message: 'The October invoice has my old address on it. No hurry.',
    },
  },
  {
    form: 'membership',
    daysAgo: 15.7,
    answers: {
      name: 'Lucía Arrieta',
      email: 'lucia@arrieta.example.test',
      plan: 'flex',
      start: 'next-month',
      message: 'Moving here from Bilbao in January. Is the mail address available before I arrive?',
    },
  },
  {
    form: 'contact',
    daysAgo: 21.2,
    answers: {
      name: 'Hollis Greene',
      email: 'hollis.greene@example.test',
      topic: 'other',
      message:
        'I believe my grandfather loaded trucks at Warehouse Nine in the fifties. I have two photographs if you’d like copies.',
    },
  },
  {
    form: 'membership',
    daysAgo: 27.9,
    status: 'lost',
    note: 'No studio for three before April. Asked us to call then.',
    answers: {
      name: 'Nadia Okoro',
      email: 'nadia@okorolegal.example.test',
      company: 'Okoro Legal',
      plan: 'studio',
      people: '3',
      start: 'looking',
      message:
        'Three lawyers, two of them tolerable. We need a door that closes and a place for a shredder.',
      tour: 'true',
    },
  },
]
