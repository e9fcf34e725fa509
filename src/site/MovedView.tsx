import type { Reading } from './Language'
import { wordsOf } from './words'

/** For whoever does not follow by themselves. */
export const MovedView = ({ href, reading }: { href: string; reading: Reading }) => (
  <section className="section notice-page" data-tone="plain">
    <div className="section__inner">
      <h1>{wordsOf(reading.locale).moved}</h1>
      <p className="actions">
        <a className="button" href={href}>
          {wordsOf(reading.locale).goThere}
        </a>
      </p>
    </div>
  </section>
)
