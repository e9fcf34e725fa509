import type { RichTextBlock } from '@/payload-types'
import { RichText } from '@/site/RichText'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'

import type { ViewProps } from '../viewProps'

const VARIANTS = ['aside', 'column', 'statement']

export const RichTextView = ({ block, context }: ViewProps<RichTextBlock>) => {
  const chosen = VARIANTS.find((name) => name === block.variant) ?? 'aside'
  // A margin without a heading in it would only push the text to the right.
  const variant = chosen === 'aside' && !block.heading && !block.eyebrow ? 'column' : chosen
  return (
    <Section block={block} className={`text text--${variant}`}>
      <SectionHeading block={block} />
      <RichText data={block.content} locale={context?.locale} />
    </Section>
  )
}
