import { formBlock, hero, hours, image } from '../../blocks'
import { form, picture } from '../../references'
import { richText } from '../../richText'
import type { PageTranslation } from '../../types'

export const contact: PageTranslation = {
  title: 'Kontakt',
  slug: 'kontakt',
  meta: {
    description:
      '9 Ropewalk Wharf, Portland, Maine. Führungen werktags um 10 und um 15 Uhr. Empfang: 207-555-0149.',
  },
  layout: [
    hero({
      variant: 'compact',
      eyebrow: 'Kontakt',
      heading: 'Die grüne Tür, auf der Wasserseite',
      text: 'Führungen beginnen in der Kombüse, werktags um 10 und um 15 Uhr. Sie brauchen keinen Termin, aber wir wissen gern, dass Sie kommen.',
    }),
    formBlock({
      heading: 'Schreiben Sie uns',
      intro: richText(`
        Oder rufen Sie den Empfang an: **207-555-0149**, werktags von 8 bis 18 Uhr.

        Für Mitgliedschaften spart das [längere Formular](/memberships) uns beiden eine zweite E-Mail.
      `),
      form: form('contact'),
      anchor: 'write',
    }),
    hours({
      heading: 'Zeiten und Adresse',
      hours: [
        {
          days: ['mon', 'tue', 'wed', 'thu', 'fri'],
          opens: '08:00',
          closes: '18:00',
          note: 'Empfang und Tagespässe',
        },
        { days: ['sat'], opens: '09:00', closes: '14:00', note: 'Nur Empfang' },
        { days: ['sun'], note: 'Mitglieder kommen und gehen rund um die Uhr' },
      ],
      notice:
        'Am 26. und 27. November ist der Empfang geschlossen. Die Schlüssel der Mitglieder gehen wie immer.',
      place: {
        name: 'Harbor Nine',
        address: 'Warehouse Nine\n9 Ropewalk Wharf\nPortland, ME 04101',
        directions:
          'Acht Minuten zu Fuß vom Bahnhof: die Fore Street hinunter, beim Netzboden links und am Wasser entlang, bis die Ziegel rot werden. Bus 8 hält am Custom House.',
        mapUrl: 'https://www.openstreetmap.org/#map=17/43.6558/-70.2498',
        phone: '207-555-0149',
        email: 'hello@harbor.test',
      },
      image: picture('quay'),
      anchor: 'hours',
    }),
    image({
      image: picture('map'),
      caption: 'Vom Bahnhof zum Kai: acht Minuten, meist bergab.',
    }),
  ],
}
