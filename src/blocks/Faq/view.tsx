import type { FaqBlock } from '@/payload-types'
import { RichText } from '@/site/RichText'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'

import type { ViewProps } from '../viewProps'

export const FaqView = ({ block, context }: ViewProps<FaqBlock>) => {
  const items = block.items ?? []
  if (items.length === 0) return null
  return (
    <Section block={block} className="faq">
      <SectionHeading block={block} />
      <div className="faq__items">
        {items.map(({ id, question, answer }, index) => (
          <details key={id ?? index}>
            <summary>{question}</summary>
            <RichText data={answer} locale={context?.locale} />
          </details>
        ))}
      </div>
    </Section>
  )
}
