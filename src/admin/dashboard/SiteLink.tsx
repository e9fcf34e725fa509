import type { Space } from './Space'

/** The name of a space and the way to its site. */
export const SiteLink = ({ space }: { space: Space }) => (
  <>
    <strong>{space.name}</strong>
    <a className="atrium-site-link" href={space.origin} target="_blank" rel="noreferrer">
      {new URL(space.origin).host}
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M5 11 11 5M6 5h5v5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span className="atrium-hidden">(opens the site in a new tab)</span>
    </a>
  </>
)
