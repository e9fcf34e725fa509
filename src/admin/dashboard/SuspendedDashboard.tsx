import type { TenantSummary } from '@/tenancy/resolveTenant'

/** For somebody who has nothing to see: their space is suspended, or they have none. */
export const SuspendedDashboard = ({ suspended }: { suspended: readonly TenantSummary[] }) => {
  const names = suspended.map(({ name }) => name).join(', ')
  return (
    <div className="atrium-nothing">
      <h1>
        {suspended.length > 0 ? `${names} is suspended` : 'There is nothing here for you yet'}
      </h1>
      {suspended.length > 0 ? (
        <>
          <p>
            Its site is closed to visitors, and nobody can work on it for the time being. Nothing is
            lost: pages, pictures and leads are kept as they are, and come back when it is active
            again.
          </p>
          <p>If this surprises you, ask whoever runs the platform.</p>
        </>
      ) : (
        <p>
          Your account works, but it has no role anywhere. Ask the owner of the site that you want
          to work on to give you one.
        </p>
      )}
    </div>
  )
}
