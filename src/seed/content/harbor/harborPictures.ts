import { harborMap } from '../../pictures/maps/harborMap'
import { harborIcon, harborLogo } from '../../pictures/marks/harborMark'
import { eveningTalk } from '../../pictures/scenes/harbor/eveningTalk'
import { galley } from '../../pictures/scenes/harbor/galley'
import { keelRoom } from '../../pictures/scenes/harbor/keelRoom'
import { mainHall } from '../../pictures/scenes/harbor/mainHall'
import { phoneBooths } from '../../pictures/scenes/harbor/phoneBooths'
import { quayMorning } from '../../pictures/scenes/harbor/quayMorning'
import { roofTerrace } from '../../pictures/scenes/harbor/roofTerrace'
import { windowDesk } from '../../pictures/scenes/harbor/windowDesk'
import { drawing, icon, logo, sitting } from '../pictureSeeds'
import type { PictureSeed } from '../types'

export const harborPictures = {
  quay: drawing(
    'quay-morning',
    quayMorning,
    'Brick warehouses with pointed gables on a quay at sunrise, their reflection in the water and a small red sailing boat in front',
    [55, 50],
  ),
  hall: drawing(
    'main-hall',
    mainHall,
    'A long hall with iron columns and tall arched windows; sunlight falls across rows of desks',
    [45, 55],
  ),
  windowDesk: drawing(
    'window-desk',
    windowDesk,
    'A wooden desk with a laptop and a plant below a wide window; outside, a ferry passes a lighthouse',
    [50, 45],
  ),
  keel: drawing(
    'keel-room',
    keelRoom,
    'A meeting room with a boat-shaped table, white chairs and a sea chart on a dark blue wall',
    [45, 55],
  ),
  galley: drawing(
    'galley',
    galley,
    'A coffee bar with a tiled wall, five stools and shelves of cups; a barista stands behind the counter',
    [50, 50],
  ),
  roof: drawing(
    'roof-deck',
    roofTerrace,
    'A roof deck at sunset with tables, planters and strings of lights above the harbor',
    [60, 60],
  ),
  talk: drawing(
    'evening-talk',
    eveningTalk,
    'An audience seen from behind listens to a speaker in front of a lit screen',
    [50, 55],
  ),
  booths: drawing(
    'phone-booths',
    phoneBooths,
    'Three phone booths in blue, orange and green; people are on calls in two of them',
    [60, 55],
  ),
  map: drawing(
    'map-of-the-wharf',
    harborMap,
    'Map of the way from the train station to Ropewalk Wharf, eight minutes on foot',
    [58, 40],
  ),
  marta: sitting('marta', 'Marta Silva'),
  theo: sitting('theo', 'Theo Brandt'),
  priya: sitting('priya', 'Priya Nair'),
  sam: sitting('sam', 'Sam Whitfield'),
  minjun: sitting('minjun', 'Min-jun Park'),
  logo: logo('harbor-nine-logo', harborLogo, 'Harbor Nine'),
  icon: icon('harbor-nine-icon', harborIcon, 'Harbor Nine: three gables over two waves'),
} satisfies Record<string, PictureSeed>
