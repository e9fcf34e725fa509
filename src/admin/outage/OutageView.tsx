import './outage.css'

/** Instead of the admin while the database is down. The sign-in page would say that the person is not signed in. */
export const OutageView = () => (
  <main className="atrium-outage">
    {/* Nobody has to watch it. */}
    <meta httpEquiv="refresh" content="15" />
    <h1>One moment</h1>
    <p>
      The database cannot be reached. This page tries again by itself; you stay signed in, and
      nothing that was saved is lost.
    </p>
  </main>
)
