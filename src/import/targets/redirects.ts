import { normalizePath, problemOfPath } from '@/redirects/redirectPath'
import { problemOfTarget } from '@/redirects/redirectTarget'
import { isRedirectType, type RedirectType } from '@/redirects/redirectTypes'

import { Findings } from './Findings'
import { oldIdOf } from './oldIdOf'
import { fieldOf, firstField, type Found, isObject, shown, textOf } from './plainValue'
import { Refusal, type Target, type TargetContext } from './Target'
import { ValueReader } from './ValueReader'

/**
 * Old addresses. As rows: through the API each would be one that a person made. The database refuses circles, and two for one address, whoever
 * writes them.
 */
export const redirects: Target = {
  slug: 'redirects',
  through: 'adapter',
  prepare: async (values, context) => {
    const findings = new Findings()
    const reader = new ValueReader(values, findings)
    const data = {
      from: fromIn(reader.take('from', 'source', 'old_url', 'path'), findings),
      to: await targetIn(reader.take('to', 'target', 'destination', 'new_url'), context, findings),
      type: typeIn(reader.take('type', 'status', 'code', 'statusCode'), findings),
      origin: 'import',
      tenant: context.tenant,
    }
    reader.keepRest()
    const { unmapped, notes } = findings
    return { languages: [{ locale: context.locales[0], data }], unmapped, notes }
  },
}

function fromIn(found: Found | undefined, findings: Findings): string {
  const given = textOf(found?.value)
  if (!found || given === undefined) throw new Refusal('a redirect without an old address')
  const path = normalizePath(pathOf(given.toWellFormed()))
  const problem = problemOfPath(path)
  if (problem !== undefined) throw new Refusal(`${shown(given)}: ${problem}`)
  if (path !== found.value) findings.note(found.path, `${shown(given)} becomes ${shown(path)}`)
  return path
}

/** An old address may be written with the domain of the old site. */
function pathOf(address: string): string {
  const text = address.trim()
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).pathname : text
}

interface RedirectTarget {
  readonly type: 'reference' | 'custom'
  readonly reference: string | null
  readonly url: string | null
}

async function targetIn(
  found: Found | undefined,
  context: TargetContext,
  findings: Findings,
): Promise<RedirectTarget> {
  if (!found) throw new Refusal('a redirect that leads nowhere')
  const url = textOf(found.value)
  if (url !== undefined) return customTarget({ ...found, value: url }, findings)
  const reference = firstField(found.value, 'reference', 'page', 'doc')
  const address = firstField(found.value, 'url', 'href', 'path')
  const type = textOf(fieldOf(found.value, 'type'))
  keepOthers(found, [reference?.name, address?.name, 'type'], findings)
  const isCustom = type === 'custom' || type === 'url' || !reference
  if (isCustom && address) {
    if (reference) findings.keep(`${found.path}.${reference.name}`, reference.value, ONE)
    return customTarget({ path: `${found.path}.${address.name}`, value: address.value }, findings)
  }
  if (!reference) throw new Refusal('a redirect that leads nowhere')
  if (address) findings.keep(`${found.path}.${address.name}`, address.value, ONE)
  const page = await pageOf(reference.value, context)
  return { type: 'reference', reference: page, url: null }
}

const ONE = 'a redirect leads to one place'

async function pageOf(value: Found['value'], context: TargetContext): Promise<string> {
  const relationTo = textOf(fieldOf(value, 'relationTo')) ?? 'pages'
  const oldId = oldIdOf(value)
  if (relationTo !== 'pages' || oldId === undefined)
    throw new Refusal(`a redirect to ${shown(relationTo)}, which is no page`)
  const page = await context.find('pages', oldId)
  if (page === undefined) throw new Refusal('a redirect to a page that is not here')
  return page
}

function customTarget({ path, value }: Found, findings: Findings): RedirectTarget {
  const given = (textOf(value) ?? '').trim()
  const url = /^[\w-]+(?:\/[\w-]+)*\/?$/.test(given) ? `/${given}` : given
  const problem = problemOfTarget(url)
  if (problem !== undefined) throw new Refusal(`${shown(given)}: ${problem}`)
  if (url !== value) findings.note(path, `${shown(value)} becomes ${shown(url)}`)
  return { type: 'custom', reference: null, url }
}

function keepOthers(
  { path, value }: Found,
  known: readonly (string | undefined)[],
  findings: Findings,
): void {
  for (const [key, inner] of Object.entries(isObject(value) ? value : {}))
    if (!known.includes(key) && inner !== undefined && inner !== null)
      findings.keep(`${path}.${key}`, inner, 'a redirect has no such field here')
}

const TYPES: Readonly<Record<string, RedirectType>> = {
  permanent: '301',
  temporary: '302',
  '303': '302',
}

function typeIn(found: Found | undefined, findings: Findings): RedirectType {
  if (!found) return '301'
  const text = textOf(found.value) ?? ''
  const type = isRedirectType(text) ? text : Object.hasOwn(TYPES, text) ? TYPES[text] : undefined
  if (type === undefined) {
    findings.keep(found.path, found.value, 'is no kind of redirect, and becomes “301”')
    return '301'
  }
  if (type !== text) findings.note(found.path, `${shown(text)} becomes “${type}”`)
  return type
}
