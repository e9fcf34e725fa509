import type { PricingBlock } from '@/payload-types'
import { resolveLink } from '@/site/resolveLink'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'
import { SiteLink } from '@/site/SiteLink'

import { itemHeading } from '../itemHeading'
import type { ViewProps } from '../viewProps'

type Plan = PricingBlock['plans'][number]

const PlanButton = ({ plan, locale }: { plan: Plan; locale: string | undefined }) => {
  const link = resolveLink(plan.link)
  if (!link) return null
  return (
    <p className="plan__action">
      <SiteLink
        href={link.href}
        newTab={link.newTab}
        locale={locale}
        className={plan.featured ? 'button' : 'button button--quiet'}
      >
        {link.label}
        <span className="visually-hidden">: {plan.name}</span>
      </SiteLink>
    </p>
  )
}

export const PricingView = ({ block, context }: ViewProps<PricingBlock>) => {
  const plans = block.plans ?? []
  if (plans.length === 0) return null
  const Heading = itemHeading(block)
  return (
    <Section block={block} className="pricing">
      <SectionHeading block={block} />
      <ul className="pricing__plans" data-count={plans.length}>
        {plans.map((plan, index) => (
          <li key={plan.id ?? index} className="plan" data-tone={plan.featured ? 'bold' : 'card'}>
            <div className="plan__head">
              <Heading className="plan__name">{plan.name}</Heading>
              {plan.featured && plan.badge ? <p className="badge">{plan.badge}</p> : null}
            </div>
            <p className="plan__price">
              <span>{plan.price}</span> {plan.period ? <small>{plan.period}</small> : null}
            </p>
            {plan.text ? <p className="plan__text">{plan.text}</p> : null}
            {plan.features && plan.features.length > 0 ? (
              <ul className="plan__features">
                {plan.features.map(({ id, text }, row) => (
                  <li key={id ?? row}>{text}</li>
                ))}
              </ul>
            ) : null}
            <PlanButton plan={plan} locale={context?.locale} />
          </li>
        ))}
      </ul>
      {block.note ? <p className="pricing__note">{block.note}</p> : null}
    </Section>
  )
}
