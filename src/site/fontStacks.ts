type FontStack = {
  label: string
  /** Fonts that systems bring along, so that nothing is downloaded and text never jumps. */
  family: string
  /** How this family looks best in headings. */
  weight: number
  tracking: string
  leading: string
}

const define = <Key extends string>(stacks: Record<Key, FontStack>) => stacks

// Families after https://modernfontstacks.com (CC0).
export const fontStacks = define({
  modern: {
    label: 'Modern sans (clear, neutral)',
    family:
      "'Inter', 'Helvetica Neue', 'Segoe UI Variable Display', 'Segoe UI', Roboto, 'Open Sans', system-ui, sans-serif",
    weight: 620,
    tracking: '-0.035em',
    leading: '1.02',
  },
  grotesque: {
    label: 'Grotesque (confident, posters)',
    family:
      "'Bahnschrift', 'DIN Alternate', 'Franklin Gothic Medium', 'Nimbus Sans Narrow', 'Arial Narrow', sans-serif-condensed, sans-serif",
    weight: 700,
    tracking: '-0.02em',
    leading: '0.98',
  },
  humanist: {
    label: 'Humanist sans (friendly)',
    family:
      "'Seravek', 'Gill Sans Nova', 'Ubuntu', 'Calibri', 'DejaVu Sans', source-sans-pro, sans-serif",
    weight: 600,
    tracking: '-0.025em',
    leading: '1.05',
  },
  geometric: {
    label: 'Geometric sans (crisp, designed)',
    family:
      "'Avenir Next', 'Avenir', 'Montserrat', 'Corbel', 'URW Gothic', source-sans-pro, sans-serif",
    weight: 600,
    tracking: '-0.035em',
    leading: '1.02',
  },
  rounded: {
    label: 'Rounded sans (warm, playful)',
    family:
      "ui-rounded, 'Hiragino Maru Gothic ProN', 'Quicksand', 'Comfortaa', 'Manjari', 'Arial Rounded MT Bold', 'Calibri', source-sans-pro, sans-serif",
    weight: 700,
    tracking: '-0.025em',
    leading: '1.05',
  },
  oldStyle: {
    label: 'Old-style serif (bookish, calm)',
    family: "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', 'P052', 'Palatino', serif",
    weight: 500,
    tracking: '-0.022em',
    leading: '1.04',
  },
  transitional: {
    label: 'Transitional serif (refined, editorial)',
    family: "'Charter', 'Bitstream Charter', 'Sitka Text', 'Cambria', 'Georgia', serif",
    weight: 500,
    tracking: '-0.025em',
    leading: '1.04',
  },
  didone: {
    label: 'Didone serif (fashion, contrast)',
    family:
      "'Didot', 'Bodoni MT', 'Bodoni 72', 'Noto Serif Display', 'URW Palladio L', 'P052', 'Sylfaen', serif",
    weight: 500,
    tracking: '-0.03em',
    leading: '1',
  },
  slab: {
    label: 'Slab serif (sturdy, workshop)',
    family: "'Rockwell', 'Rockwell Nova', 'Roboto Slab', 'DejaVu Serif', 'Sitka Small', serif",
    weight: 600,
    tracking: '-0.03em',
    leading: '1.04',
  },
  mono: {
    label: 'Monospace (technical, raw)',
    family:
      "ui-monospace, 'Cascadia Code', 'SF Mono', 'Menlo', 'Consolas', 'DejaVu Sans Mono', monospace",
    weight: 600,
    tracking: '-0.055em',
    leading: '1.06',
  },
})

export type FontStackKey = keyof typeof fontStacks

export const isFontStackKey = (value: unknown): value is FontStackKey =>
  typeof value === 'string' && Object.hasOwn(fontStacks, value)

/** For a select field of the settings. */
export const fontStackOptions = Object.entries(fontStacks).map(([value, { label }]) => ({
  value,
  label,
}))
