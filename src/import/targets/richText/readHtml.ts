import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

import { type Findings } from '../Findings'
import { linesOf } from './readPlain'
import {
  BOLD,
  CODE,
  type GivenNode,
  ITALIC,
  STRIKETHROUGH,
  TEXT_ELEMENTS,
  UNDERLINE,
} from './RichNode'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const BLOCKS: Readonly<Record<string, GivenNode>> = {
  ...TEXT_ELEMENTS,
  menu: { type: 'list', listType: 'bullet' },
  hr: { type: 'horizontalrule' },
  pre: { type: 'paragraph' },
  address: { type: 'paragraph' },
  summary: { type: 'paragraph' },
  dt: { type: 'paragraph' },
  dd: { type: 'paragraph' },
  figcaption: { type: 'paragraph' },
  caption: { type: 'paragraph' },
  legend: { type: 'paragraph' },
  tr: { type: 'paragraph' },
}

/** Hold blocks, and are none. */
const CONTAINERS = new Set(
  (
    'div section article main header footer aside nav figure picture details dl table thead tbody tfoot colgroup col center fieldset form ' +
    'hgroup body html'
  ).split(' '),
)

const FORMATS: Readonly<Record<string, number>> = {
  b: BOLD,
  strong: BOLD,
  th: BOLD,
  dt: BOLD,
  i: ITALIC,
  em: ITALIC,
  cite: ITALIC,
  dfn: ITALIC,
  var: ITALIC,
  u: UNDERLINE,
  ins: UNDERLINE,
  s: STRIKETHROUGH,
  del: STRIKETHROUGH,
  strike: STRIKETHROUGH,
  code: CODE,
  kbd: CODE,
  samp: CODE,
  tt: CODE,
  pre: CODE,
}

/** Mean nothing that a text here could say. What is in them is text all the same. */
const INLINE = new Set(
  'span font small big abbr acronym time mark sub sup label q bdi bdo data wbr ruby rb rt rp td th a br'.split(
    ' ',
  ),
)

/** Never text: what runs, what is drawn, and what is filled in. Each is told, and the whole is kept. */
const LEFT_OUT = new Set(
  (
    'script noscript style template iframe object embed applet param frame frameset noframes noembed link meta base title head img image video audio ' +
    'source track canvas svg math map area input button select option optgroup textarea datalist output progress meter dialog portal slot'
  ).split(' '),
)

/** Whether a text was meant as HTML: it has a tag in it, or a character written by its name. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>|<!--|<!doctype|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i.test(
    text,
  )

/** Documents of MongoDB are shallower than this; HTML in them need not be. */
const MAX_DEPTH = 200

/**
 * HTML as nodes. Read by parse5, as browsers do; what becomes of each element is said here, so that whatever is left out can be told. Payload’s
 * own converter asks for a DOM and the whole config, takes 8 ms for a text, and says nothing of what it leaves out.
 */
export function readHtml(html: string, path: string, findings: Findings): readonly GivenNode[] {
  const left = new Set<string>()
  const changed = new Set<string>()

  const readAll = (nodes: readonly Node[], format: number, depth: number, pre: boolean) =>
    nodes.flatMap((node) => read(node, format, depth, pre))

  function read(node: Node, format: number, depth: number, pre: boolean): readonly GivenNode[] {
    if (node.nodeName === '#text' && 'value' in node) return textOf(node.value, format, pre)
    if (node.nodeName === '#comment') changed.add('comments')
    if (!('tagName' in node)) return []
    const { tagName } = node
    if (LEFT_OUT.has(tagName)) {
      left.add(`<${tagName}>`)
      return []
    }
    if (depth > MAX_DEPTH) {
      left.add('what lies too deep')
      return []
    }
    for (const { name } of node.attrs) {
      if (/^on/i.test(name)) left.add(`${name}=`)
      else if (!READ.has(name)) changed.add('classes, styles and the like')
    }
    const known = Object.hasOwn(FORMATS, tagName) ? (FORMATS[tagName] ?? 0) : 0
    const isPre = pre || tagName === 'pre'
    const children = readAll(node.childNodes, format | known, depth + 1, isPre)
    return asNodes(node, children)
  }

  function asNodes(node: Element, children: readonly GivenNode[]): readonly GivenNode[] {
    const { tagName } = node
    if (tagName === 'br') return [{ type: 'linebreak' }]
    if (tagName === 'a') return [linkOf(node, children)]
    if (tagName === 'tr') {
      changed.add('tables, which become lines')
      return [{ type: 'paragraph', children: cellsOf(children) }]
    }
    if (tagName === 'td' || tagName === 'th') return [{ type: 'cell', children }]
    const block = Object.hasOwn(BLOCKS, tagName) ? BLOCKS[tagName] : undefined
    if (block) return [{ ...block, children }]
    if (CONTAINERS.has(tagName)) return [{ type: 'container', children }]
    if (!INLINE.has(tagName) && !Object.hasOwn(FORMATS, tagName)) changed.add(`<${tagName}>`)
    return children
  }

  function textOf(value: string, format: number, pre: boolean): readonly GivenNode[] {
    const nodes = pre
      ? linesOf(value.replace(/^\n/, ''))
      : [{ type: 'text', text: value.replace(/[\t\n\f\r ]+/g, ' ') }]
    return nodes.map((node) => ('text' in node ? { ...node, format } : node))
  }

  const nodes = readAll(parseFragment(html).childNodes, 0, 0, false)
  if (changed.size > 0)
    findings.note(path, `of its HTML, these are left out: ${[...changed].join(', ')}`)
  if (left.size > 0)
    findings.keep(path, html, `its HTML has what no text here can have: ${[...left].join(', ')}`)
  return nodes
}

/** Attributes that say something here. */
const READ = new Set(['href', 'target', 'rel'])

const linkOf = ({ attrs }: Element, children: readonly GivenNode[]): GivenNode => {
  const attribute = (name: string): string | undefined =>
    attrs.find((one) => one.name === name)?.value
  const url = attribute('href')
  // A place to jump to, and no link.
  if (url === undefined) return { type: 'span', children }
  const newTab = attribute('target') === '_blank'
  return { type: 'link', fields: { linkType: 'custom', url, newTab }, children }
}

/** The cells of a row in one line, with something between them. */
const cellsOf = (cells: readonly GivenNode[]): readonly GivenNode[] =>
  cells
    .filter(({ type }) => type === 'cell')
    .flatMap((cell, index) => [...(index > 0 ? [{ type: 'text', text: ' | ' }] : []), cell])
