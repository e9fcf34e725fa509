import { safeHref } from '@/site/safeHref'

import { type Findings } from '../Findings'
import { clean, fieldOf, isList, isObject, shown, textOf } from '../plainValue'
import { type PlainValue, type TargetContext } from '../Target'
import {
  childrenOf,
  elementNode,
  FORMATS,
  type GivenNode,
  paragraphNode,
  type RichNode,
  textNode,
} from './RichNode'
import { oldIdOf } from '../oldIdOf'

/** A piece of a text: paragraphs and the like, or something that is a block of its own here. */
export type RichPiece =
  | { readonly kind: 'text'; readonly children: readonly RichNode[] }
  /** A picture or a block between paragraphs, as the source has it. */
  | { readonly kind: 'other'; readonly node: GivenNode; readonly path: string }

interface Fitting {
  readonly context: TargetContext
  readonly findings: Findings
  /** Where the nodes are in the values. */
  readonly path: string
  /** Of HTML and plain text, whose nodes are in no value: what is kept and noted in their place. */
  readonly whole?: PlainValue
}

const HEADINGS: Readonly<Record<string, string>> = {
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
}
const CONTAINERS = ['container', 'root', 'indent']
/** Say nothing besides what is in them. */
const SPANS = ['span', 'cell', 'overflow', 'mark', 'autolink-text']
const OTHERS = ['upload', 'block', 'relationship']
const BLOCKS = ['paragraph', 'heading', 'list', 'listitem', 'quote', 'horizontalrule']
const MAX_URL = 500
const MAX_DEPTH = 250

/** A node on its way, with its place for notes. */
interface Placed {
  readonly node: GivenNode
  readonly path: string
}

/**
 * Nodes of anybody's as those of our editor: only types that it knows, made anew with nothing but what they need, nested as it nests them, with
 * links that lead somewhere safe. What it does not know leaves its text, or is kept.
 */
