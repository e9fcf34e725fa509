import { blocks } from '.'

/** What people call the block that a row of a layout is: “Hero”. Undefined for what is none. */
export function nameOfBlock(row: unknown): string | undefined {
  const type: unknown =
    typeof row === 'object' && row !== null ? Reflect.get(row, 'blockType') : undefined
  const block = blocks.find(({ slug }) => slug === type)
  if (!block) return undefined
  const label = block.labels?.singular
  return typeof label === 'string' ? label : block.slug
}
