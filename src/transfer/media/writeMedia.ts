import type { PayloadRequest } from 'payload'

import { inSavepoint } from '@/db/inSavepoint'
import { AtriumError } from '@/errors'

import { reasonOf } from '../reasonOf'
import type { Rejected } from '../report'
import type { MediaImport } from './importMedia'
import { whatIs } from './MediaEntry'
import type { MediaStep } from './MediaStep'
import { newFile } from './newFile'
import { removeStored, storedNamesOf } from './withStoredNames'

export interface WrittenMedia {
  readonly created: number
  readonly changed: number
  readonly rejected: readonly Rejected[]
}

/** Saves what was planned, in the open transaction of the request: each medium is a part of it that may fail alone. */
export async function writeMedia(
  req: PayloadRequest,
  asked: MediaImport,
  steps: readonly MediaStep[],
  assertTime: () => void,
): Promise<WrittenMedia> {
  const rejected: Rejected[] = []
  let [created, changed] = [0, 0]
  for (const step of steps) {
    assertTime()
    const reason = await write(req, asked, step)
    if (reason !== undefined)
      rejected.push({ ...step.entry.place, what: whatIs(step.entry), reason })
    else if (step.id === undefined) created++
    else changed++
  }
  return { created, changed, rejected }
}

/** @returns why it was refused. Of what was not made nothing is left in the storage. */
async function write(
  req: PayloadRequest,
  asked: MediaImport,
  step: MediaStep,
): Promise<string | undefined> {
  const before = storedNamesOf(req).length
  try {
    await inSavepoint(req, asked.scope, async () => {
      let { id } = step
      for (const save of step.saves)
        id = id === undefined ? await make(req, asked, step, save) : await change(req, id, save)
    })
    return undefined
  } catch (error) {
    await removeStored(req, asked.tenant, storedNamesOf(req).splice(before))
    return reasonOf(error)
  } finally {
    forgetFile(req)
  }
}

type Save = MediaStep['saves'][number]

/** As an upload does it: type, size and pixels are looked at, and all sizes are made. */
async function make(
  req: PayloadRequest,
  { files, tenant }: MediaImport,
  { entry: { filename = '' } }: MediaStep,
  { locale, data }: Save,
): Promise<string> {
  const file = files && (await newFile(files, filename))
  if (!file) throw new AtriumError('VALIDATION_FAILED', { message: 'It is not in the ZIP.' })
  const made = await req.payload.create({
    collection: 'media',
    data: { ...data, alt: data.alt ?? '', tenant },
    depth: 0,
    fallbackLocale: false,
    file,
    locale,
    overrideAccess: false,
    req,
  })
  forgetFile(req)
  // Payload chooses another name where one is taken, and pages would not find it by that.
  if (made.filename !== filename)
    throw new AtriumError('CONFLICT', {
      message: 'A file of this name lies in the trash of this space, or it is no name for a file.',
    })
  return made.id
}

/** As a request of the admin does it. */
async function change(req: PayloadRequest, id: string, { locale, data }: Save): Promise<string> {
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
  forgetFile(req)
  return id
}

/** What one save took out of the storage or brought along is not the next one's file. */
function forgetFile(req: PayloadRequest): void {
  delete req.file
  req.query = {}
}
