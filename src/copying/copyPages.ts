import type { Payload } from 'payload'

import { AtriumError } from '@/errors'
import type { Locale } from '@/locales/locales'
import { storedFiles } from '@/media/storedFiles'

import type { CopyReport } from './CopyReport'
import { MAX_BYTES, type CopyWish } from './copyWish'
import { planCopy, type CopyPlan } from './planCopy'
import { planMedia } from './planMedia'
import { readSource } from './readSource'
import { readTarget } from './readTarget'
import { resolveEnds, type Caller } from './resolveEnds'
import { writeCopy } from './writeCopy'

/**
 * Copies pages to another space of the caller, as drafts, with the media that they show. All is read in the scope of the source, then all
 * is written in that of the target, in one transaction. The copy holds no id and no file of the source.
 *
 * @throws AtriumError as {@link resolveEnds}; BAD_REQUEST for more than one call copies; CONFLICT while another copy into this space runs.
 */
export async function copyPages(
  payload: Payload,
  caller: Caller,
  wish: CopyWish,
): Promise<CopyReport> {
  const { user } = caller
  const { source, target } = await resolveEnds(payload, caller, wish)
  const files = storedFiles()
  try {
    const content = await readSource(payload, user, { source, target }, wish)
    const state = await readTarget(payload, user, target, content)
    const media = await planMedia(files, { source, target }, content, state)
    const plan = planCopy(source, content, state, media, wish)
    assertSize(plan)
    if (wish.dryRun) return reportOf(plan, target.tenant.defaultLocale)
    const pages = await writeCopy(payload, { user, files, source, target, plan })
    const report = reportOf(plan, target.tenant.defaultLocale, pages)
    payload.logger.info({
      user: user.id,
      from: source.tenant.id,
      to: target.tenant.id,
      pages: report.copied.pages.length,
      media: report.copied.media,
      msg: 'Pages copied to another space',
    })
    return report
  } finally {
    files.close()
  }
}

function assertSize({ media }: CopyPlan): void {
  const fresh = [...media.values()].filter(({ reuse }) => reuse === undefined)
  const bytes = fresh.reduce((sum, { medium }) => sum + medium.bytes, 0)
  if (bytes <= MAX_BYTES) return
  throw new AtriumError('BAD_REQUEST', {
    message: `The media of these pages have ${toMegabytes(bytes)} MB, and at most ${toMegabytes(MAX_BYTES)} MB are copied at once. Copy fewer pages, or without media.`,
  })
}

const toMegabytes = (bytes: number): string => Math.ceil(bytes / 1_048_576).toLocaleString('en')

function reportOf(
  { pages, media, left }: CopyPlan,
  main: Locale,
  made?: ReadonlyMap<string, string>,
): CopyReport {
  const reused = [...media.values()].filter(({ reuse }) => reuse !== undefined).length
  return {
    copied: {
      pages: pages.map((page) => ({
        from: page.id,
        to: made?.get(page.id) ?? null,
        title: page.name,
        slug: page.texts.slug[main] ?? '',
      })),
      media: media.size - reused,
      reused,
    },
    left,
  }
}
