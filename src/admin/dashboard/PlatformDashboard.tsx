import { Button } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'

import type { User } from '@/payload-types'

import { adminPath } from '../adminPath'
import { AtriumMark } from '../brand/AtriumMark'
import { clockOf } from './Clock'
import { DashboardHead } from './DashboardHead'
import { describeDay, describePast } from './describeTime'
import { loadSpaces } from './loadSpaces'
import { Panel } from './Panel'
import { Row } from './Row'
import { SelectSpace } from './SelectSpace'
import type { Space } from './Space'

/** The platform from above: which spaces there are. What is in them is seen by choosing one. */
export const PlatformDashboard = async ({ req, user }: { req: PayloadRequest; user: User }) => {
  const { config } = req.payload
  const [newest, suspended] = await Promise.all([
    loadSpaces(req, { sort: '-createdAt', limit: 6 }),
    loadSpaces(req, { where: { status: { equals: 'suspended' } }, sort: '-updatedAt', limit: 6 }),
  ])
  const clock = clockOf(undefined, req.i18n.language)
  const href = ({ id }: Space) => adminPath(config, `/collections/tenants/${id}`)
  return (
    <>
      <DashboardHead
        over={describeDay(clock)}
        title={user.firstName ? `Hello, ${user.firstName}` : 'Hello'}
        mark={<AtriumMark className="atrium-head__mark" />}
        actions={
          <>
            <Button el="link" to={adminPath(config, '/collections/tenants/create')} margin={false}>
              New space
            </Button>
            <Button
              el="link"
              to={adminPath(config, '/collections/users')}
              buttonStyle="secondary"
              margin={false}
            >
              People
            </Button>
          </>
        }
      >
        {newest.total === 1 ? 'One space' : `${newest.total} spaces`}
        {suspended.total > 0 && `, ${suspended.total} of them suspended`}
      </DashboardHead>
      <div className="atrium-columns">
        <div className="atrium-column">
          <Panel
            id="newest"
            title="Newest spaces"
            count={newest.total}
            more={{ href: adminPath(config, '/collections/tenants'), label: 'All spaces' }}
            empty="No space yet. Make the first one."
          >
            {newest.spaces.map((space) => (
              <Row
                key={space.id}
                href={href(space)}
                title={space.name}
                badge={space.suspended ? { text: 'Suspended', tone: 'waiting' } : undefined}
                action={<SelectSpace id={space.id} name={space.name} />}
              >
                {new URL(space.origin).host} · made {describePast(space.createdAt, clock)}
              </Row>
            ))}
          </Panel>
        </div>
        <div className="atrium-column">
          <Panel
            id="suspended"
            title="Suspended"
            count={suspended.total}
            empty="Every space is active."
          >
            {suspended.spaces.map((space) => (
              <Row key={space.id} href={href(space)} title={space.name}>
                {new URL(space.origin).host}
              </Row>
            ))}
          </Panel>
        </div>
      </div>
    </>
  )
}
