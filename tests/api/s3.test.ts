import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { withClient } from '../../scripts/postgres/withClient'
import { png, upload } from '../support/httpContent'
import { expectStatus, read, readText, type Answer } from '../support/httpRequest'
import { startLocalS3, type LocalS3 } from '../support/httpS3'
import { PLATFORM } from '../support/httpSeed'
import { useStack } from '../support/httpStack'
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
const send = async (name: string): Promise<Answer> =>
  stack.current.call({
    host: space(0).host,
    token: space(0).people.owner.token,
    path: '/api/media',
    body: upload({ data: await png(700), name }),
  })
const file = (name: string, index = 0) =>
  stack.current.call({ host: space(index).host, path: `/api/media/file/${name}` })
const mediaRows = () =>
  withClient(
    stack.current.superuserUrl,
    async (client) => (await client.query('select id from media order by id')).rows,
  )

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
    expectStatus(
      await stack.current.call({
        host: space(0).host,
        token: space(0).people.owner.token,
        path,
        method: 'DELETE',
      }),
      200,
    )
    expect((await s3.keys()).filter((key) => key.includes(name.replace('.png', '')))).toEqual([])
    expect((await file(name)).status).not.toBe(200)
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
