import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'

import { readInScope } from '@/db/readInScope'

import { asPlatform } from '../support/actors'
import { buildMedia } from '../support/buildMedia'
import { buildZip } from '../support/buildZip'
import { buildEditor, type Editor } from '../support/transfer'
import { testPayload, usePayload } from '../support/usePayload'

usePayload()

let from: Editor
let to: Editor
beforeAll(async () => {
  ;[from, to] = [await buildEditor(), await buildEditor()]
})

// The modules read settings that a hook makes: they are loaded after it.
const modules = async () => ({
  ...(await import('@/transfer/media/findMedia')),
  ...(await import('@/transfer/media/importMedia')),
  ...(await import('@/transfer/media/mediaAsZip')),
  ...(await import('@/transfer/media/openMediaZip')),
  ...(await import('@/transfer/media/readMedia')),
})

async function exportZip({ tenant, scope, req, languages }: Editor): Promise<Buffer> {
  const { findMedia, mediaAsZip } = await modules()
  const found = await readInScope(testPayload(), scope, (client) => findMedia(client, tenant.id))
  const zip = mediaAsZip({ ...found, req, scope, tenant: tenant.id, languages })
  return Buffer.from(await new Response(zip).arrayBuffer())
}

async function importZip(
  { tenant, scope, req, languages }: Editor,
  zip: Buffer,
  { dryRun = false, mode = 'all' }: { dryRun?: boolean; mode?: 'all' | 'valid' } = {},
) {
  const { importMedia, openMediaZip, readMedia } = await modules()
  const { texts, files } = await openMediaZip(zip)
  const read = readMedia(texts, 'json', languages)
  return importMedia(req, { ...read, files, scope, tenant: tenant.id, languages, dryRun, mode })
}

const mediaOf = async ({ tenant }: Editor) => {
  const { docs } = await asPlatform()(() =>
    testPayload().find({
      collection: 'media',
      where: { tenant: { equals: tenant.id } },
      locale: 'all',
      depth: 0,
      pagination: false,
      sort: 'filename',
    }),
  )
  return docs
}
const storedOf = ({ tenant }: Editor): Promise<string[]> =>
  readdir(join(process.env.MEDIA_DIR ?? '', tenant.id)).then(
    (names) => names.sort(),
    () => [],
  )
const jpeg = (width = 900): Promise<Buffer> =>
  sharp({ create: { width, height: 700, channels: 3, background: '#1f5f5b' } })
    .jpeg()
    .toBuffer()
const listOf = (...media: object[]): string => JSON.stringify({ format: 'atrium-media', media })

test('files go from one space to another, with what is said of them', async () => {
  const one = await buildMedia({ tenant: from.tenant })
  await asPlatform()(() =>
    testPayload().update({
      collection: 'media',
      id: one.id,
      locale: 'de',
      data: { alt: 'Auf Deutsch', caption: 'Darunter' },
    }),
  )
  const zip = await exportZip(from)
  const planned = await importZip(to, zip, { dryRun: true })
  expect(planned).toEqual({ imported: false, created: 1, changed: 0, unchanged: 0, rejected: [] })
  expect([await mediaOf(to), await storedOf(to)]).toEqual([[], []])

  expect(await importZip(to, zip)).toEqual({ ...planned, imported: true })
  const [made] = await mediaOf(to)
  expect(made).toMatchObject({
    filename: one.filename,
    mimeType: one.mimeType,
    filesize: one.filesize,
    alt: { en: one.alt, de: 'Auf Deutsch' },
    caption: { de: 'Darunter' },
    prefix: to.tenant.id,
    createdBy: to.user.id,
  })
  expect(made?.id).not.toBe(one.id)
  expect(await storedOf(to)).toEqual(await storedOf(from))
  expect(await importZip(to, zip)).toMatchObject({ created: 0, changed: 0, unchanged: 1 })
})

test('pictures get all their sizes, and the focal point', async () => {
  const space = await buildEditor()
  const zip = await buildZip({
    'media.json': listOf({ filename: 'wide.jpg', alt: 'Wide', focalX: 20, focalY: 80 }),
    'files/wide.jpg': await jpeg(2000),
  })
  expect(await importZip(space, zip)).toMatchObject({ created: 1 })
  const [made] = await mediaOf(space)
  expect(made).toMatchObject({ focalX: 20, focalY: 80, width: 2000 })
  expect(made?.sizes?.large?.filename).toEqual(expect.any(String))
  expect((await storedOf(space)).length).toBeGreaterThan(4)
})

