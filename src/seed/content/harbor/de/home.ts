import {
  callToAction,
  faq,
  features,
  gallery,
  hero,
  links,
  out,
  pageList,
  pricing,
  testimonial,
  text,
  to,
} from '../../blocks'
import { page, picture } from '../../references'
import { richText } from '../../richText'
import type { PageTranslation } from '../../types'

export const home: PageTranslation = {
  title: 'Start',
  slug: 'home',
  meta: {
    title: 'Harbor Nine: Schreibtische am Wasser, Portland',
    description:
      'Coworking am Ropewalk Wharf in Portland, Maine: 140 Schreibtische, ruhige Räume und guter Kaffee in einem Lagerhaus von 1884.',
  },
  layout: [
    hero({
      variant: 'cover',
      eyebrow: 'Ropewalk Wharf, Portland',
      heading: 'Arbeiten, wo früher die Sardinen lagen',
      text: 'Bis 1971 lagerte hier Fisch in Dosen. Heute stehen im Lagerhaus Neun 140 Schreibtische, es gibt ein Dutzend Räume mit Tür und eine Regel: In der Halle telefoniert niemand.',
      actions: links(
        to('/memberships', 'Zu den Mitgliedschaften'),
        to('/contact', 'Führung buchen'),
      ),
      image: picture('quay'),
      facts: [
        { value: '140', label: 'Schreibtische, 38 davon am Wasser' },
        { value: '6 bis 22', label: 'Uhr, jeden Tag; Mitglieder rund um die Uhr' },
        { value: '29 $', label: 'für einen Tag, Kaffee inbegriffen' },
      ],
    }),
    text({
      variant: 'statement',
      content: richText(
        'Wir vermieten Schreibtische an Leute, die etwas zu tun haben. Keine Sitzsäcke, keine Motivationsposter. Tageslicht von drei Seiten, Stühle, die wir selbst kaufen würden, und eine Leitung, die seit 2019 elf Minuten lang weg war.',
      ),
    }),
    pageList({
      eyebrow: 'Unter einem Dach',
      heading: 'Wie laut darf es sein?',
      intro: 'Die Halle ist still, die Kombüse nicht, und die Studios sind, was Sie daraus machen.',
      pages: [
        page('/spaces/main-hall'),
        page('/spaces/meeting-rooms'),
        page('/spaces/private-studios'),
      ],
    }),
    gallery({
      heading: 'Einmal durchgehen',
      intro:
        'Von der Haustür bis aufs Dach dauert es zwei Minuten, mit Kaffee unterwegs sind es vier.',
      images: [
        { image: picture('hall'), caption: 'Die Halle, gegen zehn Uhr morgens' },
        { image: picture('galley'), caption: 'Die Kombüse. Dienstags röstet Theo' },
        { image: picture('windowDesk'), caption: 'Studio 4 und seine Fähre' },
        { image: picture('booths'), caption: 'Hier wird telefoniert' },
        { image: picture('roof'), caption: 'Die Dachterrasse, Mai bis Oktober' },
      ],
      tone: 'tint',
    }),
    pricing({
      eyebrow: 'Mitgliedschaften',
      heading: 'Drei Wege herein',
      intro: 'Monatlich kündbar. Keine Aufnahmegebühr, keine Kaution, kein Anruf zum Abschied.',
      plans: [
        {
          name: 'Tagespass',
          price: '29 $',
          period: 'pro Tag',
          text: 'Für Gäste, Abgabetermine und Baustellen zu Hause.',
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
          text: 'Ein Platz, wann immer Sie kommen. Bei den meisten sind das drei Tage die Woche.',
          features: features(
            'Jeder freie Platz, rund um die Uhr',
            'Vier Raumstunden im Monat',
            'Schließfach und Postadresse',
          ),
          link: to('/memberships', 'Flex wählen'),
          featured: true,
          badge: 'Am beliebtesten',
        },
        {
          name: 'Fester Platz',
          price: '349 $',
          period: 'pro Monat',
          text: 'Ein Schreibtisch, Ihre Lampe, Ihre Unordnung. Sonst sitzt dort niemand.',
          features: features(
            'Ein eigener Schreibtisch',
            'Zehn Raumstunden im Monat',
            'Rollcontainer, zweiter Bildschirm',
            'Zwei Gästetage',
          ),
          link: to('/memberships', 'Festen Platz wählen'),
        },
      ],
      note: 'Zuzüglich 5,5 % Umsatzsteuer, wo sie anfällt. Studios ab 980 $, siehe Mitgliedschaften.',
    }),
    testimonial({
      eyebrow: 'Mitglieder',
      heading: 'In der Kombüse gehört',
      quotes: [
        {
          quote:
            'Ich kam für eine Woche, weil unsere Küche renoviert wurde. Die Küche ist seit zwei Jahren fertig.',
          name: 'Min-jun Park',
          role: 'Übersetzer, Flex',
          image: picture('minjun'),
        },
        {
          quote:
            'Kunden kommen die Treppe hoch, sehen das Wasser und reden für einen Moment nicht über unsere Preise.',
          name: 'Odalys Ferrer',
          role: 'Ferrer & Lund, Schiffbau',
        },
        {
          quote: 'Das einzige Büro, in dem ruhig auch ruhig heißt.',
          name: 'Gus Thibodeau',
          role: 'Radioproduzent',
        },
      ],
    }),
    faq({
      eyebrow: 'Bevor Sie fragen',
      heading: 'Kurze Antworten',
      items: [
        {
          question: 'Kann ich einfach vorbeikommen?',
          answer: richText(
            'Ja, werktags zwischen 8 und 18 Uhr. Klingeln Sie an der grünen Tür und fragen Sie nach einem Tagespass. An Sommerfreitagen [schreiben Sie besser vorher](/contact).',
          ),
        },
        {
          question: 'Sind Hunde erlaubt?',
          answer: richText(
            'Im Erdgeschoss, wenn sie eine Telefonkonferenz lang still liegen. Bosun, der Haushund, hat das letzte Wort.',
          ),
        },
        {
          question: 'Gibt es Parkplätze?',
          answer: richText(
            'Nicht am Kai. Das Parkhaus an der Fore Street ist vier Minuten entfernt und macht Mitgliedern einen Monatspreis. Fahrräder stehen drinnen, hinter der Kombüse.',
          ),
        },
      ],
    }),
    callToAction({
      heading: 'Kommen Sie und hören Sie, wie still es ist',
      intro: 'Führungen dauern zwanzig Minuten und enden mit Kaffee. Werktags um 10 und um 15 Uhr.',
      actions: links(
        to('/contact', 'Führung buchen'),
        out('tel:+12075550149', '207-555-0149 anrufen'),
      ),
      image: picture('galley'),
    }),
  ],
}
