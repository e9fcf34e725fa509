import { isHexColour, mix } from './colour'
import { contrastRatio, DISCERNIBLE, READABLE, readableOn, relativeLuminance } from './contrast'

/** The part of the site settings that colours and shapes a site. */
export type ThemeSettings = {
  primary?: string | null
  accent?: string | null
  surface?: string | null
  text?: string | null
  headingFont?: string | null
  bodyFont?: string | null
  corners?: string | null
}

export const DEFAULT_COLOURS = {
  primary: '#2f4b3c',
  accent: '#d9a441',
  surface: '#faf8f4',
  text: '#1b1d1a',
}

type Colours = typeof DEFAULT_COLOURS

/** Moves a colour towards another, until it can be told from every one of the backgrounds. */
const untilContrast = (colour: string, towards: string, backgrounds: string[], ratio: number) => {
  for (let step = 0; step <= 20; step += 1) {
    const candidate = mix(colour, towards, step / 20)
    if (backgrounds.every((background) => contrastRatio(candidate, background) >= ratio)) {
      return candidate
    }
  }
  return towards
}

/** As much of the brand colour as it takes to be told from the ground, which is more of a pale one. */
const tintOf = (ground: string, primary: string, visible: number) => {
  for (let share = 0.03; share < 0.4; share += 0.01) {
    const tint = mix(ground, primary, share)
    if (contrastRatio(tint, ground) >= visible) return tint
  }
  return mix(ground, primary, 0.4)
}

const isDark = (colour: string) => (relativeLuminance(colour) ?? 1) < 0.2

const completeColours = (theme: ThemeSettings): Colours => {
  const pick = (field: keyof Colours) => {
    const value = theme[field]
    return isHexColour(value) ? value : DEFAULT_COLOURS[field]
  }
  const surface = pick('surface')
  const text = pick('text')
  return {
    primary: pick('primary'),
    accent: pick('accent'),
    surface,
    // Drafts and imports skip validation: a page nobody can read is worse than one in another colour.
    text: contrastRatio(text, surface) >= READABLE ? text : readableOn(surface),
  }
}

/** The same brand by night: its own hue in a dark surface, its colours light enough to be seen there. */
const darkColours = ({ primary, accent, surface, text }: Colours): Colours => {
  if (isDark(surface)) return { primary, accent, surface, text }
  const night = mix('#0e0f11', primary, 0.09)
  return {
    primary: untilContrast(primary, '#ffffff', [night], DISCERNIBLE),
    accent: untilContrast(accent, '#ffffff', [night], DISCERNIBLE),
    surface: night,
    text: mix('#f4f2ee', surface, 0.4),
  }
}

const derive = ({ primary, accent, surface, text }: Colours) => {
  const dark = isDark(surface)
  // On a surface of middling brightness, any step away from it would take the text's contrast.
  const ifReadable = (ground: string) =>
    contrastRatio(text, ground) >= READABLE ? ground : surface
  const tint = ifReadable(tintOf(surface, primary, dark ? 1.17 : 1.1))
  const raised = ifReadable(mix(surface, '#ffffff', dark ? 0.05 : 0.65))
  const grounds = [surface, tint, raised]
  const onPrimary = readableOn(primary)
  // The footer closes the page in the darkest colour of the brand.
  const deep = dark
    ? tintOf(mix(surface, '#000000', 0.4), primary, 1.12)
    : mix(mix('#101113', text, 0.5), primary, 0.14)
  const onDeep = readableOn(deep)
  const errorTint = ifReadable(mix(surface, '#c22f24', dark ? 0.2 : 0.07))
  const error = untilContrast('#c22f24', text, [...grounds, errorTint], READABLE)
  return {
    surface,
    raised,
    tint,
    deep,
    'on-deep': onDeep,
    'on-deep-muted': untilContrast(mix(onDeep, deep, 0.3), onDeep, [deep], READABLE),
    'deep-line': mix(deep, onDeep, 0.22),
    line: mix(surface, text, 0.15),
    edge: untilContrast(mix(surface, text, 0.4), text, grounds, DISCERNIBLE),
    text,
    muted: untilContrast(mix(text, surface, 0.34), text, grounds, READABLE),
    primary,
    'primary-hover': mix(primary, dark ? '#ffffff' : '#000000', 0.14),
    'on-primary': onPrimary,
    'on-primary-muted': untilContrast(
      mix(onPrimary, primary, 0.24),
      onPrimary,
      [primary],
      READABLE,
    ),
    'primary-line': mix(primary, onPrimary, 0.24),
    'primary-edge': untilContrast(mix(primary, onPrimary, 0.45), onPrimary, [primary], DISCERNIBLE),
    link: untilContrast(primary, text, grounds, READABLE),
    accent,
    'on-accent': readableOn(accent),
    error,
    'error-tint': errorTint,
  }
}

export type Palette = ReturnType<typeof derive>

/** Every colour of a site, by day and by night, such that text can be read on what it stands on. */
export const buildPalette = (theme: ThemeSettings): { light: Palette; dark: Palette } => {
  const colours = completeColours(theme)
  return { light: derive(colours), dark: derive(darkColours(colours)) }
}

export const isDarkPalette = (palette: Palette) => isDark(palette.surface)
