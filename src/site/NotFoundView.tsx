type NotFoundViewProps = { homeHref?: string }

/** Inside the site's own layout, so that every other page is one click away. */
export const NotFoundView = ({ homeHref = '/' }: NotFoundViewProps) => (
  <section className="section notice-page" data-tone="plain">
    <div className="section__inner">
      <p className="notice-page__sign" aria-hidden="true">
        404
      </p>
      <h1>There is no page here</h1>
      <p className="lead">
        It may have moved, or the address has a slip in it. What we have is all in the menu above.
      </p>
      <p className="actions">
        <a className="button" href={homeHref}>
          Go to the home page
        </a>
      </p>
    </div>
  </section>
)
