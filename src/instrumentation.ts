/** Next calls this once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { beforeRequests } = await import('./server/beforeRequests')
  const { noteClientAddress } = await import('./server/noteClientAddress')
  const { applyPageStatus } = await import('./server/pageStatus')
  const { applyRequestStatus } = await import('./server/requestStatus')
  beforeRequests(noteClientAddress, applyPageStatus, applyRequestStatus)
}
