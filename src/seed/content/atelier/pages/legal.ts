import { hero, text } from '../../blocks'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const legal: PageSeed = {
  path: '/legal',
  title: 'Legal notice and privacy',
  meta: {
    description: 'Responsible for this site, and what becomes of what you write to us.',
    noIndex: true,
  },
  layout: [
    hero({ variant: 'compact', heading: 'Legal notice and privacy' }),
    text({
      variant: 'column',
      content: richText(`
        ## Responsible

        Atelier Verhaegen VZW, Naaldstraat 12, 2000 Antwerpen, Belgium. Director: Colette Marchand. Telephone +32 3 555 01 42, [hello@atelier.test](mailto:hello@atelier.test).

        ## Enquiries

        What you send with the form is read by Hana Sato and Colette Marchand and kept for as long as the planning lasts, then for the seven years that Belgian book-keeping asks for if an event came of it, and otherwise for six months.

        ## Visits to this site

        There are no cookies for visitors and no measuring by others. The server keeps a log for a week in case somebody attacks it.

        ## Your rights

        Under the General Data Protection Regulation you may ask for access, correction, deletion and a copy. A letter or a line by e-mail is enough. The supervisory authority is the Gegevensbeschermingsautoriteit in Brussels.
      `),
    }),
  ],
}
