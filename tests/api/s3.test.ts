import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { withClient } from '../../scripts/postgres/withClient'
import { filled, png, upload } from '../support/httpContent'
import { describePicture, redAboveBlue, upperHalf } from '../support/httpPicture'
import { expectStatus, jsonOf, read, readText, type Answer } from '../support/httpRequest'
import { startLocalS3, type LocalS3 } from '../support/httpS3'
import { PLATFORM } from '../support/httpSeed'
import { useStack } from '../support/httpStack'
import { pdf } from '../support/sampleFiles'
import { uniqueName } from '../support/uniqueName'

let s3: LocalS3

beforeAll(async () => {
  s3 = await startLocalS3()
})

const stack = useStack({ spaces: 2, settings: () => s3.settings })

afterAll(() => s3.remove())

const space = (index: number) => {
  const found = stack.current.spaces[index]
  if (!found) throw new Error('There are two spaces')
  return found
}
const asOwner = () => ({ host: space(0).host, token: space(0).people.owner.token })
const send = async (name: string): Promise<Answer> =>
  stack.current.call({
    ...asOwner(),
    path: '/api/media',
    body: upload({ data: await png(700), name }),
  })
const file = (name: string, index = 0) =>
  stack.current.call({ host: space(index).host, path: `/api/media/file/${name}` })
/** The names of a picture and of its sizes. */
const filenamesOf = (answer: Answer): string[] => {
  const sizes = Object.values(read(answer, 'sizes') ?? {})
  return [jsonOf(answer), ...sizes].flatMap((one: unknown) => {
    const name: unknown = typeof one === 'object' && one !== null && Reflect.get(one, 'filename')
    return typeof name === 'string' ? [name] : []
  })
}
const rowsOf = (table: 'media' | 'lead_files' | 'form_submissions') =>
  withClient(
    stack.current.superuserUrl,
    async (client) => (await client.query(`select id from ${table} order by id`)).rows,
  )
const mediaRows = () => rowsOf('media')

/** Sends a plan with a form of the first space. */
async function sendPlan(name: string, data = pdf(name)): Promise<Answer> {
  const { call } = stack.current
  const found = await call({ ...asOwner(), path: '/api/forms?where[title][like]=Plans&depth=0' })
  return call({
    host: space(0).host,
    path: `/api/forms/${readText(found, 'docs', 0, 'id')}/submit`,
    body: filled({ name, email: 'wen@example.test' }, { plan: [{ name, data }] }),
  })
}

describe('uploads on S3', () => {
  test('lie in a folder of their space, and are served at its address only', async () => {
    const name = `${uniqueName('picture')}.png`
    const answer = expectStatus(await send(name), 201)
    expect(await s3.keys()).toContain(`${space(0).id}/${name}`)
    const small = readText(answer, 'doc', 'sizes', 'small', 'filename')
    expect(await s3.keys()).toContain(`${space(0).id}/${small}`)
    const served = await file(name)
    expect([served.status, served.headers['content-type']]).toEqual([200, 'image/png'])
    expect(served.headers['content-security-policy']).toContain('sandbox')
    expect((await file(small)).status).toBe(200)
    expect((await file(name, 1)).status).not.toBe(200)
    expect(served.headers.location).toBeUndefined()
  })

  test('of one name are two files in two spaces', async () => {
    expect(await s3.keys()).toEqual(
      expect.arrayContaining([`${space(0).id}/picture.png`, `${space(1).id}/picture.png`]),
    )
    expect((await file('picture.png', 0)).status).toBe(200)
    expect((await file('picture.png', 1)).status).toBe(200)
  })

  test('are gone when they are deleted, with their sizes', async () => {
    const name = `${uniqueName('picture')}.png`
    const id = readText(expectStatus(await send(name), 201), 'doc', 'id')
    const path = `/api/media/${id}`
    expectStatus(await stack.current.call({ ...asOwner(), path, method: 'DELETE' }), 200)
    expect((await s3.keys()).filter((key) => key.includes(name.replace('.png', '')))).toEqual([])
    expect((await file(name)).status).not.toBe(200)
  })
})

