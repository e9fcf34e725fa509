import { portrait } from '../pictures/portraits/portrait'
import { sitters } from '../pictures/portraits/sitters'
import type { PictureSeed } from './types'

type Focus = PictureSeed['focus']

export const drawing = (
  filename: string,
  draw: () => string,
  alt: string,
  focus?: Focus,
): PictureSeed => ({ filename: `${filename}.jpg`, format: 'jpeg', draw, alt, focus })

export const sitting = (key: keyof typeof sitters, name: string): PictureSeed => ({
  filename: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.jpg`,
  format: 'jpeg',
  draw: () => portrait(sitters[key]),
  alt: `Portrait of ${name}`,
  focus: [50, 45],
})

export const logo = (filename: string, draw: () => string, alt: string): PictureSeed => ({
  filename: `${filename}.svg`,
  format: 'svg',
  draw,
  alt,
})

export const icon = (filename: string, draw: () => string, alt: string): PictureSeed => ({
  filename: `${filename}.png`,
  format: 'png',
  draw,
  alt,
})
