import { page } from './references'
import type { Seeded, SeededBlock } from './types'
import type { LinkField } from '@/payload-types'

type Kind = SeededBlock['blockType']
type BlockOf<K extends Kind> = Extract<SeededBlock, { blockType: K }>
/** A block with the fields in `Defaults` left to the builder. */
type Given<K extends Kind, Defaults extends keyof BlockOf<K>> = Omit<
  BlockOf<K>,
  'blockType' | Defaults
> &
  Partial<Pick<BlockOf<K>, Defaults>>

type Link = Seeded<LinkField>

/** A link to a page of the space. */
export const to = (path: string, label: string): Link => ({ type: 'page', page: page(path), label })

/** A link to an address: `https:`, `mailto:`, `tel:`, or a place on a page. */
export const out = (url: string, label: string): Link => ({ type: 'url', url, label })

export const links = (...list: Link[]): { link: Link }[] => list.map((link) => ({ link }))

export const hero = (block: Given<'hero', 'variant' | 'tone'>): BlockOf<'hero'> => ({
  blockType: 'hero',
  variant: 'split',
  tone: 'plain',
  ...block,
})

export const text = (block: Given<'richText', 'variant' | 'tone'>): BlockOf<'richText'> => ({
  blockType: 'richText',
  variant: 'aside',
  tone: 'plain',
  ...block,
})

export const image = (block: Given<'image', 'size' | 'tone'>): BlockOf<'image'> => ({
  blockType: 'image',
  size: 'wide',
  tone: 'plain',
  ...block,
})

export const gallery = (block: Given<'gallery', 'variant' | 'tone'>): BlockOf<'gallery'> => ({
  blockType: 'gallery',
  variant: 'grid',
  tone: 'plain',
  ...block,
})

export const pageList = (
  block: Given<'pageList', 'source' | 'variant' | 'limit' | 'tone'>,
): BlockOf<'pageList'> => ({
  blockType: 'pageList',
  source: block.pages ? 'chosen' : 'children',
  limit: 12,
  variant: 'cards',
  tone: 'plain',
  ...block,
})

export const faq = (block: Given<'faq', 'tone'>): BlockOf<'faq'> => ({
  blockType: 'faq',
  tone: 'plain',
  ...block,
})

export const pricing = (block: Given<'pricing', 'tone'>): BlockOf<'pricing'> => ({
  blockType: 'pricing',
  tone: 'plain',
  ...block,
})

export const callToAction = (block: Given<'cta', 'tone'>): BlockOf<'cta'> => ({
  blockType: 'cta',
  tone: 'bold',
  ...block,
})

export const team = (block: Given<'team', 'tone'>): BlockOf<'team'> => ({
  blockType: 'team',
  tone: 'plain',
  ...block,
})

export const testimonial = (block: Given<'testimonial', 'tone'>): BlockOf<'testimonial'> => ({
  blockType: 'testimonial',
  tone: 'plain',
  ...block,
})

export const hours = (block: Given<'hours', 'tone'>): BlockOf<'hours'> => ({
  blockType: 'hours',
  tone: 'tint',
  ...block,
})

export const formBlock = (block: Given<'form', 'tone'>): BlockOf<'form'> => ({
  blockType: 'form',
  tone: 'plain',
  ...block,
})

/** The lines of a plan. */
export const features = (...lines: string[]): { text: string }[] =>
  lines.map((line) => ({ text: line }))
