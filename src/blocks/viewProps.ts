import type { SiteContext } from '@/site/SiteContext'

/** Drafts skip validation: in a preview, even a required field may be missing. */
export type Draft<Block> = { [Field in keyof Block]?: Block[Field] | null }

export type ViewProps<Block extends { id?: string | null }> = {
  block: Omit<Draft<Block>, 'id'> & { id?: string | null }
  context?: SiteContext
  /** The page's first block: it carries the h1, and its pictures are loaded at once. */
  isFirst?: boolean
}
