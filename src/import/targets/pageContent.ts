import { type Locale } from '@/locales/locales'

import { isUuid } from '../isUuid'
import { dateOf } from './dateOf'
import { type Findings } from './Findings'
import { fitText } from './fitText'
import { fitReference } from './layout/fitReference'
import { fitBlock } from './layout/fitBlock'
import { fitLayout } from './layout/fitLayout'
import { type Fitting, type Row } from './layout/Fitting'
import { wordOf } from './lookUp'
import { oldIdOf } from './oldIdOf'
import { pageSlug, slugOfTitle } from './pageSlug'
import { firstField, type Found, isObject, shown, textOf } from './plainValue'
import { type TargetContext } from './Target'
import { inLanguage, isTranslated, languagesIn, translationsOf } from './translations'
import { truthOf } from './truthOf'
import { type ValueReader } from './ValueReader'

/** What a page says in one language. */
export interface PageTexts {
  title?: string
  slug?: string
  layout?: readonly Row[]
  meta?: { title?: string; description?: string }
}

/** A page as its source has it, made ours. */
export interface PageContent {
  readonly texts: ReadonlyMap<Locale, PageTexts>
  readonly facts: {
    readonly parent?: string | null
    readonly publishedAt?: string | null
    readonly meta?: { image?: string; noIndex?: boolean }
  }
  readonly status: 'draft' | 'published'
}

const LAYOUTS = ['layout', 'blocks', 'sections', 'content', 'body', 'html', 'text', 'richText']

/** Reads all that a page has. */
export async function pageContent(
  reader: ValueReader,
  context: TargetContext,
  findings: Findings,
  parentIs: 'row' | 'old id' = 'row',
): Promise<PageContent> {
  const parent = await parentOf(reader, parentIs, context, findings)
  const titles = translationsOf(reader.take('title', 'name'), context.locales, findings)
  const slugs = translationsOf(reader.take('slug', 'path'), context.locales, findings)
  const meta = new MetaReader(reader.take('meta', 'seo'), context, findings)
  const layouts = await layoutsOf(reader, context, findings)
  const texts = new Map<Locale, PageTexts>()
  for (const locale of context.locales) {
    const [title, slug, layout] = [titles.get(locale), slugs.get(locale), layouts.get(locale)]
    const own: PageTexts = {}
    const titleText = title && fitText(title, findings, { max: 160 })
    if (titleText !== undefined) own.title = titleText
    const slugText = slug && pageSlug(slug, parent === null || parent === undefined, findings)
    if (slugText !== undefined) own.slug = slugText
    if (layout) own.layout = layout
    const said = meta.textsIn(locale)
    if (said) own.meta = said
    if (Object.keys(own).length > 0) texts.set(locale, own)
  }
  complete(texts, parent, context, findings)
  const image = await meta.image()
  const noIndex = meta.noIndex()
  meta.keepRest()
  const status = statusOf(reader, context, findings)
  const publishedAt = reader.take('publishedAt', 'published_at')
  const date = publishedAt && dateOf(publishedAt, findings)
  return {
    texts,
    status,
    facts: {
      ...(parent !== undefined && { parent }),
      ...(date !== undefined && { publishedAt: date }),
      ...((image !== undefined || noIndex !== undefined) && {
        meta: { ...(image !== undefined && { image }), ...(noIndex !== undefined && { noIndex }) },
      }),
    },
  }
}

async function parentOf(
  reader: ValueReader,
  parentIs: 'row' | 'old id',
  context: TargetContext,
  findings: Findings,
): Promise<string | null | undefined> {
  if (reader.takeNull('parent')) return null
  const found = reader.take('parent')
  if (!found) return undefined
  const given = oldIdOf(found.value)
  const id = parentIs === 'row' || given === undefined ? given : await context.find('pages', given)
  if (id !== undefined && isUuid(id) && id !== context.id) return id
  findings.keep(found.path, found.value, 'is no page that this one can be below (yet)')
  return undefined
}

