import { hero, text } from '../../blocks'
import { richText } from '../../richText'
import type { PageSeed } from '../../types'

export const privacy: PageSeed = {
  path: '/privacy',
  title: 'Privacy and legal',
  meta: { description: 'Who runs this site and what happens to your data.', noIndex: true },
  layout: [
    hero({
      variant: 'compact',
      heading: 'Privacy and legal',
      text: 'Short, because we keep little.',
    }),
    text({
      variant: 'column',
      content: richText(`
        ## Who’s responsible

        Foundry Row Co-operative Society, 14 Alma Yard, Sheffield S3. Secretary: Ingrid Solberg. Telephone 0114 496 0182, [hello@foundry.test](mailto:hello@foundry.test).

        ## What you send us

        Names, addresses and messages from the forms on this site are read by the five of us and used to answer you. We delete them after a year, or when you say so.

        ## What we don’t do

        No cookies for visitors, no trackers, no newsletter you didn’t ask for.

        ## Your rights

        Under UK data protection law you can ask what we hold, have it corrected or have it deleted. If you think we’ve got it wrong, the Information Commissioner’s Office wants to hear from you; we’d like to hear first.
      `),
    }),
  ],
}
