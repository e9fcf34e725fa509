import type { PayloadRequest, Where } from 'payload'
import { setImmediate } from 'node:timers/promises'

import { inSavepoint } from '@/db/inSavepoint'
import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'
import type { Locale } from '@/locales/locales'

import { assertWanted } from '../importFile'
import { inOneTransaction, requestOf } from '../inOneTransaction'
import { isUuid } from '../isUuid'
import type { Languages } from '../languagesOf'
import { reasonOf } from '../reasonOf'
import { inOrder, type ImportOptions, type ImportReport, type Rejected } from '../report'
import { sameContent } from '../sameContent'
import { validateSave } from '../validateSave'
import { loadMedia, type MediaContent } from './loadMedia'
import { whatIs, type MediaEntry, type MediaTexts } from './MediaEntry'

export interface MediaImport extends ImportOptions {
  readonly scope: Scope
  readonly tenant: string
  readonly languages: Languages
  readonly entries: readonly MediaEntry[]
  /** What could not even be read. */
  readonly rejected: readonly Rejected[]
}

/** Each of them makes the sizes of its picture anew. */
const MAX_FOCAL_POINTS = 50
const PIECE = 200

interface MediaSave {
  readonly locale: Locale
  readonly data: Readonly<Partial<MediaTexts> & { focalX?: number; focalY?: number }>
}

interface MediaStep {
  readonly entry: MediaEntry
  readonly id: string
  readonly saves: readonly MediaSave[]
}

/**
 * Changes what is said of the media of a space: of all of them or, when asked to, of those that are right; or says what it would do.
 * Files themselves are uploaded, not imported.
 *
 * @throws AtriumError VALIDATION_FAILED with the report, when all were asked for and some are rejected.
 */
export async function importMedia(from: PayloadRequest, asked: MediaImport): Promise<ImportReport> {
  const req = await requestOf(from)
  const { steps, ...plan } = await withScope(asked.scope, () => planMedia(req, asked))
  const planned: ImportReport = {
    imported: false,
    created: 0,
    changed: steps.length,
    unchanged: plan.unchanged,
    rejected: inOrder([...asked.rejected, ...plan.rejected]),
  }
  if (asked.dryRun) return planned
  assertWanted(planned, asked)
  if (steps.length === 0) return { ...planned, imported: true }
  return inOneTransaction(req, asked, async (assertTime) => {
    const rejected: Rejected[] = []
    for (const step of steps) {
      assertTime()
      const reason = await write(req, asked.scope, step)
      if (reason !== undefined)
        rejected.push({ ...step.entry.place, what: whatIs(step.entry), reason })
    }
    const report: ImportReport = {
      ...planned,
      imported: true,
      changed: steps.length - rejected.length,
      rejected: inOrder([...planned.rejected, ...rejected]),
    }
    assertWanted(report, asked)
    return report
  })
}

interface MediaPlan {
  readonly steps: readonly MediaStep[]
  readonly unchanged: number
  readonly rejected: readonly Rejected[]
}

async function planMedia(
  req: PayloadRequest,
  { entries, languages }: Pick<MediaImport, 'entries' | 'languages'>,
): Promise<MediaPlan> {
  const steps: MediaStep[] = []
  const rejected: Rejected[] = []
  const seen = new Set<string>()
  let unchanged = 0
  for (let start = 0; start < entries.length; start += PIECE) {
    const piece = entries.slice(start, start + PIECE)
    const find = await loadFor(req, piece, languages)
    for (const entry of piece) {
      // Others are served meanwhile.
      await setImmediate()
      const medium = find(entry)
      const step =
        medium && seen.has(medium.id)
          ? 'This file has the same medium before.'
          : await planMedium(req, entry, medium, languages)
      if (medium) seen.add(medium.id)
      if (typeof step === 'string')
        rejected.push({ ...entry.place, what: whatIs(entry), reason: step })
      else if (step.saves.length === 0) unchanged++
      else steps.push(step)
    }
  }
  const moved = steps.filter(({ saves }) => saves.some(({ data }) => data.focalX !== undefined))
  if (moved.length > MAX_FOCAL_POINTS) {
    throw new AtriumError('TOO_LARGE', {
      message: `A file may move up to ${MAX_FOCAL_POINTS} focal points: each makes its picture anew.`,
    })
  }
  return { steps, unchanged, rejected }
}

/** Finds the medium of an entry: by its id, else by its name. */
async function loadFor(
  req: PayloadRequest,
  entries: readonly MediaEntry[],
  { offered }: Languages,
): Promise<(entry: MediaEntry) => MediaContent | undefined> {
  const ids = entries.flatMap(({ id }) => (id !== undefined && isUuid(id) ? [id] : []))
  const names = entries.flatMap(({ filename }) => filename ?? [])
  const where: Where = { or: [{ id: { in: ids } }, { filename: { in: names } }] }
  const media = await loadMedia(req, where, offered, 2 * PIECE)
  const byId = new Map(media.map((medium) => [medium.id, medium]))
  const byName = new Map(media.map((medium) => [medium.filename, medium]))
  return ({ id, filename }) => byId.get(id ?? '') ?? byName.get(filename ?? '')
}

async function planMedium(
  req: PayloadRequest,
  entry: MediaEntry,
  medium: MediaContent | undefined,
  { main, offered }: Languages,
): Promise<MediaStep | string> {
  if (!medium) return 'There is no such file here: files themselves are uploaded, not imported.'
  const [focalX, focalY] = [entry.focalX ?? medium.focalX, entry.focalY ?? medium.focalY]
  const moves = focalX !== medium.focalX || focalY !== medium.focalY
  if (moves && !medium.mimeType.startsWith('image/')) return 'Only pictures have a focal point.'
  const focal = moves ? { focalX: focalX ?? 50, focalY: focalY ?? 50 } : {}
  const saves: MediaSave[] = []
  for (const locale of offered) {
    const before = medium.texts.get(locale)
    const data = {
      ...changesOf(entry.texts.get(locale) ?? {}, before),
      ...(locale === main ? focal : {}),
    }
    if (Object.keys(data).length === 0) continue
    const { problems } = await validateSave(req, {
      collection: 'media',
      fields: ['alt', 'caption'],
      id: medium.id,
      locale,
      data,
      doc: { ...before },
    })
    if (problems[0] !== undefined) return `${problems[0]} (${locale})`
    saves.push({ locale, data })
  }
  return { entry, id: medium.id, saves }
}

const changesOf = (
  wanted: Partial<MediaTexts>,
  before: MediaTexts | undefined,
): Partial<MediaTexts> => ({
  ...(wanted.alt === undefined || sameContent(wanted.alt, before?.alt) ? {} : { alt: wanted.alt }),
  ...(wanted.caption === undefined || sameContent(wanted.caption, before?.caption)
    ? {}
    : { caption: wanted.caption }),
})

/** As a request of the admin does it. @returns why it was refused. */
async function write(
  req: PayloadRequest,
  scope: Scope,
  { id, saves }: MediaStep,
): Promise<string | undefined> {
  try {
    await inSavepoint(req, scope, async () => {
      for (const { locale, data } of saves) {
        await req.payload.update({
          collection: 'media',
          id,
          // Null empties a text, which its type does not say (3.90).
          data: { ...data, alt: data.alt ?? undefined },
          depth: 0,
          fallbackLocale: false,
          locale,
          overrideAccess: false,
          overrideLock: false,
          req,
        })
        // What a focal point took out of the storage is not the next one's file.
        delete req.file
        req.query = {}
      }
    })
    return undefined
  } catch (error) {
    delete req.file
    return reasonOf(error)
  }
}