/** The layouts by language: one for each, or one with translated texts inside. A hero of its own comes first. */
async function layoutsOf(
  reader: ValueReader,
  context: TargetContext,
  findings: Findings,
): Promise<ReadonlyMap<Locale, readonly Row[]>> {
  const { locales } = context
  const [hero, layout] = [heroOf(reader, findings), reader.take(...LAYOUTS)]
  const result = new Map<Locale, readonly Row[]>()
  if (!hero && !layout) return result
  const written = new Set<Locale>([
    locales[0],
    ...languagesIn(hero?.value, locales),
    ...languagesIn(layout?.value, locales),
  ])
  for (const locale of locales) {
    if (!written.has(locale)) continue
    const fitting: Fitting = { context, findings, locale }
    const own = layout && inLanguage(layout, locale, locales, findings)
    const first = hero ? await fitBlock(hero, fitting) : []
    const others = own ? await fitLayout(own, fitting) : []
    result.set(locale, [...first.map(({ row }) => row), ...others])
  }
  return result
}

/** Payload’s website has a hero beside the layout; without a kind, there is none. */
function heroOf(reader: ValueReader, findings: Findings): Found | undefined {
  const found = reader.take('hero')
  if (!found || !isObject(found.value)) {
    if (found) findings.keep(found.path, found.value, `${shown(found.value)} is no hero`)
    return undefined
  }
  const { type, ...others } = found.value
  if (type === 'none') {
    findings.keep(found.path, found.value, 'a hero that is not shown')
    return undefined
  }
  for (const [name, kind] of Object.entries({ type, blockType: others.blockType }))
    if (kind !== undefined && kind !== 'hero')
      findings.keep(`${found.path}.${name}`, kind, `${shown(kind)} becomes a hero`)
  return { path: found.path, value: { ...others, blockType: 'hero' } }
}

/** A language that says anything has a title and an address, as pages need: those of the main language. */
function complete(
  texts: Map<Locale, PageTexts>,
  parent: string | null | undefined,
  { locales, existing }: TargetContext,
  findings: Findings,
): void {
  const [main] = locales
  const first = texts.get(main) ?? {}
  texts.set(main, first)
  const other = [...texts.values()].find(({ title }) => title !== undefined)
  if (first.title === undefined && !existing) {
    const title = other?.title ?? (first.slug === undefined ? undefined : titleOf(first.slug))
    first.title = title ?? 'Untitled'
    findings.note('title', `is missing in the main language: ${shown(first.title)}`)
  }
  if (first.slug === undefined && first.title !== undefined && !existing) {
    const slug = slugOfTitle(first.title, parent == null)
    first.slug = slug === '' ? 'page' : slug
    findings.note('slug', `is missing, and made from the title: “${first.slug}”`)
  }
  for (const [locale, own] of texts) {
    if (locale === main) continue
    if (own.title === undefined && first.title !== undefined) {
      own.title = first.title
      findings.note('title', `is not translated to ${locale}: that of the main language stands in`)
    }
    if (own.slug === undefined && first.slug !== undefined) own.slug = first.slug
  }
}

