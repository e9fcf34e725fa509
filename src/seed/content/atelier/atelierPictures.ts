import { atelierMap } from '../../pictures/maps/atelierMap'
import { atelierIcon, atelierLogo } from '../../pictures/marks/atelierMark'
import { concert } from '../../pictures/scenes/atelier/concert'
import { courtyard } from '../../pictures/scenes/atelier/courtyard'
import { cuttingRoom } from '../../pictures/scenes/atelier/cuttingRoom'
import { facadeEvening } from '../../pictures/scenes/atelier/facadeEvening'
import { galleryRoom } from '../../pictures/scenes/atelier/galleryRoom'
import { grandRoomDinner } from '../../pictures/scenes/atelier/grandRoomDinner'
import { scissors } from '../../pictures/scenes/atelier/scissors'
import { staircase } from '../../pictures/scenes/atelier/staircase'
import { drawing, icon, logo, sitting } from '../pictureSeeds'
import type { PictureSeed } from '../types'

export const atelierPictures = {
  facade: drawing(
    'facade-evening',
    facadeEvening,
    'A town house at the blue hour, its three great arched windows lit; people walk past dress forms in the ground-floor windows',
    [50, 50],
  ),
  grandRoom: drawing(
    'grand-room-dinner',
    grandRoomDinner,
    'Two long tables laid for dinner below chandeliers, candles burning, dusk in the arched windows',
    [45, 60],
  ),
  gallery: drawing(
    'gallery-room',
    galleryRoom,
    'A white gallery under a skylight; two visitors in front of a large green and rose canvas',
    [48, 55],
  ),
  cutting: drawing(
    'cutting-room',
    cuttingRoom,
    'A tailor at a long table with mulberry cloth and a paper pattern, bolts of fabric in pigeonholes behind him',
    [55, 55],
  ),
  courtyard: drawing(
    'courtyard',
    courtyard,
    'A sunlit courtyard with round iron tables, a linden tree and ivy on the wall',
    [45, 60],
  ),
  stairs: drawing(
    'staircase',
    staircase,
    'View straight up a spiral staircase with a brass rail to a round skylight',
    [48, 45],
  ),
  concert: drawing(
    'concert',
    concert,
    'Cello and piano by candlelight in front of three arched windows; the audience seen from behind',
    [50, 55],
  ),
  scissors: drawing(
    'scissors',
    scissors,
    'Tailor’s shears, a measuring tape and spools of thread on aubergine cloth',
    [50, 55],
  ),
  map: drawing(
    'map-of-naaldstraat',
    atelierMap,
    'Map of the way from the station to Naaldstraat, nine minutes on foot',
    [62, 40],
  ),
  colette: sitting('colette', 'Colette Marchand'),
  hana: sitting('hana', 'Hana Sato'),
  mateo: sitting('mateo', 'Mateo Ruiz'),
  yasmina: sitting('yasmina', 'Yasmina El Amrani'),
  emile: sitting('emile', 'Emile Verhaegen'),
  logo: logo('atelier-verhaegen-logo', atelierLogo, 'Atelier Verhaegen'),
  icon: icon(
    'atelier-verhaegen-icon',
    atelierIcon,
    'Atelier Verhaegen: a needle in an arched window',
  ),
} satisfies Record<string, PictureSeed>
