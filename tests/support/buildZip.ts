import { buffer } from 'node:stream/consumers'

import { ZipFile } from 'yazl'

/** A ZIP of some files, by their names in it. */
export async function buildZip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** The same ZIP with another name in it, of the same length: names that nobody writes by accident. */
export function renameInZip(zip: Buffer, from: string, to: string): Buffer {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to))
    throw new Error('The names differ in length')
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}
