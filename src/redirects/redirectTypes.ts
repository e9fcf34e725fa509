/** With which status visitors are sent on. */
export const REDIRECT_TYPES = [
  { value: '301', label: '301: moved for good' },
  { value: '302', label: '302: for the time being' },
  { value: '307', label: '307: for the time being, forms are sent again' },
  { value: '308', label: '308: moved for good, forms are sent again' },
] as const

export type RedirectType = (typeof REDIRECT_TYPES)[number]['value']

export const isRedirectType = (value: string): value is RedirectType =>
  REDIRECT_TYPES.some((type) => type.value === value)

export const isPermanent = (type: RedirectType): boolean => type === '301' || type === '308'
