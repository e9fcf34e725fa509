import { svgDocument } from './markup'
import { createRandom, type Random } from './random'
import { createStage, type Stage } from './stage'

type Settings = Omit<Parameters<typeof createStage>[0], 'width' | 'height'> & {
  width?: number
  height?: number
}

/** One picture as SVG; the name decides every accidental detail in it. */
export const scene = (
  name: string,
  { width = 1800, height = 1200, ...settings }: Settings,
  paint: (stage: Stage, random: Random) => void,
): string => {
  const stage = createStage({ width, height, ...settings })
  paint(stage, createRandom(name))
  return svgDocument(width, height, stage.markup())
}
