import { resolveLink, type LinkValue } from './resolveLink'
import { SiteLink } from './SiteLink'

type ActionsProps = {
  actions: { link?: LinkValue | null; id?: string | null }[] | null | undefined
  locale: string | undefined
}

/** Buttons, the first one prominent. Those that lead nowhere are left out. */
export const Actions = ({ actions, locale }: ActionsProps) => {
  const links = (actions ?? []).flatMap(({ link }) => resolveLink(link) ?? [])
  if (links.length === 0) return null
  return (
    <p className="actions">
      {links.map(({ href, label, newTab }, index) => (
        <SiteLink
          key={`${href} ${label}`}
          href={href}
          newTab={newTab}
          locale={locale}
          className={index === 0 ? 'button' : 'button button--quiet'}
        >
          {label}
        </SiteLink>
      ))}
    </p>
  )
}
