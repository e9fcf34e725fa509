import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasContent = (node: unknown): boolean => {
  if (!isRecord(node)) return false
  if (node.type === 'horizontalrule') return true
  if (typeof node.text === 'string' && node.text.trim() !== '') return true
  return Array.isArray(node.children) && node.children.some(hasContent)
}

/**
 * True for an editor state that shows something; an editor that was opened and left empty does not. Deeper damage is
 * Payload's converter to survive: it catches what a single node throws.
 */
export const isRichText = (value: unknown): value is SerializedEditorState =>
  isRecord(value) &&
  isRecord(value.root) &&
  Array.isArray(value.root.children) &&
  value.root.children.every(isRecord) &&
  hasContent(value.root)
