import { shownText } from './shownText'

/** Text that may be part of a page as it is. Only `html` makes it. */
export class SafeHtml {
  constructor(readonly text: string) {}
}

type Part = SafeHtml | string | number | null | undefined | false | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

/** Whatever is put into it is text, and never markup, unless it comes out of `html` itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): SafeHtml =>
  new SafeHtml(strings.reduce((text, string, index) => text + textOf(parts[index - 1]) + string))

function textOf(part: Part): string {
  if (part instanceof SafeHtml) return part.text
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escape(visible(part))
  return part.map(textOf).join('')
}

/** Ends of lines are seen as such in what is set as it is. */
const visible = (text: string): string => text.split('\n').map(shownText).join('\n')
