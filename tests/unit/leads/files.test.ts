import { beforeAll, describe, expect, test } from 'vitest'

import { checkFiles } from '@/leads/files/checkFiles'
import { defuseName } from '@/leads/files/defuseName'
import { acceptOf, describeKinds, looksAccepted } from '@/leads/files/fileKinds'
import {
  choiceProblem,
  describeLimits,
  describeSize,
  MEGABYTE,
  totalOf,
} from '@/leads/files/fileLimits'
import { findType } from '@/leads/files/findType'

import { png } from '../../support/httpContent'
import { docm, docx, gifAndPage, odt, pdf, xlsx, zip } from '../../support/sampleFiles'
import { setEnvironment } from '../setEnvironment'

// Whether there is a virus scanner.
beforeAll(() => setEnvironment())

const PLATFORM = 20 * MEGABYTE
const every = {
  accept: ['images', 'pdf', 'documents', 'spreadsheets', 'presentations', 'audio', 'video'],
}

describe('a name is shown without its tricks:', () => {
  test.each([
    ['plan.pdf', 'pdf', 'plan.pdf'],
    ['plan.PDF', 'pdf', 'plan.pdf'],
    ['Grundriß 1.OG.pdf', 'pdf', 'Grundriß 1.OG.pdf'],
    ['photo.png', 'jpg', 'photo.jpg'],
    ['cv.pdf.exe', 'pdf', 'cv.pdf.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\Users\\me\\plan.pdf', 'pdf', 'plan.pdf'],
    ['a\u0000b\r\nSet-Cookie: x.pdf', 'pdf', 'abSet-Cookie_ x.pdf'],
    ['invoice\u202Efdp.exe', 'pdf', 'invoicefdp.pdf'],
    ['<img src=x onerror="a()">.png', 'png', '_img src=x onerror=_a()__.png'],
    ['.htaccess', 'txt', 'htaccess.txt'],
    ['--rf.pdf', 'pdf', 'rf.pdf'],
    ['con.pdf', 'pdf', 'file.pdf'],
    ['   .  ', 'pdf', 'file.pdf'],
    ['', 'pdf', 'file.pdf'],
    ['no extension', 'pdf', 'no extension.pdf'],
  ])('%j', (given, extension, shown) => {
    expect(defuseName(given, extension)).toBe(shown)
  })

  test('and is not long', () => {
    expect(defuseName(`${'ä'.repeat(5_000)}.pdf`, 'pdf')).toBe(`${'ä'.repeat(100)}.pdf`)
    expect(defuseName(`${'😀'.repeat(200)}.pdf`, 'pdf')).toBe(`${'😀'.repeat(100)}.pdf`)
  })
})

describe('a type is found by the content:', () => {
  const samples: [string, () => Buffer | Promise<Buffer>, string, string][] = [
    ['a PDF', pdf, 'application/pdf', 'pdf'],
    ['a picture', () => png(), 'image/png', 'png'],
    [
      'a document',
      docx,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'docx',
    ],
    [
      'a spreadsheet',
      xlsx,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'xlsx',
    ],
    ['an open document', odt, 'application/vnd.oasis.opendocument.text', 'odt'],
    ['a picture with a page behind it', gifAndPage, 'image/gif', 'gif'],
  ]

  test.each(samples)('%s, whatever it is called', async (_name, sample, mime, extension) => {
    const found = { mime, extension }
    for (const name of [`a.${extension}`, 'a.html', 'a.exe', 'a'])
      expect(await findType(every, name, await sample())).toEqual(found)
  })

  test.each([
    ['a.txt', 'Guten Tag,\r\n\twir kommen.', { mime: 'text/plain', extension: 'txt' }],
    ['a.csv', 'name;size\nÄpfel;3\n', { mime: 'text/csv', extension: 'csv' }],
    ['BMW.txt', 'BMW, and nothing else', { mime: 'text/plain', extension: 'txt' }],
    [
      'a.txt',
      Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]),
      { mime: 'text/plain', extension: 'txt' },
    ],
  ])('text has none, and is known by its name: %s', async (name, content, found) => {
    expect(await findType(every, name, Buffer.from(content))).toEqual(found)
  })

  const refused: [string, string, Buffer][] = [
    ['a page', 'a.html', Buffer.from('<!doctype html><p>Hello')],
    ['a page that is called text', 'a.txt', Buffer.from('Hello\n<!DOCTYPE html><p>')],
    ['a page that is called a table', 'a.csv', Buffer.from('a,b\n<script>alert(1)</script>')],
    ['a page that is called a PDF', 'a.pdf', Buffer.from('<html></html>')],
    ['a drawing that can run', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['the same, called a picture', 'a.png', Buffer.from('<?xml version="1.0"?><svg/>')],
    ['the same, called text', 'a.txt', Buffer.from('< SVG onload=alert(1)>')],
    ['XML', 'a.xml', Buffer.from('<?xml version="1.0"?><a/>')],
    ['a program', 'a.exe', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1')],
    ['a program that is called text', 'a.txt', Buffer.from('MZ\x90\x00\x03\x00', 'latin1')],
    ['a document with macros', 'a.docx', docm()],
    ['an archive', 'a.docx', zip({ 'a.txt': 'Hello' })],
    ['an old Office file', 'a.doc', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(512), 'hex')],
    ['text without a name for it', 'a', Buffer.from('Hello')],
    ['half of a signature', 'a.jpg', Buffer.from([0xff, 0xd8])],
    ['nothing', 'a.pdf', Buffer.alloc(0)],
  ]

  test.each(refused)('%s is not taken', async (_name, name, content) => {
    expect(await findType(every, name, content)).toBeUndefined()
  })

  test('and has to be one that the field takes', async () => {
    expect(await findType({ accept: ['images'] }, 'a.png', pdf())).toBeUndefined()
    expect(await findType({ accept: ['images'] }, 'a.txt', Buffer.from('Hello'))).toBeUndefined()
    expect(await findType({}, 'a', pdf())).toMatchObject({ extension: 'pdf' })
    expect(await findType({ accept: [] }, 'a', docx())).toBeUndefined()
  })
})

