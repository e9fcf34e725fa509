import { brandingSchema, featureTogglesSchema, settingsSchema } from '@/collections/tenantSchemas'
import { slugify } from '@/collections/fields/slugField'
import { DEFAULT_LOCALE, localeOf, type Locale } from '@/locales/locales'
import { checkDomain, checkSlug, normalizeHost } from '@/tenancy/host'

import { Findings } from './Findings'
import { fitJson } from './fitJson'
import { fitText } from './fitText'
import { lookUp } from './lookUp'
import {
  fieldOf,
  firstField,
  type Found,
  isList,
  isObject,
  listOf,
  shown,
  textOf,
} from './plainValue'
import { type PlainValue, Refusal, type Target } from './Target'
import { inLanguage } from './translations'
import { ValueReader } from './ValueReader'

const PLANS = {
  starter: ['free', 'basic', 'trial', 'small', 'hobby'],
  standard: ['pro', 'professional', 'business', 'growth', 'team', 'medium', 'plus'],
  premium: ['enterprise', 'unlimited', 'large', 'ultimate'],
} as const

const STATUSES = {
  active: ['enabled', 'live', 'trial', 'trialing', 'true', '1', 'ok'],
  suspended: [
    'inactive',
    'disabled',
    'blocked',
    'paused',
    'cancelled',
    'canceled',
    'archived',
    'deleted',
    'closed',
    'pending',
    'false',
    '0',
  ],
} as const

const INDUSTRIES = {
  coworking: ['cowork', 'office', 'workspace'],
  studio: ['agency', 'creative', 'workshop'],
  venue: ['event', 'events', 'location', 'hospitality'],
  education: ['school', 'university', 'training', 'academy'],
  other: [],
} as const

const MAX_DOMAINS = 20

/** Spaces. A name is enough: what is missing has a value that everybody can change. */
export const tenants: Target = {
  slug: 'tenants',
  through: 'api',
  prepare: async (values, { id, locales, existing }) => {
    const findings = new Findings()
    const reader = new ValueReader(values, findings)
    const name = nameIn(reader.take('name', 'title'), locales, findings)
    const slug = slugIn(reader.take('slug', 'subdomain', 'key'), name, id, existing, findings)
    if (name === undefined && slug === undefined && !existing)
      throw new Refusal('a space without a name or a slug')
    const data = {
      ...((name ?? (existing ? undefined : slug)) === undefined ? {} : { name: name ?? slug }),
      ...(slug === undefined ? {} : { slug }),
      ...domainsIn(reader.take('domains', 'domain', 'hosts'), findings),
      ...chosen('industryModule', reader.take('industryModule', 'industry'), INDUSTRIES, 'other'),
      ...chosen('plan', reader.take('plan', 'tier'), PLANS, 'starter'),
      ...chosen('status', reader.take('status'), STATUSES, 'active'),
      ...languagesIn(reader.take('defaultLocale'), reader.take('locales'), findings),
      ...json('branding', brandingSchema, reader.take('branding')),
      ...json('settings', settingsSchema, reader.take('settings')),
      ...json(
        'featureToggles',
        featureTogglesSchema,
        namedToggles(reader.take('featureToggles'), findings),
      ),
    }
    reader.keepRest()
    const { unmapped, notes } = findings
    return { languages: [{ locale: locales[0], data }], unmapped, notes }

    function chosen<Value extends string>(
      field: string,
      found: Found | undefined,
      table: Readonly<Record<Value, readonly string[]>>,
      otherwise: Value,
    ): Readonly<Record<string, Value>> {
      return found ? { [field]: lookUp(found, table, otherwise, findings) } : {}
    }

    function json(
      field: string,
      schema: Parameters<typeof fitJson>[0],
      found: Found | undefined,
    ): Readonly<Record<string, unknown>> {
      const fitted = found && fitJson(schema, found, findings)
      return fitted === undefined ? {} : { [field]: fitted }
    }
  },
}

function nameIn(
  found: Found | undefined,
  languages: readonly [Locale, ...Locale[]],
  findings: Findings,
): string | undefined {
  const own = found && inLanguage(found, languages[0], languages, findings, true)
  return own && fitText(own, findings, { max: 120 })
}

/** A sub-domain that can be one, and that nobody mistakes for a part of the platform. */
function slugIn(
  found: Found | undefined,
  name: string | undefined,
  id: string,
  existing: unknown,
  findings: Findings,
): string | undefined {
  if (!found && (existing || name === undefined)) return undefined
  const given = textOf(found?.value) ?? ''
  const slug = given.trim().toLowerCase()
  if (found && checkSlug(slug) === true) {
    if (slug !== found.value) findings.note(found.path, `${shown(found.value)} becomes “${slug}”`)
    return slug
  }
  const made = madeSlug(slugify(given) || slugify(name ?? ''), id)
  if (found) findings.keep(found.path, found.value, `cannot be a sub-domain, and becomes “${made}”`)
  else findings.note('slug', `is missing, and made from the name: “${made}”`)
  return made
}

