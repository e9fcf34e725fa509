import { addressOf, type Reading } from './Language'

/** A page that was populated somewhere: nothing else of what a site shows has both. */
const isPage = (value: object): value is { path: string } =>
  'title' in value && typeof Reflect.get(value, 'path') === 'string'

/** The same data with the addresses of pages in a language where their paths were: what views link to. */
export function withAddresses<T>(data: T, reading: Reading): T {
  return rewrite(data, reading) as T
}

function rewrite(value: unknown, reading: Reading): unknown {
  if (reading.locale === reading.fallbackLocale) return value
  if (Array.isArray(value)) return value.map((one) => rewrite(one, reading))
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, rewrite(one, reading)]),
  )
  return isPage(value) ? { ...copy, path: addressOf(reading, value.path) } : copy
}
