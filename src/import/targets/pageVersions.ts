import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { type Locale } from '@/locales/locales'

import { Findings } from './Findings'
import { dateOf } from './dateOf'
import { pageContent, type PageTexts } from './pageContent'
import { fieldOf, type Found, isObject } from './plainValue'
import { type Prepared, type PlainValues, Refusal, type TargetContext } from './Target'
import { truthOf } from './truthOf'
import { ValueReader } from './ValueReader'

/** A version of a page, as `payload.db.createVersion` takes it; its parent is the page whose id the context has. */
export interface PreparedVersion extends Pick<Prepared, 'unmapped' | 'notes'> {
  readonly versionData: Readonly<Record<string, unknown>>
  readonly autosave: boolean
  readonly latest: boolean
  /** Undefined where the source does not say. */
  readonly createdAt: string | undefined
  readonly updatedAt: string | undefined
}

/**
 * Makes a version that Payload kept (`{ parent, version: { … }, latest, autosave, createdAt, updatedAt }`) into one of ours, as `pages` does with
 * the page itself. Whatever the version names is named by its old id.
 *
 * @throws Refusal when there is no version in it
 */
export async function prepareVersion(
  values: PlainValues,
  context: TargetContext,
): Promise<PreparedVersion> {
  const findings = new Findings()
  const outer = new ValueReader(values, findings)
  const version = outer.take('version')
  if (!version || !isObject(version.value)) throw new Refusal('a version with nothing in it')
  outer.take('parent')
  const [autosave, latest] = [outer.take('autosave'), outer.take('latest')]
  // Nothing of a page that is there says what an old version of it said.
  const alone = { ...context, existing: undefined }
  const reader = new ValueReader(version.value, findings, version.path)
  const { texts, facts, status } = await pageContent(reader, alone, findings, 'old id')
  reader.keepRest()
  outer.keepRest()
  const times = {
    createdAt: timeOf('createdAt', values, findings),
    updatedAt: timeOf('updatedAt', values, findings),
  }
  const inner = {
    createdAt: timeOf('createdAt', version.value, findings, `${version.path}.`) ?? times.createdAt,
    updatedAt: timeOf('updatedAt', version.value, findings, `${version.path}.`) ?? times.updatedAt,
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
    autosave: truthOf(autosave?.value) === true,
    latest: truthOf(latest?.value) === true,
    ...times,
    unmapped,
    notes,
  }
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
