import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

interface RowProps {
  href: string
  title: string
  badge?: { text: string; tone: 'quiet' | 'waiting' | 'new' }
  /** Something to do with it, beside the way to it. */
  action?: ReactNode
  children: ReactNode
}

/** One document of a panel: the whole row leads to it. */
export const Row = ({ href, title, badge, action, children }: RowProps) => (
  <li className="atrium-row">
    <div className="atrium-row__text">
      <Link className="atrium-row__title" href={href} prefetch={false}>
        {title}
      </Link>
      <p className="atrium-row__details">{children}</p>
    </div>
    {badge && <span className={`atrium-badge atrium-badge--${badge.tone}`}>{badge.text}</span>}
    {action && <div className="atrium-row__action">{action}</div>}
  </li>
)
