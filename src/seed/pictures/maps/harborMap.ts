import { harborColours as c } from '../palettes'
import { townMap } from './townMap'

export const harborMap = (): string =>
  townMap({
    name: 'harbor/map',
    ground: '#e9e2cd',
    block: '#d3c9ae',
    street: '#f4efe0',
    water: '#3f8996',
    park: '#9dbb8a',
    accent: c.signal,
    shadow: c.navy,
    shore: [
      [-60, 760],
      [360, 700],
      [700, 800],
      [960, 700],
      [1010, 560],
      [1180, 560],
      [1190, 760],
      [1500, 700],
      [2200, 760],
      [2200, 1700],
      [-400, 1700],
      [-400, 780],
    ],
    parks: [
      [340, 430],
      [1540, 400],
    ],
    turn: -14,
    pin: [1066, 566],
    landmark: 'quay',
    walk: [
      [620, 112],
      [640, 330],
      [760, 420],
      [960, 470],
      [1066, 560],
    ],
  })
