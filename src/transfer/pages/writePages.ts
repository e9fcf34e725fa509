import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { mapReferences } from '@/blocks/mapReferences'
import { inSavepoint } from '@/db/inSavepoint'
import { isValidationError } from '@/db/pgErrors'
import { AtriumError } from '@/errors'
import type { Page } from '@/payload-types'

import { reasonOf } from '../reasonOf'
import type { Rejected } from '../report'
import type { Asker } from './loadContents'
import { whatIs } from './PageEntry'
import type { PageSave, PageStep } from './PageStep'
import { withSlugsParked } from './withSlugsParked'

export interface WrittenPages {
  readonly created: number
  readonly changed: number
  /** What the database refused, or somebody was about to change meanwhile. */
  readonly rejected: readonly Rejected[]
}

interface Writer extends Asker {
  readonly assertTime: () => void
  /** The pages that are to be made, by their ids in the plan. */
  readonly planned: ReadonlySet<string>
  /** The ids that they have got, by those of the plan. */
  readonly made: Map<string, string>
}

/** A page that was not saved. */
interface Failure {
  readonly step: PageStep
  readonly reason: string
  /** Because another page has its address. */
  readonly isTaken: boolean
}

/** Each saves all pages that exchange their addresses, but for those that were refused before. */
const MAX_TRIES = 5

/** The table's unique rule, see `clashes` of pages. What else is wrong with a slug is known before anything is written. */
const isTaken = (error: unknown): boolean =>
  isValidationError(error) && error.data.errors[0]?.path === 'slug'

/**
 * Saves what was planned through Payload, in the open transaction of the request: each page is a part of it that may fail alone. Pages
 * above come before those below. What fails is tried again once others are in: an address may be free by then. Pages that wait for
 * each other's addresses are saved together.
 */
export async function writePages(
  asker: Asker,
  steps: readonly PageStep[],
  assertTime: () => void,
): Promise<WrittenPages> {
  const planned = new Set(steps.filter(({ isNew }) => isNew).map(({ id }) => id))
  const writer: Writer = { ...asker, assertTime, planned, made: new Map() }
  const written: PageStep[] = []
  let failed: Failure[] = parentsFirst(steps).map((step) => ({ step, reason: '', isTaken: false }))
  for (let before = -1; failed.length > 0 && written.length > before;) {
    before = written.length
    failed = await writeEach(writer, failed, written)
    if (written.length === before) failed = await writeExchanged(writer, failed, written)
  }
  const late = await writeLinks(writer, written)
  const created = written.filter(({ isNew }) => isNew).length
  return {
    created,
    changed: written.length - created,
    rejected: [...failed, ...late].map(({ step: { entry }, reason }) => ({
      ...entry.place,
      what: whatIs(entry),
      reason,
    })),
  }
}

function parentsFirst(steps: readonly PageStep[]): PageStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const ordered = new Set<PageStep>()
  for (const step of steps) {
    const way: PageStep[] = []
    for (
      let one: PageStep | undefined = step;
      one && !ordered.has(one) && !way.includes(one);
      one = one.parent === null ? undefined : byId.get(one.parent)
    )
      way.push(one)
    for (const one of way.reverse()) ordered.add(one)
  }
  return [...ordered]
}

/** Saves what it can. @returns the others. */
async function writeEach(
  writer: Writer,
  waiting: readonly Failure[],
  written: PageStep[],
): Promise<Failure[]> {
  const failed: Failure[] = []
  for (const { step } of waiting) {
    try {
      await inSavepoint(writer.req, writer.scope, () => savePage(writer, step))
      written.push(step)
    } catch (error) {
      writer.made.delete(step.id)
      failed.push({ step, reason: reasonOf(error), isTaken: isTaken(error) })
    }
  }
  return failed
}

/**
 * Saves the pages whose addresses are taken, as one part and with their old ones out of the way: each may have that of another one
 * then. Whatever is refused nonetheless is left out, and the others are tried again without it.
 *
 * @returns what was not saved.
 */
