import type { Colour } from './engine/colour'

/** The colours that a space's pictures are made of. */
export const harborColours = {
  night: '#0c2436',
  navy: '#123a52',
  sea: '#1f6d80',
  shallow: '#78b6b4',
  fog: '#dce9e4',
  foam: '#f4f3ea',
  sand: '#ecd7b0',
  oak: '#c98f55',
  brick: '#b5573a',
  rust: '#7c3527',
  signal: '#f0713d',
  glow: '#ffd28a',
  moss: '#4f7f63',
  leaf: '#7fae74',
  steel: '#5a7480',
} as const satisfies Record<string, Colour>

export const foundryColours = {
  soot: '#1c1719',
  iron: '#38343a',
  slag: '#5b5352',
  ash: '#d8cdbf',
  paper: '#f3ead9',
  clay: '#b9694a',
  terracotta: '#d3825a',
  rust: '#8d3b25',
  ember: '#d9481f',
  molten: '#ff8b2c',
  spark: '#ffd667',
  glaze: '#4c7d7a',
  celadon: '#9dbfa9',
  timber: '#b98450',
  bark: '#6d4630',
  blue: '#41617f',
} as const satisfies Record<string, Colour>

export const atelierColours = {
  ink: '#24182a',
  aubergine: '#4b2144',
  mulberry: '#7d3558',
  rose: '#d79c98',
  blush: '#f0d3c6',
  plaster: '#f4e9dd',
  linen: '#e6d5bd',
  parquet: '#b98a5f',
  walnut: '#6d4735',
  brass: '#cf9f4c',
  candle: '#ffdf9e',
  sage: '#8c9c7a',
  bottle: '#3d5a4c',
  slate: '#5d6576',
  sky: '#b9cbd3',
} as const satisfies Record<string, Colour>
