import type { Desk } from './buildDesk'
import { describeMoment } from './describeTime'
import { loadScheduled } from './loadPages'
import { Panel } from './Panel'
import { Row } from './Row'

/** What will appear by itself, soonest first. */
export const ScheduledPanel = async ({ desk }: { desk: Desk }) => {
  const { pages, total } = await loadScheduled(desk.req, desk.viewpoint)
  return (
    <Panel id="scheduled" title="Scheduled" count={total} empty="No page is scheduled.">
      {pages.map(({ id, title, publishedAt, tenant }) => (
        <Row key={id} href={desk.href(`/collections/pages/${id}`)} title={title}>
          {publishedAt && `Visible from ${describeMoment(publishedAt, desk.clockIn(tenant))}`}
          {desk.placeOf(tenant)}
        </Row>
      ))}
    </Panel>
  )
}