export async function fitRichText(
  nodes: readonly PlainValue[],
  fitting: Fitting,
): Promise<readonly RichPiece[]> {
  const { context, path } = fitting
  const findings = 'whole' in fitting ? wholeFindings(fitting) : fitting.findings
  let open: RichNode[] = []
  const pieces: RichPiece[] = []

  const close = (): void => {
    const children = trimmed(open)
    if (children.length > 0) pieces.push({ kind: 'text', children })
    open = []
  }

  const place = (list: readonly PlainValue[], base: string): Placed[] =>
    list.flatMap((node, index) => {
      const at = `${base}.${index}`
      if (isObject(node) && typeof node.type === 'string') return [{ node, path: at }]
      if (node !== null) findings.keep(at, node, 'is no part of a text')
      return []
    })

  const childrenIn = ({ node, path: at }: Placed): Placed[] =>
    isList(node.children) ? place(node.children, `${at}.children`) : []

  /** Whether anything below a node stands in lines of its own. */
  const hasBlocks = (placed: Placed, depth: number): boolean =>
    depth < MAX_DEPTH &&
    (BLOCKS.includes(typeOf(placed)) ||
      OTHERS.includes(typeOf(placed)) ||
      childrenIn(placed).some((child) => hasBlocks(child, depth + 1)))

  /** What stands in lines of its own: at the top, and in quotations and the like, which are flat here. */
  async function blocks(list: readonly Placed[], depth: number): Promise<void> {
    let line: RichNode[] = []
    const endLine = (): void => {
      if (wordsOrBreaks(line)) open.push(paragraphNode(tidy(line)))
      line = []
    }
    for (const placed of list) {
      if (!CONTAINERS.includes(typeOf(placed)) && !hasBlocks(placed, depth)) {
        line.push(...(await inline(placed, depth)))
        continue
      }
      endLine()
      await block(placed, depth)
    }
    endLine()
  }

  async function block(placed: Placed, depth: number): Promise<void> {
    const { node, path: at } = placed
    const type = typeOf(placed)
    const inner = childrenIn(placed)
    if (OTHERS.includes(type)) {
      close()
      pieces.push({ kind: 'other', node, path: at })
      return
    }
    if (depth > MAX_DEPTH) {
      findings.keep(at, node, 'lies too deep in the text')
      return
    }
    if (type === 'horizontalrule') {
      open.push({ type: 'horizontalrule', version: 1 })
      return
    }
    if (type === 'list') {
      const list = await listOf(placed, depth)
      if (list) open.push(list)
      return
    }
    const isLine = ['paragraph', 'heading', 'quote'].includes(type)
    if (isLine && !inner.some((child) => hasBlocks(child, depth + 1))) {
      const children = tidy(await inlines(inner, depth + 1))
      if (children.length > 0) open.push(lineOf(placed, children))
      return
    }
    if (!isLine && !CONTAINERS.includes(type) && type !== 'listitem') noteUnknown(placed)
    await blocks(inner, depth + 1)
  }

  function lineOf({ node, path: at }: Placed, children: readonly RichNode[]): RichNode {
    if (node.type === 'quote') return elementNode('quote', children)
    if (node.type !== 'heading') return paragraphNode(children)
    const tag = textOf(node.tag) ?? ''
    const fitted = (Object.hasOwn(HEADINGS, tag) ? HEADINGS[tag] : undefined) ?? 'h2'
    if (fitted !== tag) findings.note(at, `a heading ${shown(tag)} becomes “${fitted}”`)
    return elementNode('heading', children, { tag: fitted })
  }

  async function listOf(placed: Placed, depth: number): Promise<RichNode | undefined> {
    const { node, path: at } = placed
    const isNumbered = node.listType === 'number' || node.tag === 'ol'
    if (node.listType === 'check') findings.note(at, 'boxes to tick become plain lines')
    const items: RichNode[] = []
    for (const child of childrenIn(placed)) {
      // Spaces between lines.
      if (typeOf(child) === 'text' && (textOf(child.node.text) ?? '').trim() === '') continue
      for (const children of await itemOf(child, depth + 1))
        items.push(elementNode('listitem', children, { value: items.length + 1 }))
    }
    if (items.length === 0) return undefined
    return elementNode('list', items, {
      listType: isNumbered ? 'number' : 'bullet',
      start: 1,
      tag: isNumbered ? 'ol' : 'ul',
    })
  }

  /** A line of a list: its words, and lists below it, each in a line of their own as Lexical has them. */
  async function itemOf(item: Placed, depth: number): Promise<readonly (readonly RichNode[])[]> {
    const parts: (readonly RichNode[])[] = []
    let line: RichNode[] = []
    const endLine = (): void => {
      const children = tidy(line)
      if (children.length > 0) parts.push(children)
      line = []
    }
    const visit = async (placed: Placed, level: number): Promise<void> => {
      const type = typeOf(placed)
      if (type === 'list' && level <= MAX_DEPTH) {
        endLine()
        const list = await listOf(placed, level + 1)
        if (list) parts.push([list])
      } else if (hasBlocks(placed, level) && !OTHERS.includes(type) && level <= MAX_DEPTH) {
        if (!BLOCKS.includes(type) && !CONTAINERS.includes(type)) noteUnknown(placed)
        if (line.length > 0) line.push({ type: 'linebreak', version: 1 })
        for (const child of childrenIn(placed)) await visit(child, level + 1)
      } else line.push(...(await inline(placed, level)))
    }
    await visit(item, depth)
    endLine()
    return parts
  }

  async function inlines(list: readonly Placed[], depth: number): Promise<RichNode[]> {
    const nodes: RichNode[] = []
    for (const placed of list) nodes.push(...(await inline(placed, depth)))
    return nodes
  }

  /** What stands in a line. */
  async function inline(placed: Placed, depth: number): Promise<readonly RichNode[]> {
    const { node, path: at } = placed
    if (depth > MAX_DEPTH) {
      findings.keep(at, node, 'lies too deep in the text')
      return []
    }
    switch (typeOf(placed)) {
      case 'text':
      case 'code-highlight':
      case 'hashtag':
        return wordsOf(placed)
      case 'linebreak':
        return [{ type: 'linebreak', version: 1 }]
      case 'tab':
        return [textNode('\t')]
      case 'link':
      case 'autolink':
        return linkOf(placed, await inlines(childrenIn(placed), depth + 1))
    }
    const children = childrenIn(placed)
    if (
      children.length === 0 &&
      !SPANS.includes(typeOf(placed)) &&
      !BLOCKS.includes(typeOf(placed))
    )
      findings.keep(at, node, `${shown(node.type)} has no place in a text here`)
    else if (!SPANS.includes(typeOf(placed)) && !BLOCKS.includes(typeOf(placed)))
      noteUnknown(placed)
    return inlines(children, depth + 1)
  }

  function wordsOf({ node, path: at }: Placed): readonly RichNode[] {
    const given = textOf(node.text) ?? ''
    const text = clean(given)
    if (text !== given) findings.note(at, 'characters that nobody sees are left out')
    const format = typeof node.format === 'number' ? node.format : 0
    if ((format & ~FORMATS) !== 0)
      findings.note(at, 'marks that the editor does not have are left out')
    if (typeof node.style === 'string' && node.style !== '')
      findings.note(at, 'colours and fonts are left out')
    return text === '' ? [] : [textNode(text, format & FORMATS)]
  }

  async function linkOf({ node, path: at }: Placed, children: RichNode[]): Promise<RichNode[]> {
    const flat = children.flatMap((child) => (child.type === 'link' ? childrenOf(child) : [child]))
    const given = node.fields ?? node
    const newTab = fieldOf(given, 'newTab') === true
    const fields = await targetOf(given)
    if (typeof fields === 'string') {
      findings.keep(at, node, fields)
      return flat
    }
    if (flat.length === 0) return []
    const id = textOf(node.id)
    const own = id !== undefined && /^[\w-]{1,64}$/.test(id) ? { id } : {}
    return [elementNode('link', flat, { version: 3, ...own, fields: { ...fields, newTab } })]
  }

  /** Where a link leads, or why nowhere. */
  async function targetOf(fields: PlainValue): Promise<Record<string, unknown> | string> {
    const url = textOf(fieldOf(fields, 'url'))
    const doc = fieldOf(fields, 'doc')
    if (fieldOf(fields, 'linkType') === 'internal' || (url === undefined && isObject(doc))) {
      const relationTo = textOf(fieldOf(doc, 'relationTo')) ?? 'pages'
      const oldId = oldIdOf(doc)
      if (relationTo !== 'pages' || oldId === undefined)
        return `a link to ${shown(relationTo)}, which is no page: its text stays`
      const page = await context.find('pages', oldId)
      return page === undefined
        ? 'a link to a page that is not here (yet): its text stays'
        : { linkType: 'internal', doc: { relationTo: 'pages', value: page } }
    }
    const safe = safeHref(url)
    if (safe === undefined || safe.length > MAX_URL)
      return 'a link to an address that cannot be one here: its text stays'
    return { linkType: 'custom', url: safe }
  }

  function noteUnknown({ node, path: at }: Placed): void {
    findings.note(at, `${shown(node.type)} is nothing that the editor has: its text stays`)
  }

  await blocks(place(nodes, path), 0)
  close()
  return pieces
}

