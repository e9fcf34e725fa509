import { randomBytes } from 'node:crypto'

import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { blocks } from '@/blocks'
import { mapReferences, type ReferenceMap } from '@/blocks/mapReferences'
import { queryInTransaction } from '@/db/inTransaction'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'
import { localesIn, type Locale } from '@/locales/locales'
import type { StoredFiles } from '@/media/storedFiles'
import type { Page, User } from '@/payload-types'

import type { PlannedMedium } from './planMedia'
import type { CopyPlan } from './planCopy'
import type { End } from './resolveEnds'
import type { SourcePage } from './SourcePage'
import { translate } from './translate'

interface Writing {
  readonly req: PayloadRequest
  readonly user: User
  readonly files: StoredFiles
  readonly source: End
  readonly target: End
  readonly plan: CopyPlan
}

/** The new documents, by the ids of the old ones. */
type NewIds = Map<string, string>

/**
 * Writes a plan into the target, in the caller's scope there, in one transaction: all of it is there, or nothing. Files are written
 * before the end of the transaction, and removed if it fails.
 *
 * @returns the new pages, by the ids of the old ones.
 */
export function writeCopy(
  payload: Payload,
  given: Omit<Writing, 'req'>,
): Promise<ReadonlyMap<string, string>> {
  const { user, files, target } = given
  return withScope(target.scope, async () => {
    const locale = target.tenant.defaultLocale
    const req = await createLocalReq(
      { user: { ...user, collection: 'users' }, locale, fallbackLocale: false },
      payload,
    )
    const writing = { ...given, req }
    const written: string[] = []
    await initTransaction(req)
    try {
      await assertAlone(writing)
      const media = await writeMedia(writing, written)
      const pages = await writePages(writing)
      await writeContents(writing, pages, media)
      await commitTransaction(req)
      return pages
    } catch (error) {
      await killTransaction(req)
      await removeAll(payload, files, written)
      throw error
    }
  })
}

/** Two copies at once would choose the same names; the second would fail at the end instead of at the beginning. */
async function assertAlone({ req, target: { tenant, scope } }: Writing): Promise<void> {
  const [lock] = await queryInTransaction<{ mine: boolean }>(
    req,
    scope,
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine',
    [`copy:${tenant.id}`],
  )
  if (lock?.mine !== true) {
    throw new AtriumError('CONFLICT', {
      message: 'Somebody is copying pages into this space at the moment. Try again soon.',
    })
  }
}

async function removeAll(
  payload: Payload,
  files: StoredFiles,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    await files.remove(path).catch((err: unknown) => {
      payload.logger.error({ err, path, msg: 'A file of a failed copy is left behind' })
    })
  }
}

async function writeMedia(writing: Writing, written: string[]): Promise<NewIds> {
  const ids: NewIds = new Map()
  for (const [id, planned] of writing.plan.media) {
    ids.set(id, planned.reuse ?? (await writeMedium(writing, planned, written)))
  }
  return ids
}

/**
 * The document as the upload made it, with its files: cropped, sized and under its focal point. An upload of the file would make
 * all sizes anew, which takes a second for a picture.
 */
async function writeMedium(
  { req, user, files, source, target }: Writing,
  { medium, filenames }: PlannedMedium,
  written: string[],
): Promise<string> {
  const named = (name: string) => filenames.get(name) ?? name
  const tenant = target.tenant.id
  const made = await req.payload.db.create({
    collection: 'media',
    req,
    data: {
      ...medium.file,
      tenant,
      prefix: tenant,
      createdBy: user.id,
      filename: named(medium.filename),
      alt: translate(medium.alt, source.tenant, target.tenant),
      caption: translate(medium.caption, source.tenant, target.tenant),
      sizes: Object.fromEntries(
        Object.entries(medium.sizes).map(([name, size]) => [
          name,
          { ...size, filename: named(size.filename) },
        ]),
      ),
    },
  })
  // The name is the document's from here on: what lies there is nobody else's, and may be removed again.
  for (const [from, to] of filenames) {
    const path = `${tenant}/${to}`
    written.push(path)
    await files.copy(`${source.tenant.id}/${from}`, path)
  }
  return String(made.id)
}

/** The pages by their names and places, so that blocks can refer to all of them. */
async function writePages({ req, target, plan }: Writing): Promise<NewIds> {
  const ids: NewIds = new Map()
  const locale = target.tenant.defaultLocale
  for (const { id, parent, texts, noIndex } of plan.pages) {
    const made = await req.payload.create({
      collection: 'pages',
      depth: 0,
      draft: true,
      locale,
      overrideAccess: false,
      req,
      data: {
        tenant: target.tenant.id,
        title: texts.title[locale],
        slug: texts.slug[locale],
        parent: parent === undefined ? null : ids.get(parent),
        meta: { noIndex },
        _status: 'draft',
      },
    })
    ids.set(id, made.id)
  }
  return ids
}

/** What the pages say, in each language: the target's main one first, which the others are translations of. */
async function writeContents(
  writing: Writing,
  pages: ReadonlyMap<string, string>,
  media: ReadonlyMap<string, string>,
): Promise<void> {
  const { req, target, plan } = writing
  const places: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    pages,
    media,
    forms: plan.forms,
  }
  const mapOf: ReferenceMap = ({ relationTo, value }) => places[relationTo]?.get(value) ?? null
  for (const page of plan.pages) {
    const image = page.image === undefined ? null : (media.get(page.image) ?? null)
    for (const locale of languagesOf(page, target)) {
      await req.payload.update({
        collection: 'pages',
        id: pages.get(page.id) ?? '',
        // One version for all languages, and not one for each.
        autosave: true,
        depth: 0,
        draft: true,
        locale,
        overrideAccess: false,
        req,
        data: contentOf(page, locale, mapOf, image),
      })
    }
  }
}

const languagesOf = ({ texts }: SourcePage, { tenant }: End): Locale[] => [
  ...new Set([
    tenant.defaultLocale,
    ...localesIn(Object.values(texts).flatMap((one) => Object.keys(one))),
  ]),
]

function contentOf(
  { texts, noIndex }: SourcePage,
  locale: Locale,
  mapOf: ReferenceMap,
  image: string | null,
): Partial<Page> {
  const layout = texts.layout[locale]
  const mapped = layout && mapReferences(layout, blocks, mapOf, { newId })
  return {
    title: texts.title[locale],
    slug: texts.slug[locale],
    meta: {
      title: texts.metaTitle[locale],
      description: texts.metaDescription[locale],
      image,
      noIndex,
    },
    ...(isLayout(mapped) && { layout: mapped }),
  }
}

const isLayout = (rows: unknown): rows is NonNullable<Page['layout']> =>
  Array.isArray(rows) &&
  rows.every((row: Readonly<Record<string, unknown>>) =>
    blocks.some(({ slug }) => slug === row.blockType),
  )

/** As Payload names the rows of a layout. */
const newId = () => randomBytes(12).toString('hex')
