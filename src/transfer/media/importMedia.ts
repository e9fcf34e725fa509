import type { PayloadRequest, Where } from 'payload'
import { setImmediate } from 'node:timers/promises'

import type { Scope } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'

import { assertWanted } from '../importFile'
import { inOneTransaction, requestOf } from '../inOneTransaction'
import { isUuid } from '../isUuid'
import type { Languages } from '../languagesOf'
import { inOrder, type ImportOptions, type ImportReport, type Rejected } from '../report'
import { sameContent } from '../sameContent'
import { validateSave } from '../validateSave'
import type { OpenZip } from '../zip/openZip'
import { loadMedia, type MediaContent } from './loadMedia'
import { whatIs, type MediaEntry, type MediaTexts } from './MediaEntry'
import { fileProblem } from './newFile'
import type { MediaSave, MediaStep } from './MediaStep'
import { withStoredNames } from './withStoredNames'
import { writeMedia } from './writeMedia'

export interface MediaImport extends ImportOptions {
  readonly scope: Scope
  readonly tenant: string
  readonly languages: Languages
  readonly entries: readonly MediaEntry[]
  /** What could not even be read. */
  readonly rejected: readonly Rejected[]
  /** The files themselves, where they are in a ZIP: those that are not here are made. */
  readonly files?: OpenZip
}

/** Each of them makes the sizes of its picture anew. */
const MAX_FOCAL_POINTS = 50
/** And each of these all sizes: a second for a large one. */
const MAX_NEW = 200
const PIECE = 200

/**
 * Changes what is said of the media of a space, and makes those whose files are in a ZIP: all of them or, when asked to, those that
 * are right; or says what it would do.
 *
 * @throws AtriumError VALIDATION_FAILED with the report, when all were asked for and some are rejected.
 */
export async function importMedia(from: PayloadRequest, asked: MediaImport): Promise<ImportReport> {
  const req = await requestOf(from)
  const { steps, ...plan } = await withScope(asked.scope, () => planMedia(req, asked))
  const created = steps.filter(({ id }) => id === undefined).length
  const planned: ImportReport = {
    imported: false,
    created,
    changed: steps.length - created,
    unchanged: plan.unchanged,
    rejected: inOrder([...asked.rejected, ...plan.rejected]),
  }
  if (asked.dryRun) return planned
  assertWanted(planned, asked)
  if (steps.length === 0) return { ...planned, imported: true }
  return withStoredNames(req, asked.tenant, () =>
    inOneTransaction(req, asked, async (assertTime) => {
      const written = await writeMedia(req, asked, steps, assertTime)
      const report: ImportReport = {
        ...planned,
        ...written,
        imported: true,
        rejected: inOrder([...planned.rejected, ...written.rejected]),
      }
      assertWanted(report, asked)
      return report
    }),
  )
}

interface MediaPlan {
  readonly steps: readonly MediaStep[]
  readonly unchanged: number
  readonly rejected: readonly Rejected[]
}

async function planMedia(
  req: PayloadRequest,
  { entries, languages, files }: Pick<MediaImport, 'entries' | 'languages' | 'files'>,
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
          : seen.has(entry.filename ?? '')
            ? 'This file has the same medium before.'
            : await planMedium(req, entry, medium, languages, files)
      seen.add(medium?.id ?? entry.filename ?? '')
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
  if (steps.filter(({ id }) => id === undefined).length > MAX_NEW)
    throw new AtriumError('TOO_LARGE', {
      message: `A ZIP may bring up to ${MAX_NEW} files that are not here: the sizes of each picture are made.`,
    })
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
  files: OpenZip | undefined,
): Promise<MediaStep | string> {
  const problem = medium ? undefined : await fileProblem(req, files, entry.filename)
  if (problem !== undefined) return problem
  const [focalX, focalY] = [entry.focalX ?? medium?.focalX, entry.focalY ?? medium?.focalY]
  const moves = focalX !== medium?.focalX || focalY !== medium?.focalY
  if (medium && moves && !medium.mimeType.startsWith('image/'))
    return 'Only pictures have a focal point.'
  const focal = moves ? { focalX: focalX ?? 50, focalY: focalY ?? 50 } : {}
  const saves: MediaSave[] = []
  for (const locale of [main, ...offered.filter((one) => one !== main)]) {
    const isFirst = locale === main
    const before = medium?.texts.get(locale)
    const data = {
      ...changesOf(entry.texts.get(locale) ?? {}, before),
      ...(isFirst ? focal : {}),
    }
    if (Object.keys(data).length === 0 && (medium || !isFirst)) continue
    const { problems } = await validateSave(req, {
      collection: 'media',
      fields: ['alt', 'caption'],
      id: medium?.id,
      locale,
      data,
      doc: { ...before },
    })
    if (problems[0] !== undefined) return `${problems[0]} (${locale})`
    saves.push({ locale, data })
  }
  return { entry, id: medium?.id, saves }
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
