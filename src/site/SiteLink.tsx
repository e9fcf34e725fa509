import type { ReactNode } from 'react'

type SiteLinkProps = {
  href: string
  newTab?: boolean
  className?: string
  current?: boolean
  children: ReactNode
}

/** A plain link: pages are cached and small, so following it needs no client JavaScript. */
export const SiteLink = ({ href, newTab, className, current, children }: SiteLinkProps) => (
  <a
    href={href}
    className={className}
    aria-current={current ? 'page' : undefined}
    target={newTab ? '_blank' : undefined}
    rel={newTab ? 'noopener noreferrer' : undefined}
  >
    {children}
    {newTab ? <span className="visually-hidden"> (opens in a new tab)</span> : null}
  </a>
)
