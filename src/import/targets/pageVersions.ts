import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { localeOf, type Locale } from '@/locales/locales'

import { PAGE_VERSIONS } from '../rowCollection'
import { Findings } from './Findings'
import { dateOf } from './dateOf'
import { pageContent, type PageTexts } from './pageContent'
import { fieldOf, type Found, isObject, textOf } from './plainValue'
import {
  type PlainValues,
  type PreparedVersion,
  Refusal,
  type TargetContext,
  type VersionTarget,
} from './Target'
import { truthOf } from './truthOf'
import { ValueReader } from './ValueReader'

/** Versions of pages as Payload keeps them: `{ parent, version: { … }, latest, autosave, snapshot, publishedLocale, createdAt, updatedAt }`. */
export const pageVersions: VersionTarget = {
  slug: PAGE_VERSIONS,
  of: 'pages',
  prepare: prepareVersion,
}

/** Makes a version into one of ours, as `pages` does with the page itself. Whatever the version names is named by its old id. */
async function prepareVersion(
  values: PlainValues,
  context: TargetContext,
): Promise<PreparedVersion> {
  const findings = new Findings()
  const outer = new ValueReader(values, findings)
  const version = outer.take('version')
  if (!version || !isObject(version.value)) throw new Refusal('a version with nothing in it')
  // Which one is the latest is seen when all of them are there.
  for (const name of ['parent', 'latest']) outer.take(name)
  const [autosave, snapshot] = [outer.take('autosave'), outer.take('snapshot')]
  const publishedLocale = localeIn(outer.take('publishedLocale'), context, findings)
  // Nothing of a page that is there says what an old version of it said.
  const alone = { ...context, existing: undefined }
  const reader = new ValueReader(version.value, findings, version.path)
  // The map has asked for it: the version is where its page is.
  reader.take('tenant')
  const { texts, facts, status } = await pageContent(reader, alone, findings, 'old id')
  reader.keepRest()
  outer.keepRest()
  const times = {
    createdAt: timeOf('createdAt', values, findings),
    updatedAt: timeOf('updatedAt', values, findings),
  }
  const base = `${version.path}.`
  const inner = {
    createdAt: timeOf('createdAt', version.value, findings, base) ?? times.createdAt,
    updatedAt: timeOf('updatedAt', version.value, findings, base) ?? times.updatedAt,
    deletedAt: timeOf('deletedAt', version.value, findings, base) ?? null,
  }
  const { unmapped, notes } = findings
  return {
    versionData: {
      tenant: context.tenant,
      ...inner,
      parent: facts.parent ?? null,
      publishedAt: facts.publishedAt ?? null,
      title: inLanguages(texts, ({ title }) => title),
      slug: inLanguages(texts, ({ slug }) => slug),
      layout: inLanguages(texts, ({ layout }) => layout),
      meta: {
        title: inLanguages(texts, ({ meta }) => meta?.title),
        description: inLanguages(texts, ({ meta }) => meta?.description),
        image: facts.meta?.image ?? null,
        noIndex: facts.meta?.noIndex ?? false,
      },
      // As the hook of the collection notes them, so that foreign keys hold what the blocks name.
      references: inLanguages(texts, ({ layout }) => layout && collectReferences(layout, blocks)),
      _status: status,
    },
    autosave: isTrue('autosave', autosave, findings),
    snapshot: isTrue('snapshot', snapshot, findings),
    publishedLocale,
    ...times,
    unmapped,
    notes,
  }
}

function isTrue(name: string, found: Found | undefined, findings: Findings): boolean {
  const truth = found && truthOf(found.value)
  if (found && truth === undefined) findings.keep(name, found.value, 'is neither yes nor no')
  return truth === true
}

/** In which language alone it was published. */
function localeIn(
  found: Found | undefined,
  { locales }: TargetContext,
  findings: Findings,
): Locale | undefined {
  const locale = localeOf(textOf(found?.value)?.replaceAll('_', '-'))?.code
  const offered = locales.find((one) => one === locale)
  if (found && offered !== found.value)
    findings.keep(found.path, found.value, 'is no language of the space')
  return offered
}

const inLanguages = <Value>(
  texts: ReadonlyMap<Locale, PageTexts>,
  valueOf: (texts: PageTexts) => Value | undefined,
): Partial<Record<Locale, Value>> =>
  Object.fromEntries(
    [...texts].flatMap(([locale, own]) => {
      const value = valueOf(own)
      return value === undefined ? [] : [[locale, value]]
    }),
  )

function timeOf(
  name: string,
  values: PlainValues,
  findings: Findings,
  base = '',
): string | undefined {
  const value = fieldOf(values, name)
  if (value === undefined || value === null) return undefined
  const found: Found = { path: `${base}${name}`, value }
  return dateOf(found, findings)
}
