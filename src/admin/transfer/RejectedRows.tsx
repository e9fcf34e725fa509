import type { RejectedRow } from './readImport'
import type { TransferKind } from './transferKinds'

/** More are seen in the file itself once these are mended. */
const SHOWN = 100

interface RejectedRowsProps {
  rows: readonly RejectedRow[]
  columns: TransferKind['columns']
}

export const RejectedRows = ({ rows, columns }: RejectedRowsProps) => (
  // Reached by the keyboard, since it scrolls.
  <div className="atrium-import__rejected" role="region" aria-label="Rejected rows" tabIndex={0}>
    <table>
      <caption>Rejected rows</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          {columns.map(({ key, label }) => (
            <th scope="col" key={key}>
              {label}
            </th>
          ))}
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN).map(({ place, cells, reason }, index) => (
          <tr key={index}>
            <td>{place}</td>
            {columns.map(({ key }) => (
              <td key={key}>{cells[key]}</td>
            ))}
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {rows.length > SHOWN && <p>And {(rows.length - SHOWN).toLocaleString('en')} more.</p>}
  </div>
)