describe('files are looked at one by one:', () => {
  const fileOf = (name: string, bytes: Buffer, type = '') =>
    new File([new Uint8Array(bytes)], name, { type })
  const field = { blockType: 'file', name: 'cv', accept: ['pdf'] }

  test('each gets a name and a type of ours', async () => {
    const checked = await checkFiles([
      { field, files: [fileOf('../cv.exe', pdf(), 'text/html'), fileOf('b.pdf', pdf())] },
    ])
    expect(checked).toMatchObject({
      ok: true,
      files: [
        { field: 'cv', name: 'cv.pdf', extension: 'pdf', mimeType: 'application/pdf' },
        { field: 'cv', name: 'b.pdf' },
      ],
    })
  })

  test('one that is not taken is named, and none is', async () => {
    const page = fileOf('cv.pdf', Buffer.from('<html>'), 'application/pdf')
    expect(await checkFiles([{ field, files: [fileOf('a.pdf', pdf()), page] }])).toEqual({
      ok: false,
      errors: { cv: '“cv.pdf” cannot be taken. Send PDF.' },
    })
  })
})

describe('limits', () => {
  const sized = (...sizes: number[]) => sizes.map((size, index) => ({ name: `${index}.pdf`, size }))

  test.each([
    [{ maxFiles: 2, maxSize: 1 }, sized(1, MEGABYTE), undefined],
    [{}, sized(5 * MEGABYTE), undefined],
    [{}, sized(1, 1), 'Choose one file; these are 2.'],
    [{ maxFiles: 2 }, sized(1, 1, 1), 'Choose up to 2 files; these are 3.'],
    [{ maxFiles: 99 }, sized(...Array<number>(11).fill(1)), 'Choose up to 10 files; these are 11.'],
    [{ maxSize: 1 }, sized(MEGABYTE + 1), '“0.pdf” is too large: up to 1 MB, please.'],
    [{ maxSize: 500 }, sized(PLATFORM + 1), '“0.pdf” is too large: up to 20 MB, please.'],
    [{ maxSize: -1 }, sized(1), '“0.pdf” is too large: up to 0 bytes, please.'],
    [{}, sized(0), '“0.pdf” is empty.'],
  ])('of %j', (field, chosen, problem) => {
    expect(choiceProblem(field, chosen, PLATFORM)).toBe(problem)
  })

  test('of a form are those of its fields, and never more than the platform’s', () => {
    const file = { blockType: 'file', name: 'a', maxFiles: 2, maxSize: 3 }
    expect(totalOf([{ blockType: 'text' }], PLATFORM)).toBe(0)
    expect(totalOf([file], PLATFORM)).toBe(6 * MEGABYTE)
    expect(totalOf([file, file, file, file], PLATFORM)).toBe(PLATFORM)
  })

  test('are said before', () => {
    const words = (field: object) => describeLimits(field, PLATFORM)
    expect(words({ accept: ['pdf'] })).toBe('One file: PDF, up to 5 MB.')
    expect(words({ accept: ['pdf', 'audio'], maxFiles: 3, maxSize: 2 })).toBe(
      'Up to 3 files: PDF or sound (MP3, M4A, OGG, WAV, FLAC), up to 2 MB each.',
    )
    expect(words({ accept: ['pdf'], maxFiles: 3, maxSize: 10 })).toBe(
      'Up to 3 files: PDF, up to 10 MB each and 20 MB together.',
    )
    expect([1, 900, 2048, 1_300_000].map(describeSize)).toEqual([
      '1 byte',
      '900 bytes',
      '2 kB',
      '1.2 MB',
    ])
  })

  test('a browser offers what fits, and neither pages nor drawings that run', () => {
    expect(acceptOf({ accept: ['pdf'] })).toBe('application/pdf,.pdf')
    expect(describeKinds({})).toBe('pictures (JPEG, PNG, WebP, GIF, AVIF, HEIC) or PDF')
    expect(acceptOf(every)).not.toMatch(/svg|html|xml,|zip/)
    expect(looksAccepted({}, { name: 'IMG_1.HEIC', type: '' })).toBe(true)
    expect(looksAccepted({}, { name: 'scan', type: 'application/pdf' })).toBe(true)
    expect(looksAccepted({}, { name: 'a.exe', type: 'application/x-msdownload' })).toBe(false)
  })
})
