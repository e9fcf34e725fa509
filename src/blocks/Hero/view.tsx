import type { HeroBlock } from '@/payload-types'
import { Actions } from '@/site/Actions'
import { headingId } from '@/site/headingId'
import { Picture } from '@/site/Picture'
import { populated } from '@/site/populated'
import { Section } from '@/site/Section'
import { Eyebrow } from '@/site/SectionHeading'

import type { ViewProps } from '../viewProps'

const VARIANTS = ['split', 'cover', 'stacked', 'compact'] as const

const sizes = {
  split: '(min-width: 60rem) 46vw, 100vw',
  cover: '100vw',
  stacked: '(min-width: 80rem) 76rem, 100vw',
  compact: '1px',
}

const Facts = ({ facts }: { facts: HeroBlock['facts'] }) =>
  facts && facts.length > 0 ? (
    <dl className="hero__facts">
      {facts.map(({ id, value, label }, index) => (
        <div key={id ?? index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  ) : null

export const HeroView = ({ block, context, isFirst }: ViewProps<HeroBlock>) => {
  const image = populated(block.image)
  const chosen = VARIANTS.find((name) => name === block.variant) ?? 'split'
  const variant = image || chosen === 'stacked' ? chosen : 'compact'
  const Heading = isFirst ? 'h1' : 'h2'
  return (
    <Section block={block} className={`hero hero--${variant}`}>
      <div className="hero__text">
        <Eyebrow>{block.eyebrow}</Eyebrow>
        {block.heading ? (
          <Heading id={headingId(block)} className="hero__heading">
            {block.heading}
          </Heading>
        ) : null}
        <div className="hero__lead">
          {block.text ? <p className="lead">{block.text}</p> : null}
          <Actions actions={block.actions} locale={context?.locale} />
        </div>
      </div>
      {image && variant !== 'compact' ? (
        <div className="hero__image">
          <Picture media={image} sizes={sizes[variant]} eager={isFirst} />
        </div>
      ) : null}
      <Facts facts={block.facts} />
    </Section>
  )
}
