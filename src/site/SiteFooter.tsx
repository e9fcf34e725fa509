import type { SiteSetting } from '@/payload-types'

import { resolveLink } from './resolveLink'
import { safeHref } from './safeHref'
import { SiteLink } from './SiteLink'
import { SocialIcon } from './SocialIcon'
import { socialLabel } from './socialPlatforms'

type SiteFooterProps = {
  settings: Pick<SiteSetting, 'siteName' | 'tagline' | 'footer' | 'social'>
  locale: string
}

const Columns = ({ footer, locale }: Pick<SiteSetting, 'footer'> & { locale: string }) =>
  (footer?.columns ?? []).map(({ id, heading, links }, index) => {
    const resolved = (links ?? []).flatMap(({ link }) => resolveLink(link) ?? [])
    if (resolved.length === 0) return null
    return (
      <div key={id ?? index} className="site-footer__column">
        {heading ? <h2>{heading}</h2> : null}
        <ul>
          {resolved.map(({ href, label, newTab }) => (
            <li key={`${href} ${label}`}>
              <SiteLink href={href} newTab={newTab} locale={locale}>
                {label}
              </SiteLink>
            </li>
          ))}
        </ul>
      </div>
    )
  })

const Social = ({ social }: Pick<SiteSetting, 'social'>) => {
  const links = (social ?? []).flatMap(({ platform, url }) => {
    const href = safeHref(url)
    return href ? { href, platform } : []
  })
  if (links.length === 0) return null
  return (
    <ul className="social">
      {links.map(({ href, platform }) => (
        <li key={href}>
          <a href={href} rel="me noopener">
            <SocialIcon platform={platform} />
            <span className="visually-hidden">{socialLabel(platform)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

export const SiteFooter = ({ settings, locale }: SiteFooterProps) => (
  <footer className="site-footer" data-tone="deep">
    <div className="site-footer__inner">
      <div className="site-footer__about">
        {settings.tagline ? <p className="site-footer__tagline">{settings.tagline}</p> : null}
        <Social social={settings.social} />
      </div>
      <div className="site-footer__columns">
        <Columns footer={settings.footer} locale={locale} />
      </div>
      <div className="site-footer__end">
        <p className="site-footer__name">{settings.siteName}</p>
        {settings.footer?.text ? <p className="site-footer__text">{settings.footer.text}</p> : null}
      </div>
    </div>
  </footer>
)
