import type { ImportReport } from './readImport'

/** More are seen in the file itself once these are mended. */
const SHOWN = 100

export const RejectedRows = ({ rows }: { rows: ImportReport['rejected'] }) => (
  <div className="atrium-import__rejected">
    <table>
      <caption>Rejected rows</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN).map(({ line, from, to, reason }) => (
          <tr key={line}>
            <td>{line}</td>
            <td>{from}</td>
            <td>{to}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {rows.length > SHOWN && <p>And {(rows.length - SHOWN).toLocaleString('en')} more.</p>}
  </div>
)
