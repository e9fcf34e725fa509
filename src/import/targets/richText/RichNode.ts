import { type PlainValue } from '../Target'

/** A node of the editor's JSON (Lexical), as our editor knows it. */
export interface RichNode {
  readonly type: string
  readonly version: number
  readonly [name: string]: unknown
}

/** What the editor writes for a text. */
export interface RichText {
  readonly root: RichNode & { readonly children: readonly RichNode[] }
}

/**
 * A node of any text on its way into the editor: HTML and Slate become such nodes, and Lexical’s are ones already. Nothing is known of it but its
 * type: `fitRichText` decides what becomes of it.
 */
export type GivenNode = { readonly [name: string]: PlainValue | undefined }

/** The elements that HTML and Slate name alike. */
export const TEXT_ELEMENTS: Readonly<Record<string, GivenNode>> = {
  p: { type: 'paragraph' },
  h1: { type: 'heading', tag: 'h1' },
  h2: { type: 'heading', tag: 'h2' },
  h3: { type: 'heading', tag: 'h3' },
  h4: { type: 'heading', tag: 'h4' },
  h5: { type: 'heading', tag: 'h5' },
  h6: { type: 'heading', tag: 'h6' },
  ul: { type: 'list', listType: 'bullet' },
  ol: { type: 'list', listType: 'number' },
  li: { type: 'listitem' },
  blockquote: { type: 'quote' },
}

export const BOLD = 1
export const ITALIC = 2
export const STRIKETHROUGH = 4
export const UNDERLINE = 8
export const CODE = 16

/** Those that our editor has a button for. */
export const FORMATS = BOLD | ITALIC | STRIKETHROUGH | UNDERLINE | CODE

export const textNode = (text: string, format = 0): RichNode => ({
  type: 'text',
  version: 1,
  text,
  format,
  style: '',
  mode: 'normal',
  detail: 0,
})

export const elementNode = (
  type: string,
  children: readonly RichNode[],
  extra: Readonly<Record<string, unknown>> = {},
): RichNode => ({
  type,
  version: 1,
  children,
  direction: null,
  format: '',
  indent: 0,
  ...extra,
})

export const paragraphNode = (children: readonly RichNode[]): RichNode =>
  elementNode('paragraph', children, { textFormat: 0, textStyle: '' })

export const richTextOf = (children: readonly RichNode[]): RichText => ({
  root: { type: 'root', version: 1, children, direction: null, format: '', indent: 0 },
})

/** The words of some nodes. */
export const wordsIn = (nodes: readonly RichNode[]): string =>
  nodes
    .map((node) =>
      typeof node.text === 'string'
        ? node.text
        : node.type === 'linebreak'
          ? '\n'
          : wordsIn(childrenOf(node)),
    )
    .join('')

export const childrenOf = ({ children }: RichNode): readonly RichNode[] =>
  Array.isArray(children) ? children : []
