import type { Desk } from './buildDesk'
import { describePast } from './describeTime'
import { loadReviews } from './loadReviews'
import { Panel } from './Panel'
import { Row } from './Row'

/** Pages that somebody waits for; nothing at all where nobody does. */
export const ReviewsPanel = async ({ desk }: { desk: Desk }) => {
  const { reviews, total } = await loadReviews(desk.req, desk.viewpoint)
  if (total === 0) return null
  return (
    <Panel id="reviews" title="Reviews" count={total} empty="">
      {reviews.map(({ id, page, title, state, by, since, tenant }) => (
        <Row
          key={id}
          href={desk.href(`/collections/pages/${page}`)}
          title={title}
          badge={state === 'returned' ? { text: 'Sent back', tone: 'waiting' } : undefined}
        >
          {state === 'requested' && by && `${by} asked `}
          {describePast(since, desk.clockIn(tenant))}
          {desk.placeOf(tenant)}
        </Row>
      ))}
    </Panel>
  )
}