async function writeExchanged(
  writer: Writer,
  waiting: readonly Failure[],
  written: PageStep[],
): Promise<Failure[]> {
  const { req, scope } = writer
  const failed = waiting.filter(({ step, isTaken }) => step.isNew || !isTaken)
  let group = waiting.filter((one) => !failed.includes(one))
  for (let tries = 0; group.length > 1 && tries < MAX_TRIES; tries++) {
    let at: Failure | undefined
    try {
      await inSavepoint(req, scope, () =>
        withSlugsParked(
          writer,
          group.map(({ step }) => step.id),
          async () => {
            for (const one of group) {
              at = one
              await savePage(writer, one.step)
            }
          },
        ),
      )
      written.push(...group.map(({ step }) => step))
      return failed
    } catch (error) {
      const reason = reasonOf(error)
      const refused = at
      if (refused) failed.push({ ...refused, reason })
      group = group.filter((one) => one !== refused)
    }
  }
  return [...failed, ...group]
}

/** Saves one page. Blocks that name a page which is still to be made wait for it. @throws what refuses it. */
async function savePage(writer: Writer, step: PageStep): Promise<void> {
  const { assertTime, made, planned } = writer
  assertTime()
  const above =
    step.parent !== null && planned.has(step.parent) ? made.get(step.parent) : step.parent
  if (above === undefined)
    throw new AtriumError('VALIDATION_FAILED', { message: 'The page above it is rejected itself.' })
  let id = step.isNew ? undefined : step.id
  for (const save of step.saves) {
    const { layout, ...others } = save.data
    const waits = layout !== undefined && !isReady(layout, planned, made)
    const data = {
      ...others,
      ...('parent' in others ? { parent: above } : {}),
      ...(layout === undefined || waits ? {} : { layout: placed(layout, made) }),
    }
    id = await saveOne(writer, id, { locale: save.locale, data }, step.incomplete)
  }
  if (id !== undefined && step.isNew) made.set(step.id, id)
}

/** Saves the blocks that waited for other pages of the file. */
async function writeLinks(writer: Writer, written: readonly PageStep[]): Promise<Failure[]> {
  const { req, scope, made, planned } = writer
  const failed: Failure[] = []
  const known = new Map<string, string>()
  for (const step of written) {
    const waiting = step.saves.filter(({ data }) => !isReady(data.layout, planned, known))
    if (step.isNew) known.set(step.id, step.id)
    if (waiting.length === 0) continue
    try {
      await inSavepoint(req, scope, async () => {
        for (const { locale, data } of waiting) {
          const late = { layout: placed(data.layout, made), _status: data._status }
          await saveOne(
            writer,
            made.get(step.id) ?? step.id,
            { locale, data: late },
            step.incomplete,
          )
        }
      })
    } catch (error) {
      failed.push({ step, reason: reasonOf(error), isTaken: isTaken(error) })
    }
  }
  return failed
}

const namedPages = (layout: unknown, planned: ReadonlySet<string>): string[] =>
  collectReferences(layout, blocks).flatMap(({ value }) => (planned.has(value) ? [value] : []))

const isReady = (
  layout: unknown,
  planned: ReadonlySet<string>,
  made: ReadonlyMap<string, string>,
): boolean => namedPages(layout, planned).every((id) => made.has(id))

const placed = (layout: unknown, made: ReadonlyMap<string, string>) =>
  mapReferences(layout, blocks, ({ value }) => made.get(value) ?? value)

/** As a request of the admin does it: access, validation, hooks, versions, locks. */
async function saveOne(
  { req, tenant }: Pick<Writer, 'req' | 'tenant'>,
  id: string | undefined,
  { locale, data }: PageSave,
  asDraft: boolean,
): Promise<string> {
  // What it holds is Payload's to judge, as with any request.
  const page = data as Partial<Page> & Pick<Page, 'title' | 'slug'>
  const common = {
    collection: 'pages',
    depth: 0,
    draft: asDraft,
    fallbackLocale: false,
    locale,
    req,
  } as const
  const saved =
    id === undefined
      ? await req.payload.create({
          ...common,
          // Else the plugin's choice: the first space of a person who has several (3.90).
          data: { ...page, tenant },
          overrideAccess: false,
        })
      : await req.payload.update({
          ...common,
          id,
          data: page,
          overrideAccess: false,
          overrideLock: false,
        })
  return saved.id
}
