import { safeHref } from './safeHref'
import { wordsOf } from './words'

export type Crumb = { label: string; path: string }

/** The way down to this page; the last one is the page itself. Shown from the second level on. */
export const Breadcrumbs = ({ trail, locale }: { trail: Crumb[]; locale?: string }) => {
  if (trail.length < 2) return null
  return (
    <nav className="breadcrumbs" aria-label={wordsOf(locale).breadcrumb}>
      <ol>
        {trail.map(({ label, path }, index) => (
          <li key={path}>
            {index === trail.length - 1 ? (
              <span aria-current="page">{label}</span>
            ) : (
              <a href={safeHref(path)}>{label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
