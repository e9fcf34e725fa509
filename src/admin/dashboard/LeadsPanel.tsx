import type { Desk } from './buildDesk'
import { describePast } from './describeTime'
import { loadLeads } from './loadLeads'
import { Panel } from './Panel'
import { Row } from './Row'

/** Who wrote in the last seven days and waits for an answer. */
export const LeadsPanel = async ({ desk }: { desk: Desk }) => {
  const { leads, total } = await loadLeads(desk.req, desk.viewpoint.editorOf)
  return (
    <Panel
      id="leads"
      title="New leads"
      count={total}
      more={{ href: desk.href('/collections/form-submissions'), label: 'All leads' }}
      empty="No new leads in the last seven days."
    >
      {leads.map(({ id, from, form, createdAt, tenant }) => (
        <Row key={id} href={desk.href(`/collections/form-submissions/${id}`)} title={from}>
          {form} · {describePast(createdAt, desk.clockIn(tenant))}
          {desk.placeOf(tenant)}
        </Row>
      ))}
    </Panel>
  )
}