describe('rejected is', () => {
  const cases: readonly [
    what: string,
    media: object,
    files: () => Promise<Record<string, Buffer | string>>,
    reason: RegExp,
  ][] = [
    [
      'what is not in the ZIP',
      { filename: 'a.jpg', alt: 'A' },
      async () => ({}),
      /no “files\/a.jpg” in the ZIP/,
    ],
    [
      'what is not what its name says',
      { filename: 'a.jpg', alt: 'A' },
      async () => ({ 'files/a.jpg': '<html><script>1</script>' }),
      /not accepted/,
    ],
    [
      'a program',
      { filename: 'a.png', alt: 'A' },
      async () => ({ 'files/a.png': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]) }),
      /not accepted/,
    ],
    [
      'what has no description',
      { filename: 'a.jpg' },
      async () => ({ 'files/a.jpg': await jpeg() }),
      /Description/,
    ],
    [
      'a name that is a way',
      { filename: '../a.jpg', alt: 'A' },
      async () => ({}),
      /no name for a file/,
    ],
    [
      'a name that begins with a dot',
      { filename: '.a.jpg', alt: 'A' },
      async () => ({}),
      /no name for a file/,
    ],
    [
      'a picture of too many pixels',
      { filename: 'a.png', alt: 'A' },
      async () => ({
        'files/a.png': await sharp({
          create: { width: 9000, height: 8000, channels: 3, background: '#fff' },
        })
          .png({ compressionLevel: 9 })
          .toBuffer(),
      }),
      /too many pixels/,
    ],
  ]

  test.each(cases)('%s', async (_what, medium, files, reason) => {
    const space = await buildEditor()
    const zip = await buildZip({ 'media.json': listOf(medium), ...(await files()) })
    const planned = await importZip(space, zip, { dryRun: true })
    expect(planned.rejected.map(({ reason }) => reason)).toEqual([expect.stringMatching(reason)])
    await expect(importZip(space, zip)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    expect([await mediaOf(space), await storedOf(space)]).toEqual([[], []])
  })

  test('a file of another space’s id, which is as unknown as any', async () => {
    const [theirs] = await mediaOf(from)
    const space = await buildEditor()
    const zip = await buildZip({ 'media.json': listOf({ id: theirs?.id, alt: 'Mine' }) })
    const planned = await importZip(space, zip, { dryRun: true })
    expect(planned.rejected).toHaveLength(1)
  })
})

test('what lies in the trash keeps its name, and nothing is left behind of the others', async () => {
  const space = await buildEditor()
  const zip = await buildZip({
    'media.json': listOf({ filename: 'first.jpg', alt: '1' }, { filename: 'kept.jpg', alt: '2' }),
    'files/first.jpg': await jpeg(),
    'files/kept.jpg': await jpeg(),
  })
  const only = await buildZip({
    'media.json': listOf({ filename: 'kept.jpg', alt: '2' }),
    'files/kept.jpg': await jpeg(),
  })
  await importZip(space, only)
  const [kept] = await mediaOf(space)
  await asPlatform()(() =>
    testPayload().update({
      collection: 'media',
      id: String(kept?.id),
      data: { deletedAt: new Date().toISOString() },
    }),
  )
  const stored = await storedOf(space)
  // It is only found when it is written: the first file is stored by then, and goes again.
  await expect(importZip(space, zip)).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    details: { rejected: [{ index: 1, reason: expect.stringContaining('trash') }] },
  })
  expect(await storedOf(space)).toEqual(stored)
  expect(await importZip(space, zip, { mode: 'valid' })).toMatchObject({ created: 1 })
  const now = await storedOf(space)
  expect(now.filter((name) => !name.startsWith('first'))).toEqual(stored)
})

test('a ZIP without its list is refused', async () => {
  const zip = await buildZip({ 'files/a.jpg': await jpeg() })
  await expect(importZip(to, zip)).rejects.toMatchObject({
    message: 'The ZIP has no “media.json”.',
  })
})
