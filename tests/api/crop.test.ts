import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { as, http, type HttpActor } from '../support/httpActors'
import { upload } from '../support/httpContent'
import { describePicture, editsQuery, redAboveBlue, upperHalf } from '../support/httpPicture'
import { expectStatus, learned, read, readText, type Answer } from '../support/httpRequest'
import { useSpaces } from '../support/httpSpaces'
import { uniqueName } from '../support/uniqueName'

const spaces = useSpaces('crop', 'other')
const owner = () => as('owner', spaces.crop)

/** Large enough for each size to be made. */
const WIDTH = 1300
const HEIGHT = 2000

interface Stored {
  readonly id: string
  readonly name: string
}

async function picture(by: HttpActor = owner()): Promise<Stored> {
  const name = `${uniqueName('picture')}.png`
  const body = upload({ data: await redAboveBlue(WIDTH, HEIGHT), name })
  const answer = expectStatus(await by({ path: '/api/media', body }), 201)
  return { id: readText(answer, 'doc', 'id'), name }
}

const folder = () => join(http().folder, 'media', spaces.crop.id)
const onDisk = (name: string) => readFile(join(folder(), name))
/** The names of a picture's files. */
const filesOf = async ({ name }: Stored) =>
  (await readdir(folder())).filter((file) => file.startsWith(name.replace('.png', ''))).sort()
/** All there is of a picture: its document, and its files with their bytes. */
const everythingOf = async (one: Stored) => ({
  doc: read(await owner()(`/api/media/${one.id}?depth=0`)),
  files: await Promise.all(
    (await filesOf(one)).map(async (name) => [name, (await onDisk(name)).toString('base64')]),
  ),
})

const save = (
  { id }: Stored,
  { query = '', json = {}, by = owner() }: { query?: string; json?: unknown; by?: HttpActor } = {},
): Promise<Answer> => by({ path: `/api/media/${id}?depth=0&${query}`, method: 'PATCH', json })

describe('a stored picture that is cropped', () => {
  test('is cut under the name that it has, and so is each of its sizes', async () => {
    const one = await picture()
    const before = await filesOf(one)
    const answer = expectStatus(await save(one, { query: upperHalf(WIDTH, HEIGHT) }), 200)
    expect(read(answer, 'doc')).toMatchObject({ filename: one.name, width: 1300, height: 1000 })
    expect(await describePicture(await onDisk(one.name))).toEqual({
      width: 1300,
      height: 1000,
      colour: 'red',
    })
    for (const [size, width, height] of [
      ['thumbnail', 320, 246],
      ['medium', 1024, 788],
      ['og', 1200, 630],
    ] as const) {
      const name = readText(answer, 'doc', 'sizes', size, 'filename')
      expect(await describePicture(await onDisk(name))).toEqual({ width, height, colour: 'red' })
      const served = await owner()(readText(answer, 'doc', 'sizes', size, 'url'))
      expect([served.status, served.headers['content-type']]).toEqual([200, 'image/png'])
    }
    // Sizes of the old shape are no longer anybody's.
    const after = await filesOf(one)
    expect(after).toHaveLength(before.length)
    expect(after).not.toContain(before.find((name) => name.endsWith('-320x492.png')))
  })

  test('can be cropped as the admin sends it: as a form, with its other fields', async () => {
    const one = await picture()
    const body = new FormData()
    body.set('_payload', JSON.stringify({ alt: 'Cut', focalX: 50, focalY: 50 }))
    const path = `/api/media/${one.id}?depth=0&${upperHalf(WIDTH, HEIGHT)}`
    const answer = expectStatus(await owner()({ path, method: 'PATCH', body }), 200)
    expect(read(answer, 'doc')).toMatchObject({ alt: 'Cut', filename: one.name, height: 1000 })
  })

  test('keeps what it is when the crop makes no sense', async () => {
    const one = await picture()
    const before = await everythingOf(one)
    for (const pixels of [
      { width: 9000, height: 9000 },
      { width: -1, height: 10 },
    ]) {
      const crop = { x: 0, y: 0, width: 100, height: 100 }
      expect((await save(one, { query: editsQuery({ crop, pixels }) })).status).toBe(400)
    }
    expect(await everythingOf(one)).toEqual(before)
  })
})

