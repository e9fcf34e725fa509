import type { Colour } from '../engine/colour'

export type HairStyle =
  | 'bald'
  | 'bob'
  | 'braid'
  | 'bun'
  | 'crop'
  | 'curls'
  | 'fringe'
  | 'headscarf'
  | 'long'
  | 'parting'
  | 'quiff'
  | 'topknot'

export type Garment = 'apron' | 'blazer' | 'crew' | 'rollneck' | 'shirt'

export type PortraitLook = {
  skin: Colour
  hair: Colour
  style: HairStyle
  garment: Garment
  colour: Colour
  /** The second colour of the garment: lapels, straps, a shirt below. */
  trim: Colour
  background: readonly [Colour, Colour]
  shadow: Colour
  glasses?: Colour
  beard?: 'full' | 'moustache' | 'stubble'
  earrings?: Colour
  /** Where the face looks: -1 to the left, 1 to the right. */
  turn?: number
  older?: boolean
  smile?: number
  jaw?: number
}
