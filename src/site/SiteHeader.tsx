import type { SiteSetting } from '@/payload-types'

import { Brand } from './Brand'
import { Navigation } from './Navigation'
import { resolveLink } from './resolveLink'
import { searchPath } from './searchPath'
import { SiteLink } from './SiteLink'

type SiteHeaderProps = {
  settings: Pick<SiteSetting, 'siteName' | 'logo' | 'header'>
  currentPath: string
}

const CallToAction = ({ header }: Pick<SiteSetting, 'header'>) => {
  const link = resolveLink(header?.callToAction?.link)
  if (!link) return null
  return (
    <SiteLink href={link.href} newTab={link.newTab} className="button button--small">
      {link.label}
    </SiteLink>
  )
}

/**
 * The menu is in the page twice, for wide and for narrow screens; the stylesheet takes one of them away, from screen
 * readers too. Opened and closed by `details`, it needs no script.
 */
export const SiteHeader = ({ settings, currentPath }: SiteHeaderProps) => {
  const items = settings.header?.items ?? []
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <Brand settings={settings} />
        {items.length > 0 ? (
          <nav className="site-header__wide" aria-label="Main">
            <Navigation items={items} currentPath={currentPath} group="nav-wide" />
          </nav>
        ) : null}
        <div className="site-header__action">
          <CallToAction header={settings.header} />
        </div>
        <a className="site-header__search" href={searchPath} aria-label="Search this site">
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
              <span className="menu__open">Menu</span>
              <span className="menu__close">Close</span>
            </summary>
            <nav className="menu__sheet" aria-label="Main">
              <Navigation items={items} currentPath={currentPath} group="nav-narrow" />
              <CallToAction header={settings.header} />
            </nav>
          </details>
        ) : null}
      </div>
    </header>
  )
}
