const hasForbiddenCharacter = (url: string) =>
  // Browsers drop tabs and newlines and read `\` as `/`, so `/\evil.test` would leave the site.
  /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/.test(url)

const isWebAddress = (url: string) => {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false
  return new URL(url).hostname !== ''
}

const isSitePath = (url: string) => /^\/(?!\/)/.test(url)
const isMailOrPhone = (url: string) => /^(mailto|tel):[^:]/i.test(url)

/** The address when following it can only navigate, mail or call; otherwise nothing. */
export const safeHref = (url: unknown): string | undefined => {
  if (typeof url !== 'string') return undefined
  const trimmed = url.trim()
  if (trimmed === '' || hasForbiddenCharacter(trimmed)) return undefined
  const safe = isWebAddress(trimmed) || isSitePath(trimmed) || isMailOrPhone(trimmed)
  return safe ? trimmed : undefined
}
