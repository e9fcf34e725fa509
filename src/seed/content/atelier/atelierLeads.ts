import type { LeadSeed } from '../types'

export const atelierLeads: LeadSeed[] = [
  {
    form: 'enquiry',
    daysAgo: 0.2,
    answers: {
      name: 'Maren Dijkhuis',
      email: 'maren.dijkhuis@example.test',
      phone: '+31 6 5550 1423',
      occasion: 'wedding',
      guests: '96',
      date: '12 June',
      room: 'house',
      country: 'NL',
      message:
        'Two long tables, please, and my father wishes to play the piano. He is good until about the third song.',
      visit: 'true',
    },
  },
  {
    form: 'enquiry',
    daysAgo: 0.8,
    answers: {
      name: 'Théodore Lemaire',
      email: 'lemaire@quaiquatre.example.test',
      occasion: 'dinner',
      guests: '40',
      date: 'Friday 26 February',
      room: 'grand-room',
      country: 'FR',
      message:
        'Dinner of a publishing house for its translators. They will argue; kindly seat them far apart.',
    },
  },
  {
    form: 'newsletter',
    daysAgo: 1.1,
    answers: { name: 'Aroha Tamihana', email: 'aroha.tamihana@example.test', interest: 'both' },
  },
  {
    form: 'enquiry',
    daysAgo: 2.4,
    answers: {
      name: 'Goran Petković',
      email: 'goran@petkovic.example.test',
      occasion: 'shoot',
      guests: '12',
      date: 'any Monday',
      room: 'advice',
      country: 'BE',
      message:
        'A short film about a coat. We would need the staircase for a day and no polishing, if that can be arranged.',
    },
  },
  {
    form: 'enquiry',
    daysAgo: 3.9,
    answers: {
      name: 'Imke Van Damme',
      email: 'imke.vandamme@example.test',
      phone: '+32 470 55 01 88',
      occasion: 'reception',
      guests: '80',
      date: '19 March',
      room: 'gallery',
      country: 'BE',
      message:
        'Retirement of our head of oncology. She says she wants no fuss, so please a very good fuss.',
      visit: 'true',
    },
  },
  {
    form: 'newsletter',
    daysAgo: 5.2,
    answers: { name: 'Kofi Adomako', email: 'kofi.adomako@example.test', interest: 'concerts' },
  },
  {
    form: 'enquiry',
    daysAgo: 6.6,
    answers: {
      name: 'Shirin Valizadeh',
      email: 'shirin@valizadeh.example.test',
      occasion: 'wedding',
      guests: '118',
      date: 'September',
      room: 'house',
      country: 'DE',
      message:
        'A Persian wedding with a sofreh in the Gallery and dancing upstairs. Could our aunt cook beside Yasmina? She has strong views on rice.',
      visit: 'true',
    },
  },
  {
    form: 'enquiry',
    daysAgo: 9.5,
    answers: {
      name: 'Bram Coppens',
      email: 'bram.coppens@example.test',
      occasion: 'conference',
      guests: '70',
      date: '4 and 5 May',
      room: 'gallery',
      country: 'BE',
      message: 'Two days of urban planners. Microphones, maps, much coffee.',
    },
  },
  {
    form: 'newsletter',
    daysAgo: 11.7,
    answers: {
      name: 'Ludmila Horáková',
      email: 'ludmila.horakova@example.test',
      interest: 'openings',
    },
  },
  {
    form: 'enquiry',
    daysAgo: 14.3,
    answers: {
      name: 'Eleanor Pryce',
      email: 'eleanor.pryce@example.test',
      occasion: 'dinner',
      guests: '24',
      date: '9 January',
      room: 'advice',
      country: 'GB',
      message:
        'My mother’s eightieth. She trained as a seamstress and would like to see the shears.',
    },
  },
  {
    form: 'enquiry',
    daysAgo: 20.8,
    answers: {
      name: 'Rafael Monteiro',
      email: 'rafael@monteiro.example.test',
      phone: '+351 910 550 142',
      occasion: 'reception',
      guests: '60',
      date: 'late April',
      room: 'courtyard',
      country: 'PT',
      message: 'Opening of our Antwerp office. If it rains we are used to it.',
    },
  },
  {
    form: 'newsletter',
    daysAgo: 26.4,
    answers: { name: 'Saskia Brouwers', email: 'saskia.brouwers@example.test', interest: 'both' },
  },
]
