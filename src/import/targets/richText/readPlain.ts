import { type GivenNode } from './RichNode'

/** Plain text: paragraphs between empty lines, and its line breaks. */
export const readPlain = (text: string): readonly GivenNode[] =>
  text
    .split(/(?:\r?\n[^\S\n]*){2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', children: linesOf(part.trim()) }))

/** The lines of a text, with breaks between them. */
export const linesOf = (text: string): readonly GivenNode[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'linebreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ])
