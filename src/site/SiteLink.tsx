import type { ReactNode } from 'react'

import { wordsOf } from './words'

type SiteLinkProps = {
  href: string
  newTab?: boolean
  className?: string
  current?: boolean
  /** Of the page that it is on. */
  locale?: string
  children: ReactNode
}

/** A plain link: pages are cached and small, so following it needs no client JavaScript. */
export const SiteLink = ({ href, newTab, className, current, locale, children }: SiteLinkProps) => (
  <a
    href={href}
    className={className}
    aria-current={current ? 'page' : undefined}
    target={newTab ? '_blank' : undefined}
    rel={newTab ? 'noopener noreferrer' : undefined}
  >
    {children}
    {newTab ? <span className="visually-hidden"> {wordsOf(locale).newTab}</span> : null}
  </a>
)
