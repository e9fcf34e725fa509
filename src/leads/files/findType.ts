import { fileTypeFromBuffer } from 'file-type'

import type { FormFieldDefinition } from '@/site/formDefinition'

import { textTypeOfName, typeOfContent } from './fileKinds'

interface FoundType {
  readonly mime: string
  readonly extension: string
}

/** What a browser would run or draw, however it is called. */
const MARKUP = /<\s*(?:!doctype|\?xml|html|head|body|script|svg|iframe|object|embed|style|meta)\b/i
/** Control characters but tab, line feed, form feed and carriage return. */
const BINARY = /[\0-\x08\x0b\x0e-\x1f\x7f]/

/** Text in UTF-8 or in one of the old alphabets of one byte each: both have ASCII in the same place, which is what is looked at. */
function isPlainText(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  return !BINARY.test(text) && !MARKUP.test(text)
}

/**
 * The type of a file that a field takes, by its content: neither its name nor what the browser says of it counts. A name counts for
 * text only, which has no signature, and then there is nothing but text in it, and no markup.
 *
 * @returns undefined for what the field does not take
 */
export async function findType(
  field: Pick<FormFieldDefinition, 'accept'>,
  name: string,
  bytes: Buffer,
): Promise<FoundType | undefined> {
  // It fails on some content that only begins as a known type does.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const type =
    (found && typeOfContent(field, found.mime)) ??
    (isPlainText(bytes) ? textTypeOfName(field, name) : undefined)
  return type && { mime: type.mimes[0], extension: type.extensions[0] }
}
