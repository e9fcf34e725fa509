import { safeHref } from './safeHref'

export type Crumb = { label: string; path: string }

/** The way down to this page; the last one is the page itself. Shown from the second level on. */
export const Breadcrumbs = ({ trail }: { trail: Crumb[] }) => {
  if (trail.length < 2) return null
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumb">
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