describe('files of leads on S3', () => {
  test('lie in the folder of their space, are saved by its people, and go with the lead', async () => {
    const { call } = stack.current
    const name = `${uniqueName('plan')}.pdf`
    expectStatus(await sendPlan(name), 201)
    const path = `/api/lead-files?where[name][equals]=${name}&depth=0`
    const doc = await call({ ...asOwner(), path })
    const [url, filename] = ['url', 'filename'].map((key) => readText(doc, 'docs', 0, key))
    const key = `${space(0).id}/leads/${filename}`
    expect(await s3.read(key)).toEqual(pdf(name))
    const saved = expectStatus(await call({ ...asOwner(), path: url ?? '' }), 200)
    expect(saved.body).toBe(pdf(name).toString())
    expect(saved.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining(`filename="${name}"`),
    })
    const stranger = { host: space(1).host, token: space(1).people.owner.token }
    expect((await call({ ...stranger, path: url ?? '' })).status).toBe(404)
    expect((await call({ host: space(0).host, path: url ?? '' })).status).toBe(403)
    const lead = `/api/form-submissions/${readText(doc, 'docs', 0, 'lead')}`
    expectStatus(await call({ ...asOwner(), path: lead, method: 'DELETE' }), 200)
    await expect.poll(() => s3.keys(), { timeout: 30_000 }).not.toContain(key)
  })
})

describe('a picture on S3 that is cropped', () => {
  const key = (name: string) => `${space(0).id}/${name}`
  const picture = async (): Promise<{ id: string; name: string }> => {
    const name = `${uniqueName('picture')}.png`
    const body = upload({ data: await redAboveBlue(700, 800), name })
    const answer = await stack.current.call({ ...asOwner(), path: '/api/media', body })
    return { id: readText(expectStatus(answer, 201), 'doc', 'id'), name }
  }
  const crop = (id: string, headers = {}) =>
    stack.current.call({
      ...asOwner(),
      path: `/api/media/${id}?${upperHalf(700, 800)}`,
      method: 'PATCH',
      json: {},
      headers,
    })

  test('is cut once, with its sizes, whatever part of it the request would have', async () => {
    const { id, name } = await picture()
    const answer = expectStatus(await crop(id, { range: 'bytes=0-99' }), 200)
    expect(read(answer, 'doc')).toMatchObject({ filename: name, width: 700, height: 400 })
    const red = { colour: 'red', width: 700, height: 400 }
    expect(await describePicture(await s3.read(key(name)))).toEqual(red)
    const small = readText(answer, 'doc', 'sizes', 'small', 'filename')
    expect(await describePicture(await s3.read(key(small)))).toMatchObject({
      colour: 'red',
      width: 640,
    })
    const now = await stack.current.call({ ...asOwner(), path: `/api/media/${id}?depth=0` })
    expect(read(now)).toMatchObject({ width: 700, height: 400, filename: name })
    const keys = (await s3.keys()).filter((one) => one.includes(name.replace('.png', '')))
    expect(keys).toHaveLength(new Set(filenamesOf(now)).size)
  })

  test('can be cut while it is uploaded', async () => {
    const name = `${uniqueName('picture')}.png`
    const body = upload({ data: await redAboveBlue(700, 800), name })
    const answer = expectStatus(
      await stack.current.call({ ...asOwner(), path: `/api/media?${upperHalf(700, 800)}`, body }),
      201,
    )
    expect(read(answer, 'doc')).toMatchObject({ filename: name, width: 700, height: 400 })
    expect((await describePicture(await s3.read(key(name)))).colour).toBe('red')
  })

  test('and that S3 has lost is said to be missing, and nothing else is lost', async () => {
    const { id, name } = await picture()
    const path = `/api/media/${id}?depth=0`
    const before = await stack.current.call({ ...asOwner(), path })
    await s3.lose(key(name))
    const keys = await s3.keys()
    const answer = await crop(id)
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([409, 'CONFLICT'])
    expect((await stack.current.call({ ...asOwner(), path })).body).toBe(before.body)
    expect(await s3.keys()).toEqual(keys)
  })
})

