import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { importContext, TENANT } from '../../../support/importContext'
import { setEnvironment } from '../../setEnvironment'

setEnvironment({ MAX_UPLOAD_BYTES: '2000000' })
const { media } = await import('@/import/targets/media')

type Values = Parameters<typeof media.prepare>[0]

let folder = ''
const prepare = (values: Values, options = {}) => media.prepare(values, importContext(options))
const withFiles = (values: Values) => prepare(values, { files: join(folder, 'uploads') })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atrium-files-'))
  const uploads = join(folder, 'uploads')
  await mkdir(join(uploads, 'folder.png'), { recursive: true })
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  await writeFile(join(uploads, 'team photo.png'), png)
  await writeFile(join(uploads, 'really.jpg'), png)
  await writeFile(join(uploads, 'page.png'), '<html><script>alert(1)</script></html>')
  await writeFile(join(uploads, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(uploads, 'text.svg'), '<html><svg/></html>')
  await writeFile(join(uploads, 'empty.png'), '')
  await writeFile(join(uploads, 'large.png'), Buffer.concat([png, Buffer.alloc(2_000_000)]))
  await writeFile(join(folder, 'secret.png'), png)
  await symlink(join(folder, 'secret.png'), join(uploads, 'link.png'))
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

test('a file goes through all that Payload does with one', async () => {
  const prepared = await withFiles({
    filename: 'team photo.png',
    alt: 'The team',
    caption: { en: 'Us' },
    focalX: 40,
    focalY: 60.4,
    mimeType: 'image/png',
    filesize: 3,
    url: '/api/media/file/team.png',
    sizes: { thumbnail: { filename: 'team-320.png' } },
  })
  expect(prepared.through).toBe('api')
  expect(prepared.file).toMatchObject({ name: 'team photo.png', mimetype: 'image/png' })
  expect(prepared.languages).toEqual([
    { locale: 'en', data: { alt: 'The team', caption: 'Us', focalX: 40, focalY: 60 } },
  ])
  expect(Object.keys(prepared.unmapped)).toEqual(['url', 'sizes'])
})

test.each([
  ['link.png', 'it leads out of the folder'],
  ['../secret.png', 'it is not in the folder'],
  ['nowhere.png', 'it is not in the folder'],
  ['folder.png', 'it is no file'],
  ['empty.png', 'it is empty'],
  ['large.png', 'it is too large'],
  ['page.png', 'its content is of no kind that is taken'],
  ['text.svg', 'its content is of no kind that is taken'],
  ['..', 'nothing can be called so'],
])('“%s” comes in without its file: %s', async (filename, reason) => {
  const prepared = await withFiles({ filename, alt: 'x', mimeType: 'image/png', width: 8 })
  expect(prepared).toMatchObject({ through: 'adapter' })
  expect(prepared.file).toBeUndefined()
  expect(prepared.languages[0].data).toMatchObject({
    mimeType: 'image/png',
    width: 8,
    prefix: TENANT,
  })
  expect(String(prepared.languages[0].data.filename)).not.toMatch(/[/\\]|^\.+$/)
  expect(prepared.notes).toContainEqual({
    path: 'filename',
    reason: `${reason}: the row comes in without its file`,
  })
})

test('a file is called by what it is', async () => {
  expect((await withFiles({ filename: 'really.jpg', alt: 'x' })).file?.name).toBe('really.png')
  expect((await withFiles({ filename: 'drawing.svg', alt: 'x' })).file?.mimetype).toBe(
    'image/svg+xml',
  )
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ada\\a.png', 'a.png'],
  ['a\u202egnp.exe', 'agnp.exe'],
  ['a\u0000b<c>.png', 'ab_c_.png'],
  ['https://cdn.example/x/photo.jpg?w=3', 'photo.jpg'],
])('the name “%s” becomes “%s”', async (filename, expected) => {
  const prepared = await prepare({ filename, alt: 'x' })
  expect(prepared.languages[0].data.filename).toBe(expected)
  expect(prepared.unmapped).toEqual({ filename })
})

test('a description is made from the name, and told', async () => {
  const prepared = await prepare({ filename: 'team-photo_2.jpg' })
  expect(prepared.languages[0].data.alt).toBe('team photo 2')
  expect(prepared.notes.map(({ path }) => path)).toContain('alt')
  await expect(prepare({ alt: 'x' })).rejects.toThrow('a file without a name')
})

test('descriptions are there in each language of the space', async () => {
  const prepared = await prepare(
    { filename: 'a.png', alt: { de: 'Ein Baum', fr: 'Un arbre' }, caption: { en: 'Oak' } },
    { locales: ['en', 'de'] },
  )
  expect(prepared.languages).toMatchObject([
    { locale: 'en', data: { alt: 'Ein Baum', caption: 'Oak' } },
    { locale: 'de', data: { alt: 'Ein Baum' } },
  ])
  expect(prepared.unmapped).toEqual({ 'alt.fr': 'Un arbre' })
})
