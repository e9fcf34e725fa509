import type { Desk } from './buildDesk'
import { loadDrafts } from './loadPages'
import { Panel } from './Panel'
import { Row } from './Row'

/** What is written and not published: everybody's for those who publish, one's own for those who write. */
export const DraftsPanel = async ({ desk }: { desk: Desk }) => {
  const { pages, total } = await loadDrafts(desk.req, desk.viewpoint)
  return (
    <Panel
      id="drafts"
      title={desk.edits ? 'Drafts waiting' : 'Your drafts'}
      count={total}
      empty={
        desk.edits ? 'Nothing waits: all that is written is published.' : 'You have no drafts.'
      }
    >
      {pages.map(({ id, title, state, author, tenant }) => (
        <Row key={id} href={desk.href(`/collections/pages/${id}`)} title={title}>
          {state === 'changed' ? 'Changes not published' : 'Never published'}
          {author && desk.edits && ` · written by ${author}`}
          {desk.placeOf(tenant)}
        </Row>
      ))}
    </Panel>
  )
}
