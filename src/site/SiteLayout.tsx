import type { ReactNode } from 'react'

import type { SiteSetting } from '@/payload-types'

import { buildThemeCss } from './buildThemeCss'
import { SiteFooter } from './SiteFooter'
import { SiteHeader } from './SiteHeader'

type SiteLayoutProps = {
  settings: Pick<
    SiteSetting,
    'siteName' | 'tagline' | 'logo' | 'theme' | 'header' | 'footer' | 'social'
  >
  currentPath: string
  /** Above everything: “You are looking at a draft”. */
  banner?: ReactNode
  children: ReactNode
}

/** All of a page's body. `site.css` is the app's to import; the tenant's look comes from here. */
export const SiteLayout = ({ settings, currentPath, banner, children }: SiteLayoutProps) => (
  <>
    <style dangerouslySetInnerHTML={{ __html: buildThemeCss(settings.theme) }} />
    <a className="skip-link" href="#content">
      Skip to the content
    </a>
    {banner ? <div className="site-banner">{banner}</div> : null}
    <SiteHeader settings={settings} currentPath={currentPath} />
    <main id="content" tabIndex={-1}>
      {children}
    </main>
    <SiteFooter settings={settings} />
  </>
)
