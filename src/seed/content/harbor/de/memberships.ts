import { faq, features, formBlock, hero, pricing, to } from '../../blocks'
import { form } from '../../references'
import { richText } from '../../richText'
import type { PageTranslation } from '../../types'

const ASK = '/de/mitgliedschaften#ask'

export const memberships: PageTranslation = {
  title: 'Mitgliedschaften',
  slug: 'mitgliedschaften',
  meta: {
    description:
      'Tagespass 29 $, Flex 189 $, eigener Schreibtisch 349 $, Studios ab 980 $ im Monat. Keine Kaution, monatlich kündbar.',
  },
  layout: [
    hero({
      variant: 'compact',
      eyebrow: 'Mitgliedschaften',
      heading: 'Klare Preise, von Monat zu Monat',
      text: 'Sie können zu jedem Monatsende gehen, wenn Sam es bis zum 20. weiß. Einen Grund brauchen Sie nicht, auch wenn sie fragen wird, ob es die Stühle waren.',
    }),
    pricing({
      plans: [
        {
          name: 'Tagespass',
          price: '29 $',
          period: 'pro Tag',
          text: 'Werktags, 8 bis 18 Uhr.',
          features: features(
            'Jeder freie Platz in der Halle',
            'Kaffee und Tee',
            'Eine Stunde im Besprechungsraum',
          ),
          link: to('/contact', 'Vorbeikommen'),
        },
        {
          name: 'Flex',
          price: '189 $',
          period: 'pro Monat',
          text: 'Ein Platz, wann immer Sie kommen.',
          features: features(
            'Jeder freie Platz, rund um die Uhr',
            'Vier Raumstunden im Monat',
            'Schließfach und Postadresse',
            '20 % Nachlass auf Abendveranstaltungen',
          ),
          link: { type: 'url', url: ASK, label: 'Flex anfragen' },
          featured: true,
          badge: 'Am beliebtesten',
        },
        {
          name: 'Fester Platz',
          price: '349 $',
          period: 'pro Monat',
          text: 'Ein Schreibtisch, Ihre Lampe, Ihre Unordnung.',
          features: features(
            'Ein eigener Schreibtisch',
            'Zehn Raumstunden im Monat',
            'Rollcontainer und zweiter Bildschirm',
            'Zwei Gästetage im Monat',
          ),
          link: { type: 'url', url: ASK, label: 'Platz anfragen' },
        },
        {
          name: 'Studio',
          price: 'ab 980 $',
          period: 'pro Monat',
          text: 'Ein Raum mit Tür für zwei bis acht Leute. Es gibt neun; zwei sind frei.',
          features: features(
            'Eigener Schlüssel, eigener Thermostat',
            'Zwanzig Raumstunden im Monat',
            'Ihr Name auf der Tafel unten',
            'Heizung und Internet inbegriffen',
          ),
          link: to('/spaces/private-studios', 'Die Studios ansehen'),
        },
      ],
      note: 'Zuzüglich 5,5 % Umsatzsteuer, wo sie anfällt. Preise für 2026.',
      anchor: 'prices',
    }),
    faq({
      heading: 'Das Kleingedruckte, groß gedruckt',
      items: [
        {
          question: 'Was, wenn ich einen Monat weg bin?',
          answer: richText(
            'Sagen Sie es uns bis zum 20., dann ruht die Mitgliedschaft. Ihr Schließfach behalten Sie.',
          ),
        },
        {
          question: 'Wie funktionieren Raumstunden?',
          answer: richText(
            'Sie buchen sie in der Mitglieder-App, in halben Stunden. Was übrig bleibt, gilt bis zum Ende des nächsten Monats.',
          ),
        },
        {
          question: 'Können wir uns zu zweit einen Platz teilen?',
          answer: richText(
            'Ja, wenn Sie nie gleichzeitig hier sind. Manche haben es mit Kalendern versucht. Es geht ungefähr sechs Wochen gut.',
          ),
        },
        {
          question: 'Gibt es etwas für Studierende?',
          answer: richText(
            'Flex zum halben Preis mit gültigem Ausweis, von **Juni bis August** und im letzten Monat vor der Abgabe.',
          ),
        },
      ],
      tone: 'tint',
    }),
    formBlock({
      eyebrow: 'Und nun',
      heading: 'Platz anfragen',
      intro: richText(`
        Schreiben Sie uns ungefähr, was Sie brauchen. Einen Vertrieb gibt es nicht: Das liest Sam, die auch weiß, wo die Ersatzschlüssel liegen.

        - Antwort am selben Werktag
        - Eine Führung, wenn Sie mögen
        - Ein Probetag auf unsere Kosten
      `),
      form: form('membership'),
      anchor: 'ask',
    }),
  ],
}
