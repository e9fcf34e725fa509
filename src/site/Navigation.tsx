import { resolveLink, type LinkValue } from './resolveLink'
import { SiteLink } from './SiteLink'
import { wordsOf } from './words'

type NavigationItem = {
  id?: string | null
  link?: LinkValue | null
  children?: { id?: string | null; link?: LinkValue | null }[] | null
}

type NavigationProps = {
  items: NavigationItem[] | null | undefined
  currentPath: string
  /** Opening one closes the others of its group. */
  group: string
  locale?: string
}

const resolveChildren = ({ children }: NavigationItem) =>
  (children ?? []).flatMap(({ link }) => resolveLink(link) ?? [])

const Item = ({
  item,
  currentPath,
  group,
  locale,
}: { item: NavigationItem } & Omit<NavigationProps, 'items'>) => {
  const link = resolveLink(item.link)
  const children = resolveChildren(item)
  const label = link?.label ?? item.link?.label
  if (!label || (!link && children.length === 0)) return null
  const isInside =
    children.some(({ href }) => href === currentPath) ||
    (link !== undefined && link.href !== '/' && currentPath.startsWith(`${link.href}/`))
  return (
    <li
      className="nav__item"
      data-current={isInside || link?.href === currentPath ? '' : undefined}
    >
      {link ? (
        <SiteLink
          href={link.href}
          newTab={link.newTab}
          current={link.href === currentPath}
          locale={locale}
        >
          {label}
        </SiteLink>
      ) : null}
      {children.length > 0 ? (
        // `details`, so that it opens by key, touch and pointer without a script.
        <details className="nav__more" name={group}>
          <summary>
            {link ? (
              <span className="visually-hidden">{wordsOf(locale).moreAbout(label)}</span>
            ) : (
              label
            )}
          </summary>
          <ul>
            {children.map(({ href, label: text, newTab }) => (
              <li key={`${href} ${text}`}>
                <SiteLink
                  href={href}
                  newTab={newTab}
                  current={href === currentPath}
                  locale={locale}
                >
                  {text}
                </SiteLink>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  )
}

export const Navigation = ({ items, ...place }: NavigationProps) => (
  <ul className="nav">
    {(items ?? []).map((item, index) => (
      <Item key={item.id ?? index} item={item} {...place} />
    ))}
  </ul>
)
