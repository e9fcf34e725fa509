import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { networkInterfaces } from 'node:os'

import type { CollectionSlug, Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { asMember } from '../support/actors'
import { buildMedia, tinyPng } from '../support/buildMedia'
import { buildSpace, type Space } from '../support/buildSpace'
import { outcomeOf } from '../support/outcomeOf'
import { asRoot } from '../support/sqlActors'
import { uniqueName } from '../support/uniqueName'
import { testPayload, usePayload } from '../support/usePayload'

/*
 * Payload refuses to fetch from addresses of private networks. Here it does not (`skipSafeFetch`), so that a request which
 * our own refusal lets through arrives at this server and is counted: names can lead anywhere.
 */
usePayload()

let space: Space
let server: Server
let asked: string[] = []
let picture: Buffer

beforeAll(async () => {
  space = await buildSpace()
  picture = await tinyPng()
  server = createServer(({ url }, response) => {
    asked.push(String(url))
    response.setHeader('content-type', 'image/png').end(picture)
  })
  server.listen(0, '::')
  await once(server, 'listening')
  for (const { config } of uploads()) config.upload.skipSafeFetch = true
})

afterAll(() => server.close())

type Collection = Payload['collections'][CollectionSlug]

const uploads = (): Collection[] =>
  Object.values(testPayload().collections).filter(({ config }) => config.upload)

/** Where this machine can be reached, by itself and by others. */
function addresses(): string[] {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const own = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, scopeid }) => family === 'IPv4' || !scopeid)
    .map(({ family, address: ip }) => (family === 'IPv6' ? `[${ip}]` : ip))
  return [...new Set(['localhost', ...own])].map((host) => `http://${host}:${port}`)
}

test('the server that counts is reached from here', async () => {
  asked = []
  for (const address of addresses()) await fetch(`${address}/${encodeURIComponent(address)}`)
  expect(asked).toHaveLength(addresses().length)
  expect(asked.length).toBeGreaterThan(1)
})

test.each([false, true])(
  'a new document is not fetched from the address that it names (access overridden: %s)',
  async (overrideAccess) => {
    asked = []
    for (const { config } of uploads()) {
      for (const address of addresses()) {
        const filename = `${uniqueName('picture')}.png`
        const data = { alt: 'x', tenant: space.tenant.id, filename, url: `${address}/${filename}` }
        const outcome = await outcomeOf(() =>
          asMember(space.editor)(() =>
            testPayload().create({
              collection: config.slug as 'media',
              data,
              overrideAccess,
              user: { ...space.editor, collection: 'users' },
            }),
          ),
        )
        // Files of leads nobody may create: that is said first.
        expect(outcome.words).toMatch(/Files are uploaded, not fetched|not allowed/)
      }
    }
    expect(asked).toEqual([])
  },
)

test('a picture whose document says that it lies elsewhere is not fetched from there to be cropped', async () => {
  asked = []
  const { id } = await buildMedia({ tenant: space.tenant })
  const url = `${addresses()[0]}/elsewhere.png`
  await asRoot().changes('update media set url = $1 where id = $2', [url, id])
  const cropped = await asMember(space.editor)(() =>
    testPayload().update({
      collection: 'media',
      id,
      data: {},
      overrideAccess: false,
      req: { query: { uploadEdits: { focalPoint: { x: '1', y: '1' } } } },
      user: { ...space.editor, collection: 'users' },
    }),
  )
  expect(cropped).toMatchObject({ focalX: 1, focalY: 1 })
  expect(asked).toEqual([])
})
