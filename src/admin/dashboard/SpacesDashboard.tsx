import type { SanitizedPermissions } from 'payload'

import type { User } from '@/payload-types'

import { BrandTile } from '../brand/BrandTile'
import type { Brand } from '../brand/loadBrand'
import type { Desk } from './buildDesk'
import { DashboardHead } from './DashboardHead'
import { describeDay, describeGreeting } from './describeTime'
import { DraftsPanel } from './DraftsPanel'
import { LeadsPanel } from './LeadsPanel'
import { QuickActions } from './QuickActions'
import { RecentPanel } from './RecentPanel'
import { ReviewsPanel } from './ReviewsPanel'
import { ScheduledPanel } from './ScheduledPanel'
import { SiteLink } from './SiteLink'
import { SpaceCards } from './SpaceCards'

interface SpacesDashboardProps {
  desk: Desk
  user: User
  permissions: SanitizedPermissions
  brand: Brand | null
}

/** The day of somebody who works on one site, or on several: what waits on the left, what goes on at the right. */
export const SpacesDashboard = ({ desk, user, permissions, brand }: SpacesDashboardProps) => {
  const { only, edits, writes, spaces } = desk
  const clock = desk.clockIn('')
  const greeting = describeGreeting(clock)
  return (
    <>
      <DashboardHead
        over={describeDay(clock)}
        title={user.firstName ? `${greeting}, ${user.firstName}` : greeting}
        mark={brand && <BrandTile brand={brand} className="atrium-tile--large" />}
        // With several in view, none of them could be meant.
        actions={only && <QuickActions href={desk.href} permissions={permissions} />}
      >
        {only ? <SiteLink space={only} /> : `You work on ${spaces.length} sites.`}
        {only?.suspended && <span className="atrium-badge atrium-badge--waiting">Suspended</span>}
      </DashboardHead>
      {!only && <SpaceCards spaces={spaces} />}
      <div className="atrium-columns">
        <div className="atrium-column">
          {writes && <ReviewsPanel desk={desk} />}
          {edits && <LeadsPanel desk={desk} />}
          {writes ? <DraftsPanel desk={desk} /> : <RecentPanel desk={desk} />}
          {writes && !edits && <ScheduledPanel desk={desk} />}
        </div>
        <div className="atrium-column">
          {(edits || !writes) && <ScheduledPanel desk={desk} />}
          {writes && <RecentPanel desk={desk} />}
        </div>
      </div>
    </>
  )
}
