import { safeHref } from '@/site/safeHref'

import { cutText, fitText } from '../fitText'
import { oldIdOf } from '../oldIdOf'
import { fieldOf, type Found, isObject, shown, textOf } from '../plainValue'
import { inLanguage } from '../translations'
import { truthOf } from '../truthOf'
import { type Fitting, type Row } from './Fitting'
import { RowReader } from './RowReader'

const MAX_LABEL = 60
const MAX_URL = 500

/** A link of a source as a row of src/blocks/linkField.ts. Undefined, and kept, if it leads nowhere that a link here can lead. */
export async function fitLink(found: Found, fitting: Fitting): Promise<Row | undefined> {
  const { findings } = fitting
  if (!isObject(found.value)) {
    findings.keep(found.path, found.value, `${shown(found.value)} is no link with words`)
    return undefined
  }
  const reader = new RowReader(found.path, found.value)
  const own = (...names: readonly string[]): Found | undefined => {
    const taken = reader.take(...names)
    return taken && inLanguage(taken, fitting.locale, fitting.context.locales, findings)
  }
  const words = own('label', 'text', 'title', 'name', 'caption')
  const isNew = own('newTab', 'new_tab', 'openInNewTab', 'external', 'target')
  const type = textOf(reader.take('type', 'linkType')?.value)
  const reference = own('page', 'reference', 'doc')
  const address = own('url', 'href', 'link', 'to', 'path')
  const target =
    type === 'url' || type === 'custom' || reference === undefined
      ? address && urlOf(address, fitting)
      : await pageOf(reference, fitting)
  if (!target) {
    findings.keep(found.path, found.value, 'a link that leads nowhere (yet)')
    return undefined
  }
  const label = words && fitText(words, findings, { max: MAX_LABEL })
  if (label === undefined)
    findings.note(found.path, 'a link without words has its address for them')
  const unused = target.type === 'page' ? address : reference
  if (unused) findings.keep(unused.path, unused.value, 'a link leads to one place')
  reader.keepRest(findings, 'a link has no such field here')
  const newTab = isNew !== undefined && (isNew.value === '_blank' || truthOf(isNew.value) === true)
  return {
    ...target,
    label: label ?? cutText(target.type === 'url' ? target.url : '→', MAX_LABEL),
    ...(target.type === 'url' && { newTab }),
  }
}

type LinkTarget = { type: 'page'; page: string } | { type: 'url'; url: string }

async function pageOf(
  { path, value }: Found,
  { context, findings }: Fitting,
): Promise<LinkTarget | undefined> {
  const relationTo = textOf(fieldOf(value, 'relationTo')) ?? 'pages'
  const oldId = oldIdOf(value)
  if (relationTo !== 'pages' || oldId === undefined) {
    findings.note(path, `leads to ${shown(relationTo)}, which is no page`)
    return undefined
  }
  const page = await context.find('pages', oldId)
  if (page === undefined) findings.note(path, 'leads to a page that is not here (yet)')
  return page === undefined ? undefined : { type: 'page', page }
}

/** An address that can only navigate, mail or call. One without a beginning is given it. */
function urlOf({ path, value }: Found, { findings }: Fitting): LinkTarget | undefined {
  const given = (textOf(value) ?? '').trim()
  const whole = /^www\.[\w.-]+/i.test(given)
    ? `https://${given}`
    : /^[\w-]+(?:\/[\w-]+)*\/?(?:[?#][^\s\\]*)?$/.test(given)
      ? `/${given}`
      : /^[#?][^\s\\]*$/.test(given)
        ? `/${given}`
        : given
  const url = safeHref(whole)
  if (url === undefined || url.length > MAX_URL) {
    findings.note(path, 'is no address that a link here can have')
    return undefined
  }
  if (url !== value) findings.note(path, `${shown(value)} becomes ${shown(url)}`)
  return { type: 'url', url }
}
