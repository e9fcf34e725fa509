import { fieldOf, type Found, isEmpty, isList, isObject, textOf } from '../plainValue'
import { isSlate } from '../richText/readSlate'
import { childrenOf, type RichNode, richTextOf } from '../richText/RichNode'
import { fitBlock, fitWholeText } from './fitBlock'
import { type FittedBlock, type Fitting, type Row } from './Fitting'

/** As in src/collections/Pages.ts. */
const MAX_BLOCKS = 60
/** Less than a text may have (src/blocks/richTextField.ts), so that a long one is still a good one. */
const MAX_TEXT = 100_000

const LISTS = ['blocks', 'sections', 'layout', 'content', 'body', 'components', 'children']

/** What a page consists of, in one language: blocks, a text of an editor, HTML, or plain text. */
export async function fitLayout(found: Found, fitting: Fitting): Promise<readonly Row[]> {
  return limited(joined(await fitAll(found, fitting)), found, fitting)
}

async function fitAll(found: Found, fitting: Fitting): Promise<readonly FittedBlock[]> {
  const { findings } = fitting
  const { path, value } = found
  if (isSlate(value) || isObject(fieldOf(value, 'root')) || textOf(value) !== undefined)
    return fitWholeText(found, fitting)
  if (isList(value)) {
    const blocks: FittedBlock[] = []
    for (const [index, one] of value.entries())
      blocks.push(...(await fitBlock({ path: `${path}.${index}`, value: one }, fitting)))
    return blocks
  }
  if (!isObject(value)) return []
  const name = LISTS.find((one) => isList(fieldOf(value, one)))
  const list = name === undefined ? undefined : fieldOf(value, name)
  if (name === undefined || list === undefined) return fitBlock(found, fitting)
  for (const [key, inner] of Object.entries(value))
    if (key !== name && inner !== undefined && !isEmpty(inner))
      findings.keep(`${path}.${key}`, inner, 'is no part of the page')
  return fitAll({ path: `${path}.${name}`, value: list }, fitting)
}

/** Lines that an editor keeps in blocks of their own are one text again. */
function joined(blocks: readonly FittedBlock[]): readonly Row[] {
  const rows: Row[] = []
  let open: { row: Row; nodes: readonly RichNode[]; length: number } | undefined
  for (const { row, flows } of blocks) {
    const nodes = flows ? nodesOf(row) : []
    const length = JSON.stringify(nodes).length
    if (open && nodes.length > 0 && open.length + length < MAX_TEXT) {
      const all: readonly RichNode[] = [...open.nodes, ...nodes]
      open = {
        row: { ...open.row, content: richTextOf(all) },
        nodes: all,
        length: open.length + length,
      }
      rows[rows.length - 1] = open.row
      continue
    }
    rows.push(row)
    open = nodes.length > 0 ? { row, nodes, length } : undefined
  }
  return rows
}

const nodesOf = ({ content }: Row): readonly RichNode[] => {
  const root: unknown =
    typeof content === 'object' && content !== null ? Reflect.get(content, 'root') : undefined
  return isNode(root) ? childrenOf(root) : []
}

const isNode = (value: unknown): value is RichNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'version' in value

function limited(rows: readonly Row[], found: Found, { findings }: Fitting): readonly Row[] {
  if (rows.length <= MAX_BLOCKS) return rows
  findings.keep(found.path, found.value, `has more than ${MAX_BLOCKS} blocks: the others are here`)
  return rows.slice(0, MAX_BLOCKS)
}
