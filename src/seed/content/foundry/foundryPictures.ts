import { foundryMap } from '../../pictures/maps/foundryMap'
import { foundryIcon, foundryLogo } from '../../pictures/marks/foundryMark'
import { castingHall } from '../../pictures/scenes/foundry/castingHall'
import { kilnDoor } from '../../pictures/scenes/foundry/kilnDoor'
import { openDay } from '../../pictures/scenes/foundry/openDay'
import { potteryStudio } from '../../pictures/scenes/foundry/potteryStudio'
import { printRoom } from '../../pictures/scenes/foundry/printRoom'
import { sparks } from '../../pictures/scenes/foundry/sparks'
import { toolWall } from '../../pictures/scenes/foundry/toolWall'
import { woodShop } from '../../pictures/scenes/foundry/woodShop'
import { yardAtDusk } from '../../pictures/scenes/foundry/yardAtDusk'
import { drawing, icon, logo, sitting } from '../pictureSeeds'
import type { PictureSeed } from '../types'

export const foundryPictures = {
  yard: drawing(
    'yard-at-dusk',
    yardAtDusk,
    'Saw-tooth brick sheds and a chimney at dusk; the tall doors stand open and the light of a furnace falls across the yard',
    [60, 55],
  ),
  hall: drawing(
    'casting-hall',
    castingHall,
    'A tall hall with blue roof trusses and an orange crane; shafts of light fall on a ladle of molten metal and on workbenches',
    [45, 60],
  ),
  clay: drawing(
    'pottery-studio',
    potteryStudio,
    'A potter sits at a wheel by the window, in front of a wall of shelves full of pots',
    [40, 55],
  ),
  print: drawing(
    'print-room',
    printRoom,
    'A printer at a cast-iron press with a big flywheel; posters hang on a line to dry',
    [50, 55],
  ),
  wood: drawing(
    'wood-shop',
    woodShop,
    'A joiner at a bench in a workshop with tools on the wall and planks standing in the corner',
    [55, 55],
  ),
  metal: drawing(
    'sparks',
    sparks,
    'Somebody in a mask and an apron holds a grinder; sparks fly to the right through the dark',
    [60, 50],
  ),
  kiln: drawing(
    'kiln-door',
    kilnDoor,
    'An open kiln with three glowing shelves of pots; finished pieces stand on a trolley beside it',
    [50, 55],
  ),
  tools: drawing(
    'tool-wall',
    toolWall,
    'Hammers, saws, pliers and planes on hooks; one hook is empty, with the outline of a mallet',
    [60, 50],
  ),
  openDay: drawing(
    'open-day',
    openDay,
    'Stalls with striped awnings in the yard, bunting overhead, people looking at pots',
    [50, 60],
  ),
  map: drawing(
    'map-of-alma-yard',
    foundryMap,
    'Map of the way from the station to Alma Yard by the river, twelve minutes on foot',
    [46, 50],
  ),
  ingrid: sitting('ingrid', 'Ingrid Solberg'),
  luca: sitting('luca', 'Luca Ferrari'),
  amara: sitting('amara', 'Amara Diallo'),
  ewan: sitting('ewan', 'Ewan Murray'),
  kwame: sitting('kwame', 'Kwame Mensah'),
  logo: logo('foundry-row-logo', foundryLogo, 'Foundry Row'),
  icon: icon('foundry-row-icon', foundryIcon, 'Foundry Row: a drop below a saw-tooth roof'),
} satisfies Record<string, PictureSeed>
