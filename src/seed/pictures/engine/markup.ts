import type { Point } from './camera'
import { edgesOf } from './polygon'

type Attributes = Record<string, string | number | undefined>

const written = (value: string | number) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : value

/**
 * A shape that is only filled, or only stroked, is made transparent by its paint: for `opacity` librsvg draws it on a layer
 * of its own, the size of the picture (a map of 400 blocks took 550 ms instead of 150).
 */
const cheaply = (attributes: Attributes): Attributes => {
  const { opacity, fill, stroke, ...rest } = attributes
  if (opacity === undefined) return attributes
  const filled = fill !== 'none'
  const stroked = stroke !== undefined && stroke !== 'none'
  if (filled && stroked) return attributes
  return { ...rest, fill, stroke, [stroked ? 'stroke-opacity' : 'fill-opacity']: opacity }
}

const SHAPES = new Set(['circle', 'ellipse', 'path', 'rect'])

export const element = (name: string, attributes: Attributes, children = ''): string => {
  const list = Object.entries(SHAPES.has(name) ? cheaply(attributes) : attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${written(value)}"`]))
    .join('')
  return children === '' ? `<${name}${list}/>` : `<${name}${list}>${children}</${name}>`
}

const coordinates = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`

export const pathOf = (points: readonly Point[]): string =>
  points.length === 0 ? '' : `M${points.map(coordinates).join('L')}Z`

/** A closed curve through the middles of the edges, with the corners as handles: leaves, clouds, cloth. */
export const smoothPath = (points: readonly Point[]): string => {
  const parts: string[] = []
  for (const [a, b] of edgesOf(points)) {
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    parts.push(
      parts.length === 0 ? `M${coordinates(middle)}` : `Q${coordinates(a)} ${coordinates(middle)}`,
    )
  }
  const [first, last] = [points[0], points.at(-1)]
  if (first && last) {
    parts.push(`Q${coordinates(last)} ${(last[0] + first[0]) / 2} ${(last[1] + first[1]) / 2}`)
  }
  return `${parts.join('')}Z`
}

export const group = (attributes: Attributes, ...children: string[]): string =>
  element('g', attributes, children.join('') || ' ')

export const svgDocument = (width: number, height: number, ...children: string[]): string =>
  element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    children.join(''),
  )
