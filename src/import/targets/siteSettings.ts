import type { Field } from 'payload'

import { SiteSettings } from '@/collections/SiteSettings'
import { type Locale } from '@/locales/locales'

import { Findings } from './Findings'
import { fitFields, namedFields } from './layout/fitFields'
import { type Fitting } from './layout/Fitting'
import { RowReader } from './layout/RowReader'
import { type Found, textOf } from './plainValue'
import {
  type LocalizedData,
  NoPlace,
  type PlainValues,
  type Target,
  type TargetContext,
} from './Target'
import { languagesIn } from './translations'

/** A part of the settings that a global of Payload is. */
type Part = 'site' | 'header' | 'footer'

const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/foot/i, 'footer'],
  [/head|nav|menu/i, 'header'],
  [/site|setting|general|config|brand|company/i, 'site'],
]

/** What our fields are called elsewhere. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  siteName: 'site_name siteTitle site_title name title',
  tagline: 'slogan claim motto subtitle',
  description: 'metaDescription meta_description seoDescription',
  logo: 'logoImage brandLogo',
  favicon: 'icon',
  shareImage: 'ogImage og_image socialImage image',
  social: 'socials socialLinks social_links socialMedia networks',
  platform: 'network name label icon type',
  url: 'href link',
  items: 'navItems nav_items links nav menu menuItems navigation mainMenu',
  children: 'subItems subNavItems submenu items links',
  callToAction: 'cta button',
  text: 'copyright smallPrint small_print note',
  columns: 'groups sections menus',
  heading: 'title label name',
  links: 'navItems items menu',
}

const aliasesOf = (field: string): readonly string[] =>
  Object.hasOwn(FIELD_WORDS, field) ? (FIELD_WORDS[field] ?? '').split(' ') : []

const OF_THE_ENGINE = ['createdAt', 'updatedAt', 'deletedAt']

/**
 * The settings of a space's site: each global of a site on Payload is a part of them, by what it is called (`globalType`). One of which no part is
 * known, or nothing can be used, is kept whole.
 */
export const siteSettings: Target = {
  slug: 'site-settings',
  through: 'api',
  single: true,
  prepare: async (values, context) => {
    const findings = new Findings()
    const said = Object.fromEntries(
      Object.entries(values).filter(([name]) => !OF_THE_ENGINE.includes(name)),
    )
    const part = partOf(textOf(said.globalType))
    const [main] = context.locales
    const written = languagesIn(said, context.locales)
    const languages: LocalizedData[] = []
    for (const locale of context.locales)
      if (locale === main || written.has(locale))
        languages.push({ locale, data: await partIn(part, said, locale, context, findings) })
    const [first, ...others] = languages
    if (!first || Object.keys(first.data).length === 0)
      throw new NoPlace('nothing of it is known among the settings of a site')
    const whole = named(first, part, context, findings)
    const { unmapped, notes } = findings
    return { languages: [whole, ...others], unmapped, notes }
  },
}

function partOf(name: string | undefined): Part {
  if (name === undefined) return 'site'
  const part = PARTS.find(([words]) => words.test(name))?.[1]
  if (!part) throw new NoPlace(`“${name}” is no part of the settings of a site`)
  return part
}

const fieldsOf = (part: Part): readonly Field[] => {
  const own = namedFields(SiteSettings.fields).filter(({ name }) => name !== 'tenant')
  if (part === 'site') return own
  const group = own.find(({ name }) => name === part)
  return group?.type === 'group' ? group.fields : []
}

async function partIn(
  part: Part,
  values: PlainValues,
  locale: Locale,
  context: TargetContext,
  findings: Findings,
): Promise<Readonly<Record<string, unknown>>> {
  const fitting: Fitting = { context, findings, locale, aliasesOf, shared: true }
  const fields = fieldsOf(part)
  const reader = new RowReader(
    '',
    values,
    namedFields(fields).map(({ name }) => name),
  )
  reader.take('globalType')
  if (part === 'footer') headList(reader, findings)
  const { row } = await fitFields(fields, reader, fitting)
  reader.keepRest(findings, 'there is no such field here')
  const isEmpty = Object.values(row).every((value) => value == null)
  if (isEmpty) return {}
  return part === 'site' ? row : { [part]: row }
}

const HEADING = 'Links'

/** Links of a footer stand in columns, each below a heading; elsewhere they may be one list. */
function headList(reader: RowReader, findings: Findings): void {
  if (reader.peek('columns', ...aliasesOf('columns'))) return
  const found: Found | undefined = reader.take('navItems', 'nav_items', 'links', 'items', 'menu')
  if (!found) return
  findings.note(found.path, `a list without a heading becomes a column “${HEADING}”`)
  reader.offer('columns', { path: found.path, value: [{ heading: HEADING, links: found.value }] })
}

/** Settings have the name of the site; a space that has none yet gets one. */
function named(
  { data, locale }: LocalizedData,
  part: Part,
  { existing, tenantSlug = 'site' }: TargetContext,
  findings: Findings,
): LocalizedData {
  if (existing || (part === 'site' && data.siteName != null)) return { data, locale }
  const words = tenantSlug.replaceAll('-', ' ')
  const siteName = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  findings.note('siteName', `is not said: “${siteName}”`)
  return { data: { ...data, siteName }, locale }
}
