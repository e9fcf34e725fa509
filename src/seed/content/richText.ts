import { page } from './references'
import type { RichText } from './types'

type LexicalNode = { type: string; version: number; [key: string]: unknown }

const BOLD = 1
const ITALIC = 2

const textNode = (text: string, format = 0): LexicalNode => ({
  type: 'text',
  version: 1,
  text,
  format,
  style: '',
  mode: 'normal',
  detail: 0,
})

const elementNode = (
  type: string,
  children: LexicalNode[],
  extra: Record<string, unknown> = {},
): LexicalNode => ({
  type,
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...extra,
})

const linkNode = (label: string, target: string): LexicalNode =>
  elementNode('link', [textNode(label)], {
    version: 3,
    fields: target.startsWith('/')
      ? { linkType: 'internal', doc: { relationTo: 'pages', value: page(target) }, newTab: false }
      : { linkType: 'custom', url: target, newTab: false },
  })

/** `**bold**`, `*italic*` and `[text](/path or https://… or mailto:…)`. */
const inline = (source: string): LexicalNode[] => {
  const nodes: LexicalNode[] = []
  const pattern =
    /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<label>[^\]]+)\]\((?<target>[^)\s]+)\)/g
  let end = 0
  for (const match of source.matchAll(pattern)) {
    if (match.index > end) nodes.push(textNode(source.slice(end, match.index)))
    const { bold, italic, label, target } = match.groups ?? {}
    if (bold) nodes.push(textNode(bold, BOLD))
    else if (italic) nodes.push(textNode(italic, ITALIC))
    else if (label && target) nodes.push(linkNode(label, target))
    end = match.index + match[0].length
  }
  if (end < source.length) nodes.push(textNode(source.slice(end)))
  return nodes
}

const listNode = (lines: string[], ordered: boolean): LexicalNode =>
  elementNode(
    'list',
    lines.map((line, index) =>
      elementNode('listitem', inline(line.replace(/^(?:-|\d+\.)\s+/, '')), { value: index + 1 }),
    ),
    ordered
      ? { listType: 'number', start: 1, tag: 'ol' }
      : { listType: 'bullet', start: 1, tag: 'ul' },
  )

const paragraphNode = (source: string): LexicalNode =>
  elementNode('paragraph', inline(source), { textFormat: 0, textStyle: '' })

const blockNode = (lines: string[]): LexicalNode => {
  const [first = ''] = lines
  const heading = /^(#{2,4})\s+(.*)$/.exec(first)
  if (heading) {
    return elementNode('heading', inline(heading[2] ?? ''), {
      tag: `h${(heading[1] ?? '##').length}`,
    })
  }
  if (lines.every((line) => line.startsWith('- '))) return listNode(lines, false)
  if (lines.every((line) => /^\d+\.\s/.test(line))) return listNode(lines, true)
  if (first.startsWith('> ')) {
    return elementNode('quote', inline(lines.map((line) => line.replace(/^>\s?/, '')).join(' ')))
  }
  return paragraphNode(lines.join(' '))
}

/**
 * Lexical's JSON from a little Markdown. Blocks are set apart by empty lines: paragraphs, `## headings`, `- ` and `1. `
 * lists, `> ` quotations. Lines of a paragraph are joined.
 */
export const richText = (source: string): RichText => {
  const blocks = source
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
  return {
    root: {
      type: 'root',
      version: 1,
      direction: 'ltr',
      format: '',
      indent: 0,
      children: blocks.map(blockNode),
    },
  }
}