describe('a focal point', () => {
  const ogOf = async (answer: Answer) =>
    (await describePicture(await onDisk(readText(answer, 'doc', 'sizes', 'og', 'filename')))).colour

  test.each([
    ['in the admin', { query: editsQuery({ focal: { x: 50, y: 100 } }) }],
    [
      'in the admin, which sends the old one too',
      {
        query: editsQuery({ focal: { x: 50, y: 100 } }),
        json: { focalX: 50, focalY: 50 },
      },
    ],
    ['over the API', { json: { focalX: 50, focalY: 100 } }],
    ['over the API, by one number', { json: { focalY: 100 } }],
  ])('that is moved %s moves what the sizes show', async (_where, how) => {
    const one = await picture()
    const answer = expectStatus(await save(one, how), 200)
    expect(read(answer, 'doc')).toMatchObject({ focalX: 50, focalY: 100, height: HEIGHT })
    expect(await ogOf(answer)).toBe('blue')
    expect(await ogOf(expectStatus(await save(one, { json: { focalX: 0, focalY: 0 } }), 200))).toBe(
      'red',
    )
  })

  test('that stays where it is leaves the files alone', async () => {
    const one = await picture()
    const { mtimeMs } = await stat(join(folder(), one.name))
    const query = editsQuery({ focal: { x: 50, y: 50 } })
    expectStatus(await save(one, { query, json: { alt: 'New', focalX: 50, focalY: 50 } }), 200)
    expect((await stat(join(folder(), one.name))).mtimeMs).toBe(mtimeMs)
  })

  test('of a drawing is noted; there is nothing to cut', async () => {
    const name = `${uniqueName('drawing')}.svg`
    const data = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const body = upload({ data, name, type: 'image/svg+xml' })
    const made = expectStatus(await owner()({ path: '/api/media', body }), 201)
    const one = { id: readText(made, 'doc', 'id'), name }
    const query = editsQuery({ focal: { x: 10, y: 20 } })
    expectStatus(await save(one, { query, json: { focalX: 10, focalY: 20 } }), 200)
    expect(await onDisk(name)).toEqual(data)
  })
})

describe('somebody else’s picture', () => {
  test.each(['viewer', 'member', 'author'] as const)('is not cropped by the %s', async (role) => {
    const one = await picture()
    const before = await everythingOf(one)
    const by = as(role, spaces.crop)
    expect((await save(one, { query: upperHalf(WIDTH, HEIGHT), by })).status).toBe(403)
    expect((await save(one, { json: { focalX: 1, focalY: 1 }, by })).status).toBe(403)
    expect(await everythingOf(one)).toEqual(before)
  })

  test('is cropped by the author who uploaded it', async () => {
    const author = as('author', spaces.crop)
    const one = await picture(author)
    expectStatus(await save(one, { query: upperHalf(WIDTH, HEIGHT), by: author }), 200)
  })

  test('of another space answers as one that nobody has, and as it does to any other save', async () => {
    const one = await picture()
    const before = await everythingOf(one)
    const by = as('owner', spaces.other)
    const query = upperHalf(WIDTH, HEIGHT)
    const answer = await save(one, { query, by })
    expect(answer.status).toBe(403)
    const nobodys = { ...one, id: randomUUID() }
    for (const other of [save(nobodys, { query, by }), save(one, { json: { alt: 'x' }, by })])
      expect(learned(await other)).toEqual(learned(answer))
    expect(await everythingOf(one)).toEqual(before)
  })

  test('does not take the place of one’s own when it is named in what is sent', async () => {
    const one = await picture()
    const theirs = await picture(as('owner', spaces.other))
    const json = { filename: theirs.name, prefix: spaces.other.id, url: '/api/media/file/x.png' }
    const answer = expectStatus(await save(one, { query: upperHalf(WIDTH, HEIGHT), json }), 200)
    expect(read(answer, 'doc')).toMatchObject({ filename: one.name, prefix: spaces.crop.id })
  })
})

test('several pictures are not edited at once', async () => {
  const one = await picture()
  const before = await everythingOf(one)
  for (const { query, json } of [
    { query: upperHalf(WIDTH, HEIGHT), json: {} },
    { query: '', json: { focalX: 1, focalY: 1 } },
  ]) {
    const path = `/api/media?where[id][equals]=${one.id}&${query}`
    const answer = await owner()({ path, method: 'PATCH', json })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([400, 'VALIDATION_FAILED'])
  }
  expect(await everythingOf(one)).toEqual(before)
})

test('a file that the storage has lost is said to be missing, and nothing else is lost', async () => {
  const one = await picture()
  await rm(join(folder(), one.name))
  const before = await everythingOf(one)
  const answer = await save(one, { query: upperHalf(WIDTH, HEIGHT), json: { alt: 'New' } })
  expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([409, 'CONFLICT'])
  expect(readText(answer, 'errors', 0, 'message')).toContain('missing')
  expect(await everythingOf(one)).toEqual(before)
})
