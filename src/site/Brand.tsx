import type { SiteSetting } from '@/payload-types'

import { populated } from './populated'

type BrandProps = { settings: Pick<SiteSetting, 'siteName' | 'logo'> }

// From this ratio on a logo is taken to hold the name already.
const WORDMARK_RATIO = 1.8

/** The way home: the logo, with the name beside it unless the logo is wide enough to spell it. */
export const Brand = ({ settings }: BrandProps) => {
  const logo = populated(settings.logo)
  const isWordmark = Boolean(
    logo?.width && logo.height && logo.width / logo.height >= WORDMARK_RATIO,
  )
  const label = isWordmark ? (logo?.alt ?? settings.siteName) : ''
  return (
    <a className="brand" href="/" aria-label={`${settings.siteName}, home`}>
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