/** Whatever is said of a node is said of the text that it comes from. */
const wholeFindings = ({
  findings,
  path,
  whole = null,
}: Fitting): Pick<Findings, 'note' | 'keep'> => ({
  note: (_, reason) => findings.note(path, reason),
  keep: (_, _node, reason) => findings.keep(path, whole, reason),
})

const typeOf = ({ node }: Placed): string => textOf(node.type) ?? ''

const wordsOrBreaks = (line: readonly RichNode[]): boolean =>
  line.some((node) => node.type !== 'linebreak' && !isBlank(node))

const isBlank = (node: RichNode): boolean =>
  typeof node.text === 'string' && node.text.trim() === ''

/** A line without breaks and spaces around it: what HTML has between its elements. */
function tidy(line: readonly RichNode[]): readonly RichNode[] {
  const isEdge = (node: RichNode | undefined): boolean =>
    node !== undefined && (node.type === 'linebreak' || isBlank(node))
  let [start, end] = [0, line.length]
  while (start < end && isEdge(line[start])) start += 1
  while (end > start && isEdge(line[end - 1])) end -= 1
  const kept = line.slice(start, end)
  return kept.map((node, index) => {
    if (typeof node.text !== 'string') return node
    const first = index === 0 ? node.text.trimStart() : node.text
    const text = index === kept.length - 1 ? first.trimEnd() : first
    return text === node.text ? node : { ...node, text }
  })
}

/** Without empty lines around it. */
const trimmed = (nodes: readonly RichNode[]): readonly RichNode[] =>
  nodes.filter((node) => node.type === 'horizontalrule' || childrenOf(node).length > 0)
