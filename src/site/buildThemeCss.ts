import { buildPalette, isDarkPalette, type Palette, type ThemeSettings } from './buildPalette'
import { fontStacks, isFontStackKey, type FontStackKey } from './fontStacks'

/** `corners` of the site settings. Values outside this list look like the first. */
export const CORNERS = ['soft', 'sharp', 'round'] as const

const radii: Record<(typeof CORNERS)[number], Record<string, string>> = {
  soft: { s: '6px', m: '10px', l: '16px', button: '10px' },
  sharp: { s: '0px', m: '0px', l: '0px', button: '0px' },
  round: { s: '12px', m: '20px', l: '32px', button: '999px' },
}

const declare = (prefix: string, values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => `--${prefix}-${name}:${value}`)

const paletteCss = (palette: Palette) => [
  `color-scheme:${isDarkPalette(palette) ? 'dark' : 'light'}`,
  ...declare('c', palette),
]

const stackOf = (key: unknown, fallback: FontStackKey) =>
  fontStacks[isFontStackKey(key) ? key : fallback]

/**
 * The tenant's look as CSS custom properties. Safe inside a `<style>` element: nothing of the settings is copied, values
 * are either parsed colours written anew or come from lists in this code.
 */
export const buildThemeCss = (theme: ThemeSettings | null | undefined): string => {
  const settings = theme ?? {}
  const { light, dark } = buildPalette(settings)
  const heading = stackOf(settings.headingFont, 'transitional')
  const body = stackOf(settings.bodyFont, 'modern')
  const corners = CORNERS.find((name) => name === settings.corners) ?? 'soft'
  const shape = [
    `--font-heading:${heading.family}`,
    `--font-body:${body.family}`,
    `--heading-weight:${heading.weight}`,
    `--heading-tracking:${heading.tracking}`,
    `--heading-leading:${heading.leading}`,
    ...declare('radius', radii[corners]),
    `--logo-plate:${light.surface}`,
  ]
  const rule = (declarations: string[]) => `:root{${declarations.join(';')}}`
  // Only on screens: what is printed stays dark on light.
  return `${rule([...paletteCss(light), ...shape])}@media screen and (prefers-color-scheme:dark){${rule(paletteCss(dark))}}`
}
