import { describe, expect, it } from 'vitest'

import { buildPalette, type Palette } from '@/site/buildPalette'
import { contrastRatio, DISCERNIBLE, READABLE } from '@/site/contrast'

const pairs: [keyof Palette, keyof Palette, number][] = [
  ...(['surface', 'tint', 'raised'] as const).flatMap(
    (ground): [keyof Palette, keyof Palette, number][] => [
      ['text', ground, READABLE],
      ['muted', ground, READABLE],
      ['link', ground, READABLE],
      ['error', ground, READABLE],
      ['edge', ground, DISCERNIBLE],
    ],
  ),
  ['error', 'error-tint', READABLE],
  ['text', 'error-tint', READABLE],
  ['on-primary', 'primary', READABLE],
  ['on-primary-muted', 'primary', READABLE],
  ['primary-edge', 'primary', DISCERNIBLE],
  ['on-accent', 'accent', READABLE],
  ['on-deep', 'deep', READABLE],
  ['on-deep-muted', 'deep', READABLE],
]

// Every third, spread over the whole cube, so that a run is the same each time.
const colours = Array.from(
  { length: 48 },
  (_, index) => `#${((index * 0x5a7c13 + 0x1f) % 0x1000000).toString(16).padStart(6, '0')}`,
)

const unreadable = (palette: Palette) =>
  pairs.filter(([colour, ground, least]) => contrastRatio(palette[colour], palette[ground]) < least)

describe('buildPalette', () => {
  it('can be read by day and by night, whatever colours a tenant chooses', () => {
    colours.forEach((primary, index) => {
      const surface = colours.at(-index) ?? '#ffffff'
      const text = colours[(index * 7) % colours.length]
      const { light, dark } = buildPalette({ primary, accent: text, surface, text })
      expect.soft(unreadable(light), `${primary} on ${surface} by day`).toEqual([])
      expect.soft(unreadable(dark), `${primary} on ${surface} by night`).toEqual([])
    })
  })

  it('keeps readable colours as the tenant chose them', () => {
    const { light } = buildPalette({
      primary: '#1f5f5b',
      accent: '#f2a65a',
      surface: '#f7f6f2',
      text: '#14211f',
    })
    expect(light).toMatchObject({
      primary: '#1f5f5b',
      accent: '#f2a65a',
      surface: '#f7f6f2',
      text: '#14211f',
      'on-primary': '#ffffff',
    })
  })

  it('leaves a dark site as it is at night', () => {
    const { light, dark } = buildPalette({ surface: '#101418', text: '#f5f5f5' })
    expect(dark).toEqual(light)
  })
})
