import { blocks } from '@/blocks'

import { fitText } from '../fitText'
import { type Found, isList, isObject, listOf, shown, textOf } from '../plainValue'
import { readRichText } from '../richText/readRichText'
import { wordsIn } from '../richText/RichNode'
import { type PlainValue } from '../Target'
import { inLanguage } from '../translations'
import { aliasesOf, blockOfWord } from './aliases'
import { fitFields, rowId } from './fitFields'
import { fitTextBlock } from './fitTextBlock'
import { type FittedBlock, type Fitting, type Row } from './Fitting'
import { RowReader } from './RowReader'

const TYPES = ['blockType', 'type', 'kind', '_type', '__component', 'component', 'block'] as const

/**
 * A block of a source as blocks of ours: one, or several where a text has pictures in it. What cannot be one is kept as a whole, at its place in
 * the layout.
 */
export async function fitBlock(found: Found, fitting: Fitting): Promise<readonly FittedBlock[]> {
  const { findings } = fitting
  const { path, value } = found
  if (typeof value === 'string') return fitWholeText(found, fitting)
  if (!isObject(value)) {
    if (value !== null) findings.keep(path, value, `${shown(value)} is no block`)
    return []
  }
  const reader = new RowReader(path, value)
  const typed = reader.take(...TYPES)
  // Strapi writes `blocks.hero`.
  const word = textOf(typed?.value)?.replace(/^.*\./, '') ?? ''
  const slug = blocks.some((one) => one.slug === word) ? word : blockOfWord(word)
  const block = blocks.find((one) => one.slug === slug)
  if (!typed || !block) {
    findings.keep(path, value, `there is no block ${shown(typed?.value ?? null)} here`)
    return []
  }
  if (block.slug !== typed.value)
    findings.note(typed.path, `${shown(typed.value)} becomes “${block.slug}”`)
  if (block.slug === 'richText') return fitTextBlock({ found, reader }, word, fitting, fitBlock)
  const id = rowId(reader, fitting)
  const name = nameOf(reader, fitting)
  if (block.slug === 'hero') await openWithText(reader, 'text', fitting)
  if (block.slug === 'cta') await openWithText(reader, 'intro', fitting)
  if (block.slug === 'hero' || block.slug === 'cta') gatherButton(reader, fitting)
  if (block.slug === 'testimonial') gatherQuote(reader, fitting)
  if (block.slug === 'gallery') {
    const single = singlePicture(reader, fitting)
    if (single) return fitBlock({ path, value: { ...value, ...single } }, fitting)
  }
  const { row, missing } = await fitFields(block.fields, reader, fitting)
  if (missing.length > 0) {
    findings.keep(path, value, `a block “${block.slug}” without ${missing.join(', ')}`)
    return []
  }
  reader.keepRest(findings, 'there is no such field in this block')
  return [{ row: { id, blockType: block.slug, ...name, ...row }, flows: false }]
}

/** A text that is all there is. */
export async function fitWholeText(
  found: Found,
  fitting: Fitting,
): Promise<readonly FittedBlock[]> {
  const reader = new RowReader(found.path, {})
  reader.offer('content', found)
  return fitTextBlock({ found, reader }, 'text', fitting, fitBlock)
}

function nameOf(reader: RowReader, { findings }: Fitting): Row {
  const found = reader.take('blockName')
  const blockName = found && fitText(found, findings, { max: 200 })
  return blockName === undefined ? {} : { blockName }
}

const HEADINGS = ['heading', ...aliasesOf('heading')]
const TEXTS = ['richText', 'rich_text', 'content', 'html', 'text', 'body', 'introContent']

/** A block that says everything in one text: its first line becomes the heading, the others what stands below. */
async function openWithText(reader: RowReader, below: string, fitting: Fitting): Promise<void> {
  const { context, findings, locale } = fitting
  if (reader.peek(...HEADINGS)) return
  const text = reader.take(...TEXTS)
  const own = text && inLanguage(text, locale, context.locales, findings, true)
  if (!own) return
  const pieces = (await readRichText(own, context, findings)) ?? []
  const nodes = pieces.flatMap((piece) => {
    if (piece.kind === 'text') return piece.children
    findings.keep(piece.path, piece.node, 'there is only place for words')
    return []
  })
  const heading = nodes.find(({ type }) => type === 'heading') ?? nodes[0]
  if (!heading) return
  const others = nodes.filter((node) => node !== heading).map((node) => wordsIn([node]))
  findings.keep(own.path, own.value, 'of the text only the words stay, in a heading and below it')
  reader.offer('heading', { path: own.path, value: wordsIn([heading]) })
  if (others.length > 0) reader.offer(below, { path: own.path, value: others.join('\n') })
}

const ACTIONS = ['actions', 'buttons', 'links', 'ctas', 'cta', 'button', 'link']
const BUTTON = ['button', 'cta', 'link', 'action']
const WORDS = ['text', 'label', 'title']
const ADDRESSES = ['url', 'link', 'href', 'target']

const namesOf = (starts: readonly string[], ends: readonly string[]): string[] =>
  starts.flatMap((start) =>
    ends.flatMap((end) => [`${start}_${end}`, `${start}${end[0]?.toUpperCase()}${end.slice(1)}`]),
  )

/** One button, in two fields of the block. */
function gatherButton(reader: RowReader, { findings }: Fitting): void {
  const known = reader.peek(...ACTIONS)
  if (known && typeof known.value === 'object') return
  const label = reader.take(...namesOf(BUTTON, WORDS))
  const url = reader.take(...namesOf(BUTTON, ADDRESSES), 'url', 'href', 'link', 'cta', 'button')
  if (!url && !label) return
  const path = (url ?? label)?.path ?? ''
  for (const part of [label, url]) if (part) findings.note(part.path, 'becomes a button')
  const value: PlainValue = { label: label?.value, url: url?.value }
  reader.offer('actions', { path, value: [value] })
}

/** A quotation that is the block itself. */
function gatherQuote(reader: RowReader, { findings }: Fitting): void {
  if (isList(reader.peek('quotes', 'items', 'testimonials', 'reviews')?.value)) return
  const quote = reader.take('quote', ...aliasesOf('quote'))
  if (!quote) return
  const part = (...names: readonly string[]): PlainValue | undefined => {
    const found = reader.take(...names)
    if (found) findings.note(found.path, 'is a part of a quotation')
    return found?.value
  }
  findings.note(quote.path, 'becomes a quotation')
  const value: PlainValue = {
    quote: quote.value,
    name: part('name', 'author', 'person', 'customer'),
    role: part('role', ...aliasesOf('role')),
    image: part('image', 'picture', 'photo', 'avatar'),
  }
  reader.offer('quotes', { path: quote.path, value: [value] })
}

/** A gallery of one picture is a picture. */
function singlePicture(
  reader: RowReader,
  { findings }: Fitting,
): { [name: string]: PlainValue } | undefined {
  const pictures = reader.peek('images', ...aliasesOf('images'))
  const [only, ...others] = listOf(pictures?.value)
  const name = pictures?.path.split('.').at(-1)
  if (!pictures || !name || only === undefined || only === null || others.length > 0)
    return undefined
  findings.note(pictures.path, 'a gallery of one picture is a picture')
  const picture = isObject(only) && only.id === undefined ? only : { image: only }
  return { [name]: null, blockType: 'image', ...withoutUndefined(picture) }
}

const withoutUndefined = (row: {
  readonly [name: string]: PlainValue | undefined
}): { [name: string]: PlainValue } =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
