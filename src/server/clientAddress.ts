/** The header in which the server itself notes who is connected; whatever arrives under this name is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-atrium-client'

/**
 * Who is at the other end: the socket's address, or, behind so many trusted proxies, what the outermost of them saw.
 *
 * @param forwarded the X-Forwarded-For header as it arrived; every entry left of the trusted ones is the client's own claim
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  hops: number,
): string {
  const chain = [
    ...(forwarded ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    socket ?? 'unknown',
  ]
  return chain.at(-1 - hops) ?? chain[0] ?? 'unknown'
}
