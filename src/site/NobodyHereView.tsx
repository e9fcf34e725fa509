/** A host that is nobody's: plain, with no look of anybody's. */
export const NobodyHereView = () => (
  <main style={{ font: '1rem/1.6 system-ui, sans-serif', padding: '4rem 1.5rem' }}>
    <h1>404</h1>
    <p>There is nothing at this address.</p>
  </main>
)
