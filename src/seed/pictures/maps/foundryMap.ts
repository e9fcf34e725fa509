import { foundryColours as c } from '../palettes'
import { townMap } from './townMap'

export const foundryMap = (): string =>
  townMap({
    name: 'foundry/map',
    ground: '#e6d3bb',
    block: '#cdaf90',
    street: '#f3e7d3',
    water: '#6f9296',
    park: '#a8b283',
    accent: c.ember,
    shadow: '#33201f',
    shore: [
      [-60, 930],
      [260, 900],
      [520, 980],
      [840, 940],
      [1120, 1020],
      [1460, 940],
      [1900, 1010],
      [1900, 1110],
      [1460, 1050],
      [1120, 1130],
      [840, 1050],
      [520, 1090],
      [260, 1010],
      [-60, 1050],
    ],
    parks: [[1440, 380]],
    turn: 9,
    pin: [820, 760],
    landmark: 'hall',
    walk: [
      [340, 118],
      [380, 360],
      [560, 440],
      [600, 640],
      [820, 750],
    ],
  })
