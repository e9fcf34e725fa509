import { crc32 } from 'node:zlib'

/** A PDF of one empty page, with a word in it by which its bytes are known again. */
export const pdf = (word = 'A page'): Buffer =>
  Buffer.from(
    `%PDF-1.4
%${word}
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
trailer<</Root 1 0 R>>
startxref
0
%%EOF
`,
    'latin1',
  )

/** A ZIP archive whose entries are stored as they are, in their order. */
export function zip(entries: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, text] of Object.entries(entries)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    parts.push(Buffer.from('PK\x03\x04'), common, name, data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, tail, name)
    offset += 30 + name.length + data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  const count = Object.keys(entries).length
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end])
}

/** An Office file that says of itself that it is `type`, such as `wordprocessingml.document.main`. */
const office = (part: string, type: string): Buffer =>
  zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}+xml"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    [part]: '<document/>',
  })

const OFFICE = 'application/vnd.openxmlformats-officedocument'

export const docx = (): Buffer =>
  office('word/document.xml', `${OFFICE}.wordprocessingml.document.main`)
/** The same with macros. */
export const docm = (): Buffer =>
  office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main')
export const xlsx = (): Buffer => office('xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet.main`)

export const odt = (): Buffer =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' })

/** A picture for whoever looks at the first bytes, and a page for whoever looks at the rest. */
export const gifAndPage = (): Buffer =>
  Buffer.concat([
    Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00', 'latin1'),
    Buffer.from('/*<html><script>alert(document.domain)</script>*/=1;'),
  ])

/** Of this many bytes, and a PDF. */
export const pdfOf = (size: number): Buffer =>
  Buffer.concat([pdf(), Buffer.alloc(Math.max(0, size - pdf().length), 0x20)])
