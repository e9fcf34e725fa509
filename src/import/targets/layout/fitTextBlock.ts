import { RichText } from '@/blocks/RichText/config'

import { uuidV5 } from '../../importedId'
import { type Found, isEmpty, isList, isObject, listOf, shown, textOf } from '../plainValue'
import { type RichPiece } from '../richText/fitRichText'
import { fitRichText } from '../richText/fitRichText'
import { readRichText, splitNodes } from '../richText/readRichText'
import { elementNode, type GivenNode, type RichNode, textNode } from '../richText/RichNode'
import { inLanguage } from '../translations'
import { aliasesOf, isLineOfText, plainWord } from './aliases'
import { fitFields, rowId } from './fitFields'
import { fitReference } from './fitReference'
import { type FitBlock, type FittedBlock, type Fitting, type Row } from './Fitting'
import { type RowReader } from './RowReader'

const AROUND = RichText.fields.filter((field) => !('name' in field && field.name === 'content'))

interface TextRow {
  readonly found: Found
  readonly reader: RowReader
}

/** A text as blocks: texts, and between them the pictures and blocks that stood in it. */
export async function fitTextBlock(
  { found, reader }: TextRow,
  word: string,
  fitting: Fitting,
  fitBlock: FitBlock,
): Promise<readonly FittedBlock[]> {
  const { findings } = fitting
  const columns = reader.take('columns')
  if (columns) return fitColumns(columns, reader, fitting, fitBlock)
  const id = rowId(reader, fitting)
  const pieces = await piecesOf(reader, word, fitting)
  const flows = isLineOfText(word)
  const { row } = flows ? { row: {} } : await fitFields(AROUND, reader, fitting)
  const around = withHeading(row)
  const rows = await rowsOf(pieces ?? [], around, fitting, fitBlock)
  if (rows.length === 0) {
    if (found.value !== '') findings.keep(found.path, found.value, 'a text without words')
    return []
  }
  reader.keepRest(findings, 'there is no such field in a text')
  return rows.map((one, index) => ({
    ...one,
    row: index === 0 ? { ...one.row, id } : { id: idAfter(reader, index, fitting), ...one.row },
    flows: flows && one.flows,
  }))
}

const idAfter = ({ path }: RowReader, index: number, { context, locale }: Fitting): string =>
  uuidV5(context.id, `${locale} ${path} ${index}`)

/** Columns become texts below each other. */
async function fitColumns(
  { path, value }: Found,
  reader: RowReader,
  fitting: Fitting,
  fitBlock: FitBlock,
): Promise<readonly FittedBlock[]> {
  const result: FittedBlock[] = []
  for (const [index, column] of listOf(value).entries()) {
    const at = isList(value) ? `${path}.${index}` : path
    if (!isObject(column)) {
      if (column !== null) fitting.findings.keep(at, column, `${shown(column)} is no column`)
      continue
    }
    const typed = isEmpty(column.blockType) ? { ...column, blockType: 'richText' } : column
    result.push(...(await fitBlock({ path: at, value: typed }, fitting)))
  }
  if (result.length > 1) fitting.findings.note(path, 'columns become texts below each other')
  reader.keepRest(fitting.findings, 'there is no such field in a text')
  return result
}

async function piecesOf(
  reader: RowReader,
  word: string,
  fitting: Fitting,
): Promise<readonly RichPiece[] | undefined> {
  const { context, findings, locale } = fitting
  const kind = plainWord(word)
  const isHeading = ['heading', 'header', 'headline', 'title'].includes(kind)
  const level = isHeading ? reader.take('level', 'tag', 'size') : undefined
  const style = kind === 'list' ? reader.take('style', 'ordered', 'listType') : undefined
  const items = kind === 'list' ? ['items'] : []
  const heading = isHeading ? ['title', 'heading', 'headline'] : []
  const content = reader.take('content', ...aliasesOf('content'), ...heading, ...items)
  const own = content && inLanguage(content, locale, context.locales, findings, true)
  if (!own) return undefined
  const { path, value } = own
  const fit = (nodes: readonly GivenNode[]) =>
    fitRichText(nodes, { context, findings, path, whole: value })
  const text = textOf(value)
  if (isHeading && text !== undefined) {
    const digit = /[1-6]/.exec(textOf(level?.value) ?? '2')?.[0] ?? '2'
    const tag = digit === '1' ? 'h2' : `h${digit}`
    return fit([{ type: 'heading', tag, children: [{ type: 'text', text }] }])
  }
  if (kind === 'list' && isList(value) && value.every((item) => textOf(item) !== undefined)) {
    const isNumbered = ['ordered', 'number', 'ol', 'true'].includes(textOf(style?.value) ?? '')
    const children = value.map((item) => ({
      type: 'listitem',
      children: [{ type: 'text', text: textOf(item) ?? '' }],
    }))
    return fit([{ type: 'list', listType: isNumbered ? 'number' : 'bullet', children }])
  }
  return readRichText(own, context, findings)
}

/** Without a heading, nothing stands in the margin. */
const withHeading = (row: Row): Row =>
  row.heading == null && row.eyebrow == null && row.variant === 'aside'
    ? { ...row, variant: 'column' }
    : row

async function rowsOf(
  pieces: readonly RichPiece[],
  around: Row,
  fitting: Fitting,
  fitBlock: FitBlock,
): Promise<readonly FittedBlock[]> {
  const result: FittedBlock[] = []
  let open: Row | undefined = around
  const push = (nodes: readonly RichNode[]): void => {
    for (const content of splitNodes(nodes)) {
      const tone = { tone: around.tone ?? 'plain' }
      const row: Row = {
        blockType: 'richText',
        ...(open ?? { variant: 'column', ...tone }),
        content,
      }
      result.push({ row: { variant: 'column', ...tone, ...row }, flows: true })
      open = undefined
    }
  }
  for (const piece of pieces)
    if (piece.kind === 'text') push(piece.children)
    else result.push(...(await otherBlock(piece, fitting, fitBlock)))
  // A heading without a text below it is a text.
  const { heading } = around
  if (open && typeof heading === 'string') {
    open = { ...around, heading: null, variant: 'column' }
    const before = result.splice(0)
    push([elementNode('heading', [textNode(heading)], { tag: 'h2' })])
    result.push(...before)
  }
  return result
}

/** What stood between paragraphs, and is a block here. */
async function otherBlock(
  { node, path }: Extract<RichPiece, { kind: 'other' }>,
  fitting: Fitting,
  fitBlock: FitBlock,
): Promise<readonly FittedBlock[]> {
  const { findings } = fitting
  if (node.type === 'block' && isObject(node.fields))
    return fitBlock({ path: `${path}.fields`, value: node.fields }, fitting)
  if (node.type !== 'upload') {
    findings.keep(path, node, `${shown(node.type)} has no place in a text here`)
    return []
  }
  const value = { relationTo: node.relationTo, value: node.value }
  const image = await fitReference('media', { path, value }, fitting)
  if (image === undefined) return []
  if (!isEmpty(node.fields) && node.fields !== undefined)
    findings.keep(`${path}.fields`, node.fields, 'a picture has no such fields here')
  findings.note(path, 'a picture in a text becomes a block')
  return [{ row: { blockType: 'image', image, size: 'text', tone: 'plain' }, flows: false }]
}
