import { type Findings } from '../Findings'
import { fieldOf, type Found, isList, isObject, shown, textOf } from '../plainValue'
import { type TargetContext } from '../Target'
import { fitRichText, type RichPiece } from './fitRichText'
import { looksLikeHtml, readHtml } from './readHtml'
import { readPlain } from './readPlain'
import { isSlate, readSlate } from './readSlate'
import { richTextOf, type RichText } from './RichNode'

/** What the editor's JSON may have, as src/blocks/richTextField.ts says. */
const MAX_LENGTH = 250_000

/** A text in any of the forms that sources have: Lexical, Slate, HTML, or plain. Undefined, and kept, if it is none of them. */
export async function readRichText(
  { path, value }: Found,
  context: TargetContext,
  findings: Findings,
): Promise<readonly RichPiece[] | undefined> {
  const fit = (nodes: Parameters<typeof fitRichText>[0], at = path) =>
    fitRichText(nodes, { context, findings, path: at })
  const fitWhole = (nodes: Parameters<typeof fitRichText>[0]) =>
    fitRichText(nodes, { context, findings, path, whole: value })
  const root = fieldOf(value, 'root')
  const children = fieldOf(root, 'children')
  if (isList(children)) {
    keepBeside(path, value, findings)
    return fit(children, `${path}.root.children`)
  }
  if (isSlate(value)) {
    findings.note(path, 'the text of an older editor is converted')
    return fit(readSlate(value))
  }
  const text = isObject(value) ? undefined : textOf(value)
  if (text === undefined) {
    findings.keep(path, value, `${shown(value)} is no text`)
    return undefined
  }
  if (!looksLikeHtml(text)) return fitWhole(readPlain(text))
  findings.note(path, 'HTML is converted to a text of the editor')
  return fitWhole(readHtml(text, path, findings))
}

/** Some editors keep more than the root. */
function keepBeside(path: string, value: Found['value'], findings: Findings): void {
  if (!isObject(value)) return
  for (const [key, inner] of Object.entries(value))
    if (key !== 'root' && inner !== undefined && inner !== null)
      findings.keep(`${path}.${key}`, inner, 'is no part of a text')
}

/** A text where nothing but text can be: pictures and blocks in it are kept. Undefined for nothing. */
export async function onlyText(
  found: Found,
  context: TargetContext,
  findings: Findings,
): Promise<RichText | undefined> {
  const pieces = (await readRichText(found, context, findings)) ?? []
  const nodes = pieces.flatMap((piece) => {
    if (piece.kind === 'text') return piece.children
    findings.keep(piece.path, piece.node, 'there can be no picture or block in this text')
    return []
  })
  if (nodes.length === 0) return undefined
  const text = richTextOf(nodes)
  if (JSON.stringify(text).length <= MAX_LENGTH) return text
  findings.keep(found.path, found.value, 'is too long for one text')
  return undefined
}

/** Some nodes as texts, each as long as one may be. */
export function splitNodes(nodes: Parameters<typeof richTextOf>[0]): readonly RichText[] {
  const texts: RichText[] = []
  let [part, length]: [(typeof nodes)[number][], number] = [[], 200]
  for (const node of nodes) {
    const size = JSON.stringify(node).length + 1
    if (part.length > 0 && length + size > MAX_LENGTH) {
      texts.push(richTextOf(part))
      ;[part, length] = [[], 200]
    }
    part.push(node)
    length += size
  }
  return part.length > 0 ? [...texts, richTextOf(part)] : texts
}