const WORD = 'space'

function madeSlug(text: string, id: string): string {
  const label = text.replace(/^xn-+/, '').slice(0, 63).replace(/-+$/, '')
  if (label === '') return `${WORD}-${id.slice(0, 8)}`
  return checkSlug(label) === true ? label : `${label.slice(0, 57).replace(/-+$/, '')}-${WORD}`
}

/** Domains, however they are written: texts, rows, addresses. */
function domainsIn(
  found: Found | undefined,
  findings: Findings,
): { domains?: readonly { domain: string }[] } {
  if (!found) return {}
  const domains: string[] = []
  for (const [index, value] of listOf(found.value).entries()) {
    const path = isList(found.value) ? `${found.path}.${index}` : found.path
    const domain = domainOf(value)
    if (domain === undefined || checkDomain(domain) !== true)
      findings.keep(path, value, 'cannot be a domain of a space')
    else if (domains.includes(domain)) findings.keep(path, value, `“${domain}” is there twice`)
    else if (domains.length === MAX_DOMAINS)
      findings.keep(path, value, `a space has up to ${MAX_DOMAINS} domains`)
    else {
      domains.push(domain)
      if (value !== domain) keepBeside(path, value, domain, findings)
    }
  }
  return { domains: domains.map((domain) => ({ domain })) }
}

const DOMAIN_NAMES = ['domain', 'host', 'hostname', 'name', 'url', 'value'] as const

function domainOf(value: PlainValue): string | undefined {
  const text = textOf(value) ?? textOf(firstField(value, ...DOMAIN_NAMES)?.value)
  const bare = text
    ?.trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
  return normalizeHost(bare)
}

/** What a domain's row says besides: whether it was checked, and the like. */
function keepBeside(path: string, value: PlainValue, domain: string, findings: Findings): void {
  if (!isObject(value)) return findings.note(path, `${shown(value)} becomes “${domain}”`)
  const used = firstField(value, ...DOMAIN_NAMES)?.name
  for (const [key, inner] of Object.entries(value))
    if (key !== used && key !== 'id' && inner !== undefined && inner !== null)
      findings.keep(`${path}.${key}`, inner, 'a domain has no such field here')
    else if (key === used && inner !== domain)
      findings.note(`${path}.${key}`, `${shown(inner)} becomes “${domain}”`)
}

function languagesIn(
  main: Found | undefined,
  offered: Found | undefined,
  findings: Findings,
): { defaultLocale?: Locale; locales?: Locale[] } {
  const codes = offered
    ? listOf(offered.value).flatMap((value, index) => {
        const at = isList(offered.value) ? `${offered.path}.${index}` : offered.path
        return localeIn({ path: at, value }, findings) ?? []
      })
    : []
  const said = main && localeIn(main, findings)
  const [first] = codes
  const defaultLocale = said ?? first
  if (defaultLocale === undefined) return {}
  const unique = [...new Set([...codes, ...(codes.length > 0 ? [defaultLocale] : [])])]
  if (codes.length > 0 && !codes.includes(defaultLocale))
    findings.note('locales', `the main language, ${defaultLocale}, is offered too`)
  return { defaultLocale, ...(unique.length > 0 && { locales: unique }) }
}

/** A language that there is here: `de-CH` is German. Rows name it by their code. */
function localeIn({ path, value }: Found, findings: Findings): Locale | undefined {
  const named = isObject(value) ? firstField(value, 'code', 'locale', 'id', 'value') : undefined
  const tag = (textOf(value) ?? textOf(named?.value))?.trim().replaceAll('_', '-')
  const code = (localeOf(tag) ?? localeOf(tag?.split('-')[0]))?.code
  if (code === undefined) {
    findings.keep(
      path,
      value,
      `is no language that there is here; without one it is ${DEFAULT_LOCALE}`,
    )
    return undefined
  }
  if (value !== code) {
    if (isObject(value)) findings.keep(path, value, `becomes the language ${code}`)
    else findings.note(path, `${shown(value)} becomes the language ${code}`)
  }
  return code
}

/** Toggles may be a list of what is on, and have more to them than whether they are. */
function namedToggles(found: Found | undefined, findings: Findings): Found | undefined {
  if (!found) return undefined
  if (isList(found.value)) {
    const names = found.value.filter((one) => typeof one === 'string')
    if (names.length < found.value.length) return found
    findings.note(found.path, 'a list of what is on becomes toggles')
    return { ...found, value: Object.fromEntries(names.map((name) => [name, true])) }
  }
  if (!isObject(found.value)) return found
  const entries = Object.entries(found.value).map(([name, value]) => {
    const isOn = fieldOf(value, 'enabled')
    const alone = isObject(value) && Object.keys(value).length === 1
    return [name, alone && typeof isOn === 'boolean' ? isOn : value] as const
  })
  return { ...found, value: Object.fromEntries(entries) }
}
