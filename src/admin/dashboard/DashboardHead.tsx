import type { ReactNode } from 'react'

interface DashboardHeadProps {
  /** Above the title: the day. */
  over: string
  title: string
  /** Below the title. */
  children: ReactNode
  mark?: ReactNode
  actions?: ReactNode
}

export const DashboardHead = ({ over, title, children, mark, actions }: DashboardHeadProps) => (
  <div className="atrium-head">
    {mark}
    <div className="atrium-head__text">
      <p className="atrium-head__over">{over}</p>
      <h1>{title}</h1>
      <p className="atrium-head__under">{children}</p>
    </div>
    {actions && <div className="atrium-head__actions">{actions}</div>}
  </div>
)
