import { isHexColour } from './colour'
import { readableOn } from './contrast'
import { safeHref } from './safeHref'

type Space = { name: string; url: string; tagline?: string | null; colour?: string | null }

type PlatformHomeProps = {
  spaces: Space[]
  adminUrl: string
}

const FALLBACK_COLOUR = '#2f4b3c'

const points = [
  {
    title: 'A space of its own',
    text: 'Each business gets its own address, its own look, its own people. Nothing is shared but the roof.',
  },
  {
    title: 'Walls that hold',
    text: 'PostgreSQL itself refuses one tenant’s rows to another. No forgotten filter can open a door.',
  },
  {
    title: 'Written by the people who know',
    text: 'Pages out of blocks, pictures with a focal point, forms that become leads. Drafts, previews, versions.',
  },
]

/** Five arches behind each other, lit from the court: the mark of the platform. */
const Arches = () => (
  <svg className="platform-arches" viewBox="0 0 600 640" aria-hidden="true">
    {[0, 1, 2, 3, 4].map((step) => {
      const inset = step * 56
      const width = 600 - 2 * inset
      const radius = width / 2
      const top = inset * 1.05
      return (
        <path
          key={step}
          className={`platform-arches__${step}`}
          d={`M${inset} 640V${top + radius}a${radius} ${radius} 0 0 1 ${width} 0V640Z`}
        />
      )
    })}
    <circle className="platform-arches__sun" cx="300" cy="440" r="44" />
  </svg>
)

const SpaceCard = ({ space }: { space: Space }) => {
  const href = safeHref(space.url)
  const colour = isHexColour(space.colour) ? space.colour : FALLBACK_COLOUR
  if (!href) return null
  const onColour = readableOn(colour)
  // Away from the colour of the letters, so that the arch never takes from their contrast.
  const archColour = onColour === '#ffffff' ? '#000000' : '#ffffff'
  return (
    <li className="platform-space" style={{ backgroundColor: colour, color: onColour }}>
      <svg viewBox="0 0 100 120" fill={archColour} aria-hidden="true">
        <path d="M0 120V50a50 50 0 0 1 100 0v70Z" />
        <path d="M22 120V58a28 28 0 0 1 56 0v62Z" />
      </svg>
      <h3>
        <a href={href}>{space.name}</a>
      </h3>
      {space.tagline ? <p>{space.tagline}</p> : null}
      <p className="platform-space__url">{new URL(href, 'http://localhost').host}</p>
    </li>
  )
}

/** The platform's own front door: what Atrium is, and the spaces to look at. */
export const PlatformHome = ({ spaces, adminUrl }: PlatformHomeProps) => (
  <div className="platform">
    <a className="platform-skip" href="#spaces">
      Skip to the spaces
    </a>
    <header className="platform-header">
      <p className="platform-brand">
        <svg viewBox="0 0 100 100" width="28" height="28" aria-hidden="true">
          <path d="M8 100V50a42 42 0 0 1 84 0v50H70V50a20 20 0 0 0-40 0v50Z" fill="currentColor" />
        </svg>
        Atrium
      </p>
      <a className="platform-button platform-button--quiet" href={safeHref(adminUrl)}>
        Sign in
      </a>
    </header>
    <main>
      <section className="platform-hero">
        <div>
          <h1>One house. Every space its own.</h1>
          <p className="platform-lead">
            Atrium is a content system for operators of many sites: coworking houses, studios,
            venues. They share one roof, and none can look into another’s rooms.
          </p>
          <p className="platform-actions">
            <a className="platform-button" href="#spaces">
              See the spaces
            </a>
            <a className="platform-button platform-button--quiet" href={safeHref(adminUrl)}>
              Open the admin
            </a>
          </p>
        </div>
        <Arches />
      </section>
      <section id="spaces" className="platform-spaces" aria-labelledby="platform-spaces">
        <h2 id="platform-spaces">Step inside</h2>
        {spaces.length > 0 ? (
          <ul>
            {spaces.map((space) => (
              <SpaceCard key={space.url} space={space} />
            ))}
          </ul>
        ) : (
          <p className="platform-lead">No space is open yet. Create the first one in the admin.</p>
        )}
      </section>
      <section className="platform-points" aria-label="What Atrium does">
        {points.map(({ title, text }) => (
          <div key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
      </section>
    </main>
    <footer className="platform-footer">
      <p>Atrium. Payload on PostgreSQL, isolated by row-level security.</p>
      <p>
        <a href={safeHref(adminUrl)}>Admin</a>
      </p>
    </footer>
  </div>
)
