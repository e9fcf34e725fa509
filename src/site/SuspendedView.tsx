import { buildThemeCss } from './buildThemeCss'
import type { ThemeSettings } from './buildPalette'

type SuspendedViewProps = { siteName: string; theme?: ThemeSettings | null }

/** The whole page of a suspended space: its name and look, and nothing of its content. */
export const SuspendedView = ({ siteName, theme }: SuspendedViewProps) => (
  <>
    <style dangerouslySetInnerHTML={{ __html: buildThemeCss(theme) }} />
    <main className="suspended" data-tone="tint">
      <p className="brand">
        <span className="brand__mark" aria-hidden="true" />
        <span className="brand__name">{siteName}</span>
      </p>
      <div>
        <h1>This site is taking a break</h1>
        <p className="lead">
          {siteName} is not available at the moment. Please try again later. If this is your site,
          sign in to see what it needs.
        </p>
      </div>
    </main>
  </>
)
