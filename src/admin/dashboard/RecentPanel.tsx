import type { Desk } from './buildDesk'
import { describePast } from './describeTime'
import { loadRecentlyEdited } from './loadPages'
import { Panel } from './Panel'
import { Row } from './Row'

const badges = {
  published: undefined,
  changed: { text: 'Changed', tone: 'waiting' },
  draft: { text: 'Draft', tone: 'quiet' },
} as const

/** What people worked on last, to go on with it. */
export const RecentPanel = async ({ desk }: { desk: Desk }) => {
  const { pages } = await loadRecentlyEdited(desk.req, desk.viewpoint)
  return (
    <Panel
      id="recent"
      title="Recently edited"
      more={{ href: desk.href('/collections/pages'), label: 'All pages' }}
      empty="There are no pages yet. Begin with the home page: give it the address “home”."
    >
      {pages.map(({ id, title, state, author, updatedAt, tenant }) => (
        <Row
          key={id}
          href={desk.href(`/collections/pages/${id}`)}
          title={title}
          badge={badges[state]}
        >
          {describePast(updatedAt, desk.clockIn(tenant))}
          {author && ` · written by ${author}`}
          {desk.placeOf(tenant)}
        </Row>
      ))}
    </Panel>
  )
}
