import { homeOf, PLAIN, type Reading } from './Language'
import { wordsOf } from './words'

/** Inside the site's own layout, so that every other page is one click away. */
export const NotFoundView = ({ reading = PLAIN }: { reading?: Reading }) => {
  const words = wordsOf(reading.locale)
  return (
    <section className="section notice-page" data-tone="plain">
      <div className="section__inner">
        <p className="notice-page__sign" aria-hidden="true">
          404
        </p>
        <h1>{words.notFound}</h1>
        <p className="lead">{words.notFoundText}</p>
        <p className="actions">
          <a className="button" href={homeOf(reading)}>
            {words.goHome}
          </a>
        </p>
      </div>
    </section>
  )
}
