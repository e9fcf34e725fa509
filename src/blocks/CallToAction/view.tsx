import type { CallToActionBlock } from '@/payload-types'
import { Actions } from '@/site/Actions'
import { Picture } from '@/site/Picture'
import { populated } from '@/site/populated'
import { Section, toneOf } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'

import type { ViewProps } from '../viewProps'

export const CallToActionView = ({ block, context, isFirst }: ViewProps<CallToActionBlock>) => {
  const image = populated(block.image)
  return (
    <Section block={block} className="cta" tone="plain">
      <div
        className="cta__panel"
        data-tone={toneOf(block.tone)}
        data-image={image ? '' : undefined}
      >
        <div className="cta__text">
          <SectionHeading block={block} />
          <Actions actions={block.actions} locale={context?.locale} />
        </div>
        {image ? (
          <div className="cta__image">
            <Picture media={image} sizes="(min-width: 60rem) 34rem, 100vw" eager={isFirst} />
          </div>
        ) : null}
      </div>
    </Section>
  )
}