describe('a page that is copied to another space', () => {
  const asAdmin = () => ({ host: PLATFORM, token: stack.current.adminToken })
  const pageWith = async (name: string): Promise<string> => {
    const media = readText(expectStatus(await send(name), 201), 'doc', 'id')
    const layout = [{ blockType: 'image', image: media, size: 'wide', tone: 'plain' }]
    const json = { title: name, slug: uniqueName('page'), _status: 'published', layout }
    const made = await stack.current.call({ ...asOwner(), path: '/api/pages', json })
    return readText(expectStatus(made, 201), 'doc', 'id')
  }
  const copy = (page: string) =>
    stack.current.call({
      ...asAdmin(),
      path: '/api/pages/copy',
      json: { pages: [page], to: space(1).id },
    })

  test('takes its files along inside of the bucket, once', async () => {
    const name = `${uniqueName('taken along')}.png`
    const stored = readText(expectStatus(await send(name), 201), 'doc', 'filename')
    const page = await pageWith(name)
    const copied = expectStatus(await copy(page), 200)
    expect([read(copied, 'copied', 'media'), read(copied, 'left')]).toEqual([1, []])
    const keys = await s3.keys()
    // The second file of this name, and its sizes.
    const second = new RegExp(`/${stored.replace('.png', '')}-1(-\\d+x\\d+)?\\.png$`)
    const mine = (index: number) =>
      keys.filter((key) => key.startsWith(space(index).id) && second.test(key))
    expect(mine(1).map((key) => key.split('/')[1])).toEqual(mine(0).map((key) => key.split('/')[1]))
    const [first = ''] = mine(1)
    expect(await s3.read(first)).toEqual(await s3.read(mine(0)[0] ?? ''))
    expect(
      (await file(encodeURIComponent(first.split('/')[1] ?? ''), 1)).headers['content-type'],
    ).toBe('image/png')
    const again = expectStatus(await copy(page), 200)
    expect([read(again, 'copied', 'media'), read(again, 'copied', 'reused')]).toEqual([0, 1])
  })

  test('is copied without a picture that S3 has lost', async () => {
    const name = `${uniqueName('lost')}.png`
    const page = await pageWith(name)
    await s3.lose(`${space(0).id}/${name}`)
    const copied = expectStatus(await copy(page), 200)
    expect(read(copied, 'left', 0, 'reason')).toBe('The file of this medium is missing.')
  })
})

describe('while S3 is down', () => {
  beforeAll(() => s3.stop())
  afterAll(() => s3.start())

  test('an upload says so, and nothing is kept', async () => {
    const before = await mediaRows()
    const answer = await send(`${uniqueName('picture')}.png`)
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([503, 'STORAGE_UNAVAILABLE'])
    expect(await mediaRows()).toEqual(before)
  })

  test('a form with a file says so, and nothing is kept', async () => {
    const before = [await rowsOf('form_submissions'), await rowsOf('lead_files')]
    const answer = await sendPlan('Plan.pdf')
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([503, 'STORAGE_UNAVAILABLE'])
    expect([await rowsOf('form_submissions'), await rowsOf('lead_files')]).toEqual(before)
  })

  test('a crop says so, and nothing is changed', async () => {
    const path = `/api/media/${space(0).docs.media}?depth=0`
    const before = await stack.current.call({ ...asOwner(), path })
    const query = upperHalf(8, 8)
    const answer = await stack.current.call({
      ...asOwner(),
      path: `${path}&${query}`,
      method: 'PATCH',
      json: {},
    })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([503, 'STORAGE_UNAVAILABLE'])
    expect((await stack.current.call({ ...asOwner(), path })).body).toBe(before.body)
  })

  test('a copy says so, and nothing is kept', async () => {
    const before = await mediaRows()
    const json = { pages: [space(0).pages.home], to: space(1).id }
    const answer = await stack.current.call({
      host: PLATFORM,
      token: stack.current.adminToken,
      path: '/api/pages/copy',
      json,
    })
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([503, 'STORAGE_UNAVAILABLE'])
    expect(await mediaRows()).toEqual(before)
  })

  test('a file says so', async () => {
    const answer = await file('picture.png')
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([503, 'STORAGE_UNAVAILABLE'])
  })

  test('pages go on, and so does everything else', async () => {
    expect((await stack.current.call({ host: space(0).host, path: '/about' })).status).toBe(200)
    expect((await stack.current.call({ host: space(0).host, path: '/api/pages' })).status).toBe(200)
  })

  test('the health says that something is wrong, and what to staff only', async () => {
    const health = (token?: string) =>
      stack.current.call({ host: PLATFORM, path: '/api/health', token })
    const stranger = await health()
    expect([stranger.status, stranger.body]).toEqual([200, '{"status":"degraded"}'])
    expect(read(await health(stack.current.adminToken), 'checks')).toContainEqual(
      expect.objectContaining({ name: 'storage', ok: false }),
    )
  })
})

test('uploads work again when S3 is back', async () => {
  expect((await send(`${uniqueName('picture')}.png`)).status).toBe(201)
})
