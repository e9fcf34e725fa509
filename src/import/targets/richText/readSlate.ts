import { fieldOf, isList, isObject, textOf } from '../plainValue'
import { type PlainValue } from '../Target'
import {
  BOLD,
  CODE,
  type GivenNode,
  ITALIC,
  STRIKETHROUGH,
  TEXT_ELEMENTS,
  UNDERLINE,
} from './RichNode'

const MARKS = [
  ['bold', BOLD],
  ['italic', ITALIC],
  ['underline', UNDERLINE],
  ['strikethrough', STRIKETHROUGH],
  ['code', CODE],
] as const

const ELEMENTS: Readonly<Record<string, GivenNode>> = {
  ...TEXT_ELEMENTS,
  paragraph: { type: 'paragraph' },
  indent: { type: 'container' },
}

/** Whether a list is a text of Slate, as the editor of Payload 2 wrote them: elements with children, and texts. */
export const isSlate = (value: PlainValue): value is readonly GivenNode[] =>
  isList(value) &&
  value.length > 0 &&
  value.every(
    (node) => isObject(node) && (isList(node.children) || typeof node.text === 'string'),
  ) &&
  value.some((node) => isObject(node) && isList(node.children))

/**
 * Slate as nodes. Payload's own converter loses pictures that are not populated, prints to the console, and throws on what is not as it
 * expects.
 */
export const readSlate = (nodes: readonly PlainValue[]): readonly PlainValue[] =>
  nodes.map((node) => (isObject(node) ? readNode(node) : node))

function readNode(node: GivenNode): GivenNode {
  if (typeof node.text === 'string')
    return { type: 'text', text: node.text, format: formatOf(node) }
  const children = isList(node.children) ? readSlate(node.children) : undefined
  const type = textOf(node.type)
  // An element without a type is a paragraph.
  if (type === undefined) return { type: 'paragraph', children: children ?? [] }
  const known = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined
  if (known) return { ...known, children: children ?? [] }
  if (type === 'link')
    return {
      type: 'link',
      children: children ?? [],
      fields: {
        linkType: fieldOf(node, 'linkType') ?? 'custom',
        url: fieldOf(node, 'url'),
        newTab: fieldOf(node, 'newTab'),
        doc: fieldOf(node, 'doc'),
      },
    }
  return { ...node, ...(children && { children }) }
}

const formatOf = (node: GivenNode): number =>
  MARKS.reduce((format, [name, bit]) => (node[name] === true ? format | bit : format), 0)
