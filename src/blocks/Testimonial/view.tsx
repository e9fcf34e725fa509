import type { TestimonialBlock } from '@/payload-types'
import { Picture } from '@/site/Picture'
import { populated } from '@/site/populated'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'

import type { ViewProps } from '../viewProps'

export const TestimonialView = ({ block, isFirst }: ViewProps<TestimonialBlock>) => {
  const quotes = block.quotes ?? []
  if (quotes.length === 0) return null
  return (
    <Section
      block={block}
      className={`testimonial testimonial--${quotes.length === 1 ? 'single' : 'several'}`}
    >
      <SectionHeading block={block} />
      <ul className="testimonial__quotes">
        {quotes.map(({ id, quote, name, role, image }, index) => (
          <li key={id ?? index}>
            <figure className="voice">
              <blockquote>
                <p>{quote}</p>
              </blockquote>
              <figcaption>
                {populated(image)?.url ? (
                  <Picture media={image} sizes="4rem" eager={isFirst} decorative />
                ) : null}
                <span>
                  <strong>{name}</strong>
                  {role ? <span className="voice__role">{role}</span> : null}
                </span>
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </Section>
  )
}
