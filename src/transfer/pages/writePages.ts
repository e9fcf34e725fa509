import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { mapReferences } from '@/blocks/mapReferences'
import { inSavepoint } from '@/db/inSavepoint'
import type { Page } from '@/payload-types'

import { reasonOf } from '../reasonOf'
import type { Rejected } from '../report'
import type { Asker } from './loadContents'
import { whatIs } from './PageEntry'
import type { PageSave, PageStep } from './PageStep'

export interface WrittenPages {
  readonly created: number
  readonly changed: number
  /** What the database refused, or somebody was about to change meanwhile. */
  readonly rejected: readonly Rejected[]
}

interface Writer extends Asker {
  readonly assertTime: () => void
  /** The ids that new pages have got, by those of the plan. */
  readonly made: Map<string, string>
}

/**
 * Saves what was planned through Payload, in the open transaction of the request: each page is a part of it that may fail alone. Pages
 * above come before those below. What fails is tried again once others are in: an address may be free by then.
 */
export async function writePages(
  asker: Asker,
  steps: readonly PageStep[],
  assertTime: () => void,
): Promise<WrittenPages> {
  const writer: Writer = { ...asker, assertTime, made: new Map() }
  const planned = new Set(steps.filter(({ isNew }) => isNew).map(({ id }) => id))
  const written: PageStep[] = []
  let waiting = parentsFirst(steps)
  let failed: [PageStep, string][] = []
  do {
    const before = written.length
    failed = []
    for (const step of waiting) {
      const reason = await write(writer, step, planned)
      if (reason === undefined) written.push(step)
      else failed.push([step, reason])
    }
    waiting = failed.map(([step]) => step)
    if (written.length === before) break
  } while (waiting.length > 0)
  const late = await writeLinks(writer, written, planned)
  const created = written.filter(({ isNew }) => isNew).length
  return {
    created,
    changed: written.length - created,
    rejected: [...failed, ...late].map(([{ entry }, reason]) => ({
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

/** Saves one page. Blocks that name a page which is still to be made wait for it. @returns why it was refused. */
async function write(
  writer: Writer,
  step: PageStep,
  planned: ReadonlySet<string>,
): Promise<string | undefined> {
  const { assertTime, made, req, scope } = writer
  assertTime()
  const above =
    step.parent !== null && planned.has(step.parent) ? made.get(step.parent) : step.parent
  if (above === undefined) return 'The page above it is rejected itself.'
  try {
    await inSavepoint(req, scope, async () => {
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
    })
    return undefined
  } catch (error) {
    made.delete(step.id)
    return reasonOf(error)
  }
}

/** Saves the blocks that waited for other pages of the file. */
async function writeLinks(
  writer: Writer,
  written: readonly PageStep[],
  planned: ReadonlySet<string>,
): Promise<[PageStep, string][]> {
  const { req, scope, made } = writer
  const failed: [PageStep, string][] = []
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
      failed.push([step, reasonOf(error)])
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
