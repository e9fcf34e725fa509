import { Readable } from 'node:stream'

import { describe, expect, test } from 'vitest'

import { openZip, type ZipLimits } from '@/transfer/zip/openZip'
import { zipStream, type ZipPart } from '@/transfer/zip/zipStream'

import { buildZip, renameInZip } from '../../support/buildZip'

const limits: ZipLimits = { files: 3, bytesOf: () => 1_000_000, total: 1_500_000 }

async function* parts(...all: readonly ZipPart[]): AsyncGenerator<ZipPart> {
  yield* all
}
const part = (name: string, text: string, compress = true): ZipPart => ({
  name,
  stream: Readable.from([Buffer.from(text)]),
  compress,
})
const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Buffer> =>
  Buffer.from(await new Response(stream).arrayBuffer())

describe('a ZIP that is written', () => {
  test('is read again, whatever is in it', async () => {
    const zip = await bytesOf(zipStream(parts(part('a.txt', 'A'), part('b/ü.bin', '\0B', false))))
    const { names, read } = await openZip(zip, limits)
    expect(names).toEqual(['a.txt', 'b/ü.bin'])
    expect((await read('b/ü.bin'))?.toString()).toBe('\0B')
    expect(await read('c')).toBeUndefined()
  })

  test('fails as a whole when a part fails', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('The disk is gone')) })
    const zip = zipStream(parts(part('a', 'A'), { name: 'b', stream: broken, compress: false }))
    await expect(bytesOf(zip)).rejects.toThrow()
  })

  test('closes what it reads when nobody reads on', async () => {
    const endless = new Readable({ read: (size) => void endless.push(Buffer.alloc(size)) })
    const reader = zipStream(parts({ name: 'a', stream: endless, compress: false })).getReader()
    await reader.read()
    const closed = new Promise((settle) => endless.once('close', settle))
    await reader.cancel()
    await closed
    expect(endless.destroyed).toBe(true)
  })
})

describe('a ZIP of somebody', () => {
  const refusal = (zip: Buffer, asked = limits) =>
    openZip(zip, asked).catch((error: unknown) => error)

  test.each([
    ['../../../evil', 'out of it'],
    ['/etc/passwd00', 'absolute'],
    ['..\\..\\..\\evil', 'of Windows'],
    ['C:/windows/x', 'of a drive'],
  ])('with the name %s is refused: %s', async (name) => {
    const zip = renameInZip(
      await buildZip({ ['x'.repeat(name.length)]: 'x' }),
      'x'.repeat(name.length),
      name,
    )
    expect(await refusal(zip)).toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  test('with a name twice is refused', async () => {
    const zip = renameInZip(await buildZip({ one: '1', two: '2' }), 'two', 'one')
    expect(await refusal(zip)).toMatchObject({ message: expect.stringContaining('twice') })
  })

  test.each([
    ['too many files', { a: '', b: '', c: '', d: '' }],
    ['a large file', { a: Buffer.alloc(1_000_001) }],
    ['files that are large together', { a: Buffer.alloc(900_000), b: Buffer.alloc(900_000) }],
  ])('with %s is refused before anything is unpacked', async (_what, files) => {
    const zip = await buildZip(files)
    expect(zip.byteLength).toBeLessThan(10_000)
    expect(await refusal(zip)).toMatchObject({ code: 'TOO_LARGE' })
  })

  test('that says that a file is smaller than it is gives no more than that', async () => {
    const zip = await buildZip({ a: Buffer.alloc(900_000) })
    const real = Buffer.alloc(4)
    real.writeUInt32LE(900_000)
    for (let at = zip.indexOf(real); at >= 0; at = zip.indexOf(real, at)) zip.writeUInt32LE(10, at)
    const { read } = await openZip(zip, limits)
    await expect(read('a')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  test.each([
    ['nothing', () => Buffer.alloc(0)],
    ['no ZIP', () => Buffer.from('Hello')],
    ['half a ZIP', (zip: Buffer) => zip.subarray(0, zip.length / 2)],
    ['a ZIP without its beginning', (zip: Buffer) => zip.subarray(40)],
  ])('that is %s is refused', async (_what, damage) => {
    const zip = damage(await buildZip({ 'media.json': '{}', 'files/a': 'x' }))
    const opened = openZip(zip, limits).then(({ read }) => read('media.json'))
    await expect(opened).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })
})

test('a ZIP is streamed: what was not read is not made', async () => {
  let made = 0
  const slow = new Readable({
    read(size) {
      made += size
      this.push(made > 50_000_000 ? null : Buffer.alloc(size))
    },
  })
  const reader = zipStream(parts({ name: 'a', stream: slow, compress: false })).getReader()
  await reader.read()
  expect(made).toBeLessThan(5_000_000)
  await reader.cancel()
})
