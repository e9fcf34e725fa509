import type { Payload } from 'payload'

import { asSystem } from './asSystem'
import type { SpaceSeed } from './content/types'
import { inParallel } from './inParallel'
import { makePicture } from './makePicture'
import type { Report } from './report'

/** One is drawn while another is being stored; more would only wait for the same cores. */
const ILLUSTRATORS = 3

/** @returns the ids of the space's pictures by key. Drawn only when there is no file of that name yet. */
export async function seedPictures(
  payload: Payload,
  tenant: string,
  { pictures }: SpaceSeed,
  report: Report,
): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    ...asSystem,
    collection: 'media',
    where: { tenant: { equals: tenant } },
    pagination: false,
    select: { filename: true },
  })
  const known = new Map(docs.map(({ id, filename }) => [filename, id]))
  const ids = new Map<string, string>()
  let made = 0
  await inParallel(Object.entries(pictures), ILLUSTRATORS, async ([key, picture]) => {
    const id = known.get(picture.filename)
    if (id !== undefined) {
      ids.set(key, id)
      return
    }
    const [focalX, focalY] = picture.focus ?? [50, 50]
    const medium = await payload.create({
      ...asSystem,
      collection: 'media',
      data: { tenant, alt: picture.alt, focalX, focalY },
      file: await makePicture(picture),
    })
    ids.set(key, medium.id)
    made++
  })
  if (made > 0) report(`pictures: ${made}`)
  return ids
}
