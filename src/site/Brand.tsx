import type { SiteSetting } from '@/payload-types'

import { homeOf, type Reading } from './Language'
import { populated } from './populated'
import { wordsOf } from './words'

type BrandProps = { settings: Pick<SiteSetting, 'siteName' | 'logo'>; reading: Reading }

// From this ratio on a logo is taken to hold the name already.
const WORDMARK_RATIO = 1.8

/** The way home: the logo, with the name beside it unless the logo is wide enough to spell it. */
export const Brand = ({ settings, reading }: BrandProps) => {
  const logo = populated(settings.logo)
  const isWordmark = Boolean(
    logo?.width && logo.height && logo.width / logo.height >= WORDMARK_RATIO,
  )
  const label = isWordmark ? (logo?.alt ?? settings.siteName) : ''
  return (
    <a
      className="brand"
      href={homeOf(reading)}
      aria-label={`${settings.siteName}, ${wordsOf(reading.locale).home}`}
    >
      {logo?.url ? (
        <img
          className="brand__logo"
          src={logo.url}
          alt={label}
          width={logo.width ?? undefined}
          height={logo.height ?? undefined}
        />
      ) : (
        <span className="brand__mark" aria-hidden="true" />
      )}
      {isWordmark ? null : <span className="brand__name">{settings.siteName}</span>}
    </a>
  )
}
