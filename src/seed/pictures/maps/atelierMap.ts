import { atelierColours as c } from '../palettes'
import { townMap } from './townMap'

export const atelierMap = (): string =>
  townMap({
    name: 'atelier/map',
    ground: '#efe0d3',
    block: '#dfc5b5',
    street: '#f8eee4',
    water: '#8fa3b5',
    park: '#a4b08c',
    accent: c.mulberry,
    shadow: '#35213c',
    shore: [
      [-60, -60],
      [180, 160],
      [210, 420],
      [120, 700],
      [200, 960],
      [100, 1260],
      [-60, 1260],
    ],
    parks: [
      [760, 900],
      [1480, 760],
    ],
    turn: 24,
    pin: [1120, 560],
    landmark: 'house',
    walk: [
      [1500, 108],
      [1470, 260],
      [1330, 330],
      [1290, 470],
      [1120, 552],
    ],
  })
