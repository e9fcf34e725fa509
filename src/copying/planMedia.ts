import type { StoredFiles } from '@/media/storedFiles'

import { freeFilenames } from './freeFilenames'
import type { SourceContent } from './readSource'
import type { AlikeMedium, TargetState } from './readTarget'
import type { End } from './resolveEnds'
import { filenamesOf, type SourceMedium } from './SourceMedium'

/** A medium that is copied with its files, or found in the target. */
export interface PlannedMedium {
  readonly medium: SourceMedium
  /** The one of the target that has the same content. */
  readonly reuse: string | undefined
  /** The names of its files there, by those here. */
  readonly filenames: ReadonlyMap<string, string>
}

/** As many questions to the storage at a time as one request may have open. */
const AT_ONCE = 10

/** Decides about each medium; those whose files the storage has lost are left out. */
export async function planMedia(
  files: StoredFiles,
  { source, target }: { source: End; target: End },
  content: SourceContent,
  state: TargetState,
): Promise<Map<string, PlannedMedium>> {
  const planned = new Map<string, PlannedMedium>()
  const taken = new Set(state.filenames)
  const at = (end: End, filename: string) => `${end.tenant.id}/${filename}`
  const isSame = async (medium: SourceMedium, other: AlikeMedium): Promise<boolean> =>
    other.filesize === medium.file.filesize &&
    other.mimeType === medium.file.mimeType &&
    files.same(at(source, medium.filename), at(target, other.filename))
  const looked = await inBatches([...content.media.values()], async (medium) => {
    const names = filenamesOf(medium)
    const present = await Promise.all(
      names.map(async (name) => name !== '' && files.has(at(source, name))),
    )
    if (present.includes(false)) return undefined
    for (const other of state.alike)
      if (await isSame(medium, other)) return { medium, names, reuse: other.id }
    return { medium, names, reuse: undefined }
  })
  for (const one of looked) {
    if (!one) continue
    const { medium, names, reuse } = one
    const filenames = reuse === undefined ? freeFilenames(medium.filename, names, taken) : new Map()
    planned.set(medium.id, { medium, reuse, filenames })
  }
  return planned
}

async function inBatches<In, Out>(
  all: readonly In[],
  work: (one: In) => Promise<Out>,
): Promise<Out[]> {
  const done: Out[] = []
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))))
  return done
}
