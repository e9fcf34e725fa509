import type { ReactNode } from 'react'

import type { SiteSetting } from '@/payload-types'

import { buildThemeCss } from './buildThemeCss'
import { PLAIN, type LanguageLink, type Reading } from './Language'
import { SiteFooter } from './SiteFooter'
import { SiteHeader } from './SiteHeader'
import { wordsOf } from './words'

type SiteLayoutProps = {
  settings: Pick<
    SiteSetting,
    'siteName' | 'tagline' | 'logo' | 'theme' | 'header' | 'footer' | 'social'
  >
  /** In which language; English where nothing is said. */
  reading?: Reading
  /** The same page in the languages of the site. */
  languages?: readonly LanguageLink[]
  currentPath: string
  /** Above everything: “You are looking at a draft”. */
  banner?: ReactNode
  children: ReactNode
}

/** All of a page's body. `site.css` is the app's to import; the tenant's look comes from here. */
export const SiteLayout = ({
  settings,
  reading = PLAIN,
  languages = [],
  currentPath,
  banner,
  children,
}: SiteLayoutProps) => (
  <>
    <style dangerouslySetInnerHTML={{ __html: buildThemeCss(settings.theme) }} />
    <a className="skip-link" href="#content">
      {wordsOf(reading.locale).skip}
    </a>
    {banner ? <div className="site-banner">{banner}</div> : null}
    <SiteHeader
      settings={settings}
      reading={reading}
      languages={languages}
      currentPath={currentPath}
    />
    <main id="content" tabIndex={-1}>
      {children}
    </main>
    <SiteFooter settings={settings} locale={reading.locale} />
  </>
)
