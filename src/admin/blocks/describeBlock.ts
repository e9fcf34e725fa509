/** Fields that tell one block of a page from another, the most telling first. */
const TELLING = ['heading', 'title', 'caption', 'quote', 'question', 'name', 'eyebrow', 'intro']

/** The words by which somebody knows a block again: its own, else those of the first thing in it. */
export function describeBlock(data: unknown): string {
  if (typeof data !== 'object' || data === null) return ''
  for (const name of TELLING) {
    const text: unknown = Reflect.get(data, name)
    if (typeof text === 'string' && text.trim() !== '') return text.trim()
  }
  for (const value of Object.values(data)) {
    const text = Array.isArray(value) ? describeBlock(value[0]) : textIn(value)
    if (text !== '') return text
  }
  return ''
}

/** The beginning of a rich text. */
function textIn(node: unknown, depth = 0): string {
  if (typeof node !== 'object' || node === null || depth > 8) return ''
  const text: unknown = Reflect.get(node, 'text')
  if (typeof text === 'string' && text.trim() !== '') return text.trim().slice(0, 80)
  const children: unknown = Reflect.get(node, 'children') ?? Reflect.get(node, 'root')
  if (!Array.isArray(children)) return textIn(children, depth + 1)
  for (const child of children) {
    const found = textIn(child, depth + 1)
    if (found !== '') return found
  }
  return ''
}
