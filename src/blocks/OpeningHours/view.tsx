import type { OpeningHoursBlock } from '@/payload-types'
import { Picture } from '@/site/Picture'
import { populated } from '@/site/populated'
import { safeHref } from '@/site/safeHref'
import { Section } from '@/site/Section'
import { SectionHeading } from '@/site/SectionHeading'
import { SiteLink } from '@/site/SiteLink'
import { wordsOf } from '@/site/words'

import { itemHeading } from '../itemHeading'
import type { ViewProps } from '../viewProps'
import { formatDays, formatTime } from './formatHours'

type Line = NonNullable<OpeningHoursBlock['hours']>[number]
type PlaceProps = {
  place: NonNullable<OpeningHoursBlock['place']>
  heading: 'h2' | 'h3'
  locale: string | undefined
}

const Times = ({ line, locale }: { line: Line; locale?: string }) => {
  const opens = formatTime(line.opens, locale)
  const closes = formatTime(line.closes, locale)
  if (!opens || !closes) return line.note ? null : <>{wordsOf(locale).closed}</>
  return (
    <>
      <time dateTime={line.opens ?? undefined}>{opens}</time> –{' '}
      <time dateTime={line.closes ?? undefined}>{closes}</time>
    </>
  )
}

const Hours = ({ lines, locale }: { lines: Line[]; locale?: string }) => (
  <table className="hours__table">
    <caption className="visually-hidden">{wordsOf(locale).openingHours}</caption>
    <tbody>
      {lines.map((line, index) => (
        <tr key={line.id ?? index}>
          <th scope="row">{formatDays(line.days, locale)}</th>
          <td>
            <Times line={line} locale={locale} />
            {line.note ? <small>{line.note}</small> : null}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Place = ({ place, heading: Heading, locale }: PlaceProps) => {
  const map = safeHref(place.mapUrl)
  const phone = safeHref(place.phone ? `tel:${place.phone.replace(/[^\d+]/g, '')}` : undefined)
  const mail = safeHref(place.email ? `mailto:${place.email}` : undefined)
  return (
    <div className="hours__place">
      {place.name ? <Heading className="hours__name">{place.name}</Heading> : null}
      {place.address ? <address className="hours__address">{place.address}</address> : null}
      {phone || mail ? (
        <ul className="hours__contact">
          {phone ? (
            <li>
              <a href={phone}>{place.phone}</a>
            </li>
          ) : null}
          {mail ? (
            <li>
              <a href={mail}>{place.email}</a>
            </li>
          ) : null}
        </ul>
      ) : null}
      {place.directions ? <p className="hours__directions">{place.directions}</p> : null}
      {map ? (
        <p>
          <SiteLink href={map} newTab className="arrow-link" locale={locale}>
            {wordsOf(locale).openMap}
          </SiteLink>
        </p>
      ) : null}
    </div>
  )
}

export const OpeningHoursView = ({ block, context, isFirst }: ViewProps<OpeningHoursBlock>) => {
  const lines = block.hours ?? []
  const image = populated(block.image)
  return (
    <Section block={block} className="hours">
      <div className="hours__columns" data-image={image?.url ? '' : undefined}>
        <div className="hours__main">
          <SectionHeading block={block} />
          {block.notice ? <p className="notice">{block.notice}</p> : null}
          {lines.length > 0 ? <Hours lines={lines} locale={context?.locale} /> : null}
        </div>
        <div className="hours__side">
          {image ? (
            <div className="hours__image">
              <Picture media={image} sizes="(min-width: 60rem) 34rem, 100vw" eager={isFirst} />
            </div>
          ) : null}
          {block.place ? (
            <Place place={block.place} heading={itemHeading(block)} locale={context?.locale} />
          ) : null}
        </div>
      </div>
    </Section>
  )
}
