import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

interface PanelProps {
  id: string
  title: string
  count?: number
  /** Where all of it is. */
  more?: { href: string; label: string }
  /** Said when there is nothing to show. */
  empty: string
  children: ReactNode[]
}

/** One question of the day and its answer. */
export const Panel = ({ id, title, count, more, empty, children }: PanelProps) => (
  <section className="atrium-panel" aria-labelledby={`atrium-${id}`}>
    <header className="atrium-panel__head">
      <h2 id={`atrium-${id}`}>{title}</h2>
      {count ? <span className="atrium-panel__count">{count}</span> : null}
      {more && children.length > 0 && (
        <Link className="atrium-panel__more" href={more.href} prefetch={false}>
          {more.label}
        </Link>
      )}
    </header>
    {children.length > 0 ? (
      <ul className="atrium-panel__list">{children}</ul>
    ) : (
      <p className="atrium-panel__empty">{empty}</p>
    )}
  </section>
)
