/** For whoever does not follow by themselves. */
export const MovedView = ({ href }: { href: string }) => (
  <section className="section notice-page" data-tone="plain">
    <div className="section__inner">
      <h1>This page has moved</h1>
      <p className="actions">
        <a className="button" href={href}>
          Go to its new address
        </a>
      </p>
    </div>
  </section>
)
