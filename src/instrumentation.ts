/** Next calls this once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { beforeRequests } = await import('./server/beforeRequests')
  const { noteClientAddress } = await import('./server/noteClientAddress')
  const { applyPageStatus } = await import('./server/pageStatus')
  const { applyRequestStatus } = await import('./server/requestStatus')
  const { boundPageBody, refuseBody } = await import('./server/boundPageBody')
  beforeRequests([noteClientAddress, applyPageStatus, applyRequestStatus], {
    ask: boundPageBody,
    refuse: refuseBody,
  })
  const { startJobs } = await import('./server/startJobs')
  startJobs()
}
