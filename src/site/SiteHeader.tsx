import type { Locale } from '@/locales/locales'
import type { SiteSetting } from '@/payload-types'

import { Brand } from './Brand'
import { searchOf, type LanguageLink, type Reading } from './Language'
import { LanguageSwitch } from './LanguageSwitch'
import { Navigation } from './Navigation'
import { resolveLink } from './resolveLink'
import { SiteLink } from './SiteLink'
import { wordsOf } from './words'

type SiteHeaderProps = {
  settings: Pick<SiteSetting, 'siteName' | 'logo' | 'header'>
  reading: Reading
  languages: readonly LanguageLink[]
  currentPath: string
}

const CallToAction = ({ header, locale }: Pick<SiteSetting, 'header'> & { locale: Locale }) => {
  const link = resolveLink(header?.callToAction?.link)
  if (!link) return null
  return (
    <SiteLink
      href={link.href}
      newTab={link.newTab}
      className="button button--small"
      locale={locale}
    >
      {link.label}
    </SiteLink>
  )
}

/**
 * The menu is in the page twice, for wide and for narrow screens; the stylesheet takes one of them away, from screen
 * readers too. Opened and closed by `details`, it needs no script.
 */
export const SiteHeader = ({ settings, reading, languages, currentPath }: SiteHeaderProps) => {
  const { locale } = reading
  const words = wordsOf(locale)
  const items = settings.header?.items ?? []
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <Brand settings={settings} reading={reading} />
        {items.length > 0 ? (
          <nav className="site-header__wide" aria-label={words.mainMenu}>
            <Navigation items={items} currentPath={currentPath} group="nav-wide" locale={locale} />
          </nav>
        ) : null}
        <div className="site-header__action">
          <CallToAction header={settings.header} locale={locale} />
        </div>
        <LanguageSwitch languages={languages} locale={locale} />
        <a className="site-header__search" href={searchOf(reading)} aria-label={words.searchSite}>
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path
              d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5L20 20"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
            />
          </svg>
        </a>
        {items.length > 0 ? (
          <details className="menu">
            <summary>
              <span className="menu__open">{words.menu}</span>
              <span className="menu__close">{words.close}</span>
            </summary>
            <nav className="menu__sheet" aria-label={words.mainMenu}>
              <Navigation
                items={items}
                currentPath={currentPath}
                group="nav-narrow"
                locale={locale}
              />
              <CallToAction header={settings.header} locale={locale} />
            </nav>
          </details>
        ) : null}
      </div>
    </header>
  )
}
