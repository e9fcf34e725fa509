/**
 * What PostgreSQL puts around the words it found: characters of the private use area, which are taken out of the text before,
 * so that content cannot forge them.
 */
export const MARK = { start: '\uE000', stop: '\uE001', gap: '\uE002' } as const

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  [MARK.start]: '<mark>',
  [MARK.stop]: '</mark>',
  [MARK.gap]: ' … ',
}

/** A headline as HTML, in which everything is text but our own marks. */
export const highlight = (headline: string): string =>
  headline.replace(/[&<>"'\uE000-\uE002]/g, (found) => HTML[found] ?? '')

/** The pieces of a headline, for whoever renders elements and not HTML. */
export const piecesOf = (headline: string): { text: string; found: boolean }[] =>
  headline
    .replaceAll(MARK.gap, ' … ')
    .split(new RegExp(`${MARK.start}([^${MARK.stop}]*)${MARK.stop}`))
    .map((text, index) => ({ text, found: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
