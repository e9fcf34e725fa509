import { request as httpRequest, type ClientRequest } from 'node:http'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { withClient } from '../../scripts/postgres/withClient'
import { filesFormOf, filled, png, upload } from '../support/httpContent'
import { expectStatus, read, readText, type Answer } from '../support/httpRequest'
import type { Space } from '../support/httpSeed'
import { useStack } from '../support/httpStack'
import { pdf } from '../support/sampleFiles'
import { EICAR, startClamd, type TestClamd } from '../support/startClamd'
import { uniqueName } from '../support/uniqueName'

/** More than one upload of these tests, and less than two that are slow. */
const ROOM = 1_600_000

let clamd: TestClamd
beforeAll(async () => {
  clamd = await startClamd()
})
afterAll(() => clamd.stop())
beforeEach(() => {
  clamd.answer = undefined
  clamd.shown.length = 0
})

const stack = useStack({
  spaces: 1,
  settings: () => ({
    MAX_UPLOAD_BYTES_AT_ONCE: String(ROOM),
    CLAMAV_HOST: '127.0.0.1',
    CLAMAV_PORT: String(clamd.port),
  }),
})
const space = (): Space => {
  const [first] = stack.current.spaces
  if (!first) throw new Error('There is a space')
  return first
}
const owner = () => ({ host: space().host, token: space().people.owner.token })
const infected = async (bytes: Buffer) => Buffer.concat([bytes, Buffer.from(EICAR)])

const send = async (data: Buffer, name = `${uniqueName('picture')}.png`): Promise<Answer> =>
  stack.current.call({ ...owner(), path: '/api/media', body: upload({ data, name }) })

const count = (table: 'media' | 'lead_files' | 'form_submissions') =>
  withClient(stack.current.superuserUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int from ${table}`)
    return rows[0]?.count
  })
const everything = async () => [
  await count('media'),
  await count('lead_files'),
  await count('form_submissions'),
]

describe('with a virus scanner, a file', () => {
  let form: string
  beforeAll(async () => {
    const json = filesFormOf(uniqueName('Plans'))
    const made = await stack.current.call({ ...owner(), path: '/api/forms', json })
    form = readText(expectStatus(made, 201), 'doc', 'id')
  })
  const submit = (data: Buffer): Promise<Answer> =>
    stack.current.call({
      host: space().host,
      path: `/api/forms/${form}/submit`,
      body: filled(
        { name: 'Wen', email: 'wen@example.test' },
        { plan: [{ name: 'Plan.pdf', data }] },
      ),
    })

  test('that is clean is taken, and was looked at whole', async () => {
    const picture = await png()
    expectStatus(await send(picture), 201)
    expectStatus(await submit(pdf()), 201)
    expect(clamd.shown.map((bytes) => bytes.length)).toEqual([picture.length, pdf().length])
  })

  test('that is infected is refused, and nothing is stored', async () => {
    const before = await everything()
    const answer = await send(await infected(await png()))
    expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([422, 'INFECTED'])
    const lead = await submit(await infected(pdf()))
    expect([lead.status, read(lead, 'errors', 0, 'code')]).toEqual([400, 'VALIDATION_FAILED'])
    expect(read(lead, 'errors', 0, 'details')).toEqual([
      { field: 'plan', message: expect.stringContaining('“Plan.pdf” was not taken') },
    ])
    expect(await everything()).toEqual(before)
  })

  test.each([
    ['breaks off', undefined],
    ['cannot take it', 'INSTREAM size limit exceeded. ERROR\0'],
  ])('is not taken while the scanner %s', async (_what, said) => {
    clamd.answer = () => said
    const before = await everything()
    for (const answer of [await send(await png()), await submit(pdf())]) {
      expect([answer.status, read(answer, 'errors', 0, 'code')]).toEqual([503, 'SCAN_UNAVAILABLE'])
      expect(answer.body).not.toContain('127.0.0.1')
    }
    expect(await everything()).toEqual(before)
  })
})

describe('uploads that are received at one time', () => {
  /** Says that much is coming, and sends the beginning. */
  function begin(bytes: number, address: string): ClientRequest {
    const sent = httpRequest({
      hostname: 'localhost',
      port: stack.current.port,
      path: '/api/media',
      method: 'POST',
      headers: {
        host: `${space().host}:${stack.current.port}`,
        authorization: `JWT ${space().people.owner.token}`,
        'x-forwarded-for': address,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': bytes,
      },
    })
    sent.on('error', () => undefined)
    sent.write('--x\r\n')
    return sent
  }
  const status = async () => (await send(await png())).status

  /** Holds nearly all of the room: with what is sent meanwhile one of the two may be refused itself, and is begun again. */
  async function fill(): Promise<ClientRequest[]> {
    let slow: ClientRequest[] = []
    await expect
      .poll(
        async () => {
          for (const one of slow) one.destroy()
          slow = ['192.0.2.1', '198.51.100.1'].map((address) => begin(799_900, address))
          return status()
        },
        { timeout: 30_000 },
      )
      .toBe(503)
    return slow
  }

  test('are bounded together; room is given back when one goes away', async () => {
    const slow = await fill()
    const answer = await send(await png())
    expect(read(answer, 'errors', 0, 'code')).toBe('BUSY')
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    // What is no upload goes on.
    expectStatus(await stack.current.call({ ...owner(), path: '/api/pages' }), 200)
    // A stranger could fill it.
    expect(await stack.current.log()).not.toContain('Very much is being uploaded')
    for (const one of slow) one.destroy()
    await expect.poll(status, { timeout: 30_000 }).toBe(201)
  })
})
