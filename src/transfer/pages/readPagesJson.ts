import { z } from 'zod'

import { REFERRED } from '../documents'
import { byLanguage, text, texts } from '../localized'
import { readDate } from '../readDate'
import { entriesIn, hasUnstorable, readJson } from '../readJson'
import type { Place, Rejected } from '../report'
import { problemOfShape, shape } from '../shape'
import { whatIs, type PageEntry, type PageTexts } from './PageEntry'
import type { Languages } from '../languagesOf'
import { assertMainLanguage, MAX_PAGES } from './pageLimits'

const blocks = z.array(z.unknown()).nullable()

const pageShape = shape({
  id: z.string().optional(),
  path: z.string().startsWith('/').nullish(),
  title: texts.optional(),
  slug: texts.optional(),
  layout: z.union([blocks, z.record(z.string(), blocks)]).optional(),
  meta: shape({
    title: texts.optional(),
    description: texts.optional(),
    image: text.optional(),
    noIndex: z.boolean().nullish(),
  }).nullish(),
  parent: text.optional(),
  status: z.enum(['draft', 'published']).optional(),
  publishedAt: text.optional(),
  references: z
    .array(shape({ collection: z.enum(REFERRED), id: z.string(), name: z.string() }))
    .optional(),
})

/** The pages of a file of JSON; what cannot be read is rejected, with the reason. */
export function readPagesJson(
  bytes: Uint8Array,
  languages: Languages,
): { entries: PageEntry[]; rejected: Rejected[] } {
  const file = readJson(bytes)
  const stated: unknown =
    typeof file === 'object' && file !== null ? Reflect.get(file, 'mainLanguage') : undefined
  assertMainLanguage(stated, languages)
  const entries: PageEntry[] = []
  const rejected: Rejected[] = []
  entriesIn(file, 'pages', MAX_PAGES).forEach((value, index) => {
    const read = readPage(value, { index }, languages)
    if ('reason' in read) rejected.push(read)
    else entries.push(read)
  })
  return { entries, rejected }
}

function readPage(value: unknown, place: Place, languages: Languages): PageEntry | Rejected {
  const what = named(value)
  const reject = (reason: string): Rejected => ({ ...place, what, reason })
  if (hasUnstorable(value)) return reject('This has a character that cannot be stored.')
  const parsed = pageShape.safeParse(value)
  if (!parsed.success) return reject(problemOfShape(parsed.error))
  const { id, path, parent, status, meta, publishedAt, references = [] } = parsed.data
  const date = publishedAt == null ? publishedAt : readDate(publishedAt)
  if (publishedAt && !date) return reject(`publishedAt: “${publishedAt.slice(0, 40)}” is no date.`)
  const { title, slug, layout } = parsed.data
  const read = byLanguage<PageTexts>(
    {
      title,
      slug,
      layout,
      metaTitle: meta?.title,
      metaDescription: meta?.description,
    },
    languages,
  )
  if (typeof read === 'string') return reject(read)
  return {
    place,
    id,
    path: path ?? undefined,
    facts: {
      ...(parent === undefined ? {} : { parent }),
      ...(status === undefined ? {} : { status }),
      ...(publishedAt === undefined ? {} : { publishedAt: date ?? null }),
      ...(meta?.image === undefined ? {} : { image: meta.image }),
      ...(meta?.noIndex == null ? {} : { noIndex: meta.noIndex }),
    },
    texts: read,
    references,
  }
}

const named = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return ''
  const [id, path]: unknown[] = [Reflect.get(value, 'id'), Reflect.get(value, 'path')]
  return whatIs({
    id: typeof id === 'string' ? id.slice(0, 100) : undefined,
    path: typeof path === 'string' ? path.slice(0, 500) : undefined,
  })
}