const titleOf = (slug: string): string => {
  const words = slug.replaceAll('-', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const PUBLISHED = ['published', 'publish', 'live', 'public', 'active', 'online', 'visible']

/** A draft is what is not said to be public: what nobody was to see is not shown because of a word that is not known here. */
function statusOf(
  reader: ValueReader,
  { existing }: TargetContext,
  findings: Findings,
): 'draft' | 'published' {
  const found = reader.take('_status', 'status', 'state')
  const flag = reader.take('published', 'isPublished', 'is_published', 'public')
  const isShown = flag && truthOf(flag.value)
  if (flag && isShown === undefined) findings.keep(flag.path, flag.value, 'is neither yes nor no')
  else if (flag) findings.note(flag.path, 'says whether it is a draft')
  if (!found) {
    if (flag) return isShown === true ? 'published' : 'draft'
    if (existing) return existing._status === 'published' ? 'published' : 'draft'
    findings.note('_status', 'is not said: a draft, until somebody publishes it')
    return 'draft'
  }
  const word = wordOf(textOf(found.value) ?? '')
  const isPublic = (PUBLISHED.includes(word) || truthOf(found.value) === true) && isShown !== false
  const status = isPublic ? 'published' : 'draft'
  if (found.value !== status)
    findings.keep(found.path, found.value, `${shown(found.value)} becomes “${status}”`)
  return status
}

const META_TITLE = ['title', 'metaTitle', 'meta_title', 'ogTitle', 'og_title']
const META_DESCRIPTION = ['description', 'metaDescription', 'meta_description', 'ogDescription']
const META_IMAGE = ['image', 'ogImage', 'og_image', 'picture', 'image_id']

/** What search engines are told. The whole of it may be translated, or each text. */
class MetaReader {
  private readonly whole: Found | undefined
  private readonly taken = new Set<string>()

  constructor(
    found: Found | undefined,
    private readonly context: TargetContext,
    private readonly findings: Findings,
  ) {
    this.whole = found && isObject(found.value) ? found : undefined
    if (found && !this.whole) findings.keep(found.path, found.value, 'is no object')
  }

  textsIn(locale: Locale): PageTexts['meta'] {
    const title = this.text(locale, META_TITLE, 70)
    const description = this.text(locale, META_DESCRIPTION, 200)
    return title === undefined && description === undefined
      ? undefined
      : { ...(title !== undefined && { title }), ...(description !== undefined && { description }) }
  }

  async image(): Promise<string | undefined> {
    const { context, findings } = this
    const found = this.field(this.main(), META_IMAGE)
    const own = found && inLanguage(found, context.locales[0], context.locales, findings)
    return own && fitReference('media', own, { context, findings, locale: context.locales[0] })
  }

  noIndex(): boolean | undefined {
    const found = this.field(this.main(), ['noIndex', 'noindex', 'no_index'])
    const noIndex = found && truthOf(found.value)
    if (found && noIndex === undefined)
      this.findings.keep(found.path, found.value, 'is neither yes nor no')
    return noIndex
  }

  keepRest(): void {
    const { whole, context } = this
    if (!whole) return
    const parts = isTranslated(whole.value, context.locales)
      ? [...translationsOf(whole, context.locales, this.findings).values()]
      : [whole]
    for (const { path, value } of parts) {
      if (!isObject(value)) this.findings.keep(path, value, 'is no object')
      for (const [key, inner] of Object.entries(isObject(value) ? value : {}))
        if (inner !== undefined && inner !== null && !this.taken.has(`${path}.${key}`))
          this.findings.keep(`${path}.${key}`, inner, 'search engines are not told of it here')
    }
  }

  /** The part that counts where there is one for all languages. */
  private main(): Found | undefined {
    const { context, findings, whole } = this
    return whole && inLanguage(whole, context.locales[0], context.locales, findings)
  }

  private text(locale: Locale, names: readonly string[], max: number): string | undefined {
    const { context, findings, whole } = this
    if (!whole) return undefined
    const part = translationsOf(whole, context.locales, findings, false).get(locale)
    const found = this.field(
      part ?? (isTranslated(whole.value, context.locales) ? undefined : whole),
      names,
    )
    const own =
      found &&
      translationsOf(found, context.locales, findings).get(
        part ? firstOr(found, locale, context) : locale,
      )
    return own && fitText(own, findings, { max })
  }

  private field(holder: Found | undefined, names: readonly string[]): Found | undefined {
    const found = firstField(holder?.value, ...names)
    if (!holder || !found) return undefined
    const path = `${holder.path}.${found.name}`
    this.taken.add(path)
    return { path, value: found.value }
  }
}

/** In a part that is translated as a whole, texts are plain: they are those of its language. */
const firstOr = (found: Found, locale: Locale, { locales }: TargetContext): Locale =>
  isTranslated(found.value, locales, true) ? locale : locales[0]
