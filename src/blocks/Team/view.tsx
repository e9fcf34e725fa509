import type { TeamBlock } from '@/payload-types'
import { Picture } from '@/site/Picture'
import { populated } from '@/site/populated'
import { safeHref } from '@/site/safeHref'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'

import { itemHeading } from '../itemHeading'
import type { ViewProps } from '../viewProps'
import { initials } from './initials'

export const TeamView = ({ block, isFirst }: ViewProps<TeamBlock>) => {
  const people = block.people ?? []
  if (people.length === 0) return null
  const Heading = itemHeading(block)
  return (
    <Section block={block} className="team">
      <SectionHeading block={block} />
      <ul className="team__people">
        {people.map(({ id, name, role, image, text, email }, index) => {
          const mail = email ? safeHref(`mailto:${email}`) : undefined
          return (
            <li key={id ?? index} className="person">
              <div className="person__image">
                {populated(image)?.url ? (
                  <Picture media={image} sizes="(min-width: 48rem) 20rem, 50vw" eager={isFirst} />
                ) : (
                  <span aria-hidden="true">{initials(name)}</span>
                )}
              </div>
              <Heading className="person__name">{name}</Heading>
              {role ? <p className="person__role">{role}</p> : null}
              {text ? <p className="person__text">{text}</p> : null}
              {mail ? (
                <p className="person__mail">
                  <a href={mail}>{email}</a>
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
