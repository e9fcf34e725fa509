const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody answers there (connection refused).',
  ECONNRESET: 'The connection was cut.',
  ENOTFOUND: 'There is no server of this name.',
  EAI_AGAIN: 'The name could not be looked up.',
  ETIMEDOUT: 'There was no answer in time.',
  ABORT_ERR: 'There was no answer in time.',
  CERT_HAS_EXPIRED: 'The certificate of the server has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the server is not trusted.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the server is not trusted.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name.',
}

/** What a mail server or a network says, without addresses of people: it is kept longer than they may want. */
export const withoutAddresses = (text: string): string =>
  text
    .replace(/[^\s<>@"']+@[^\s<>@"']+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)

/** Why nobody was reached, in a sentence. */
export function describeNetworkFault(error: unknown): string {
  const code: unknown = Reflect.get(Object(error), 'code')
  const name: unknown = Reflect.get(Object(error), 'name')
  if (name === 'TimeoutError' || name === 'AbortError') return 'There was no answer in time.'
  const known = typeof code === 'string' ? NETWORK[code] : undefined
  return known ?? 'The server could not be reached.'
}
