import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { spaces } from '@/seed/content/spaces'
import { makePicture } from '@/seed/makePicture'
import { rasterise } from '@/seed/pictures/engine/rasterise'

const pictures = spaces.flatMap(({ pictures }) => Object.values(pictures))
const named = pictures.map((picture) => [picture.filename, picture] as const)

describe.each(named)('%s', (_name, { draw, format }) => {
  const markup = draw()

  it('is the same picture each time', () => {
    expect(draw()).toBe(markup)
  })

  it('has a number wherever one belongs', () => {
    expect(/NaN|undefined|Infinity/.exec(markup)).toBeNull()
  })

  it('holds no script and refers to nothing outside', () => {
    expect(/<script|href=|\son\w+=|<style|@import/i.exec(markup)).toBeNull()
    expect(['jpeg', 'png', 'svg']).toContain(format)
  })
})

it('pictures are large enough for a wide screen and small enough to send', async () => {
  const [scene] = pictures.filter(({ filename }) => filename === 'roof-deck.jpg')
  const { data, size } = await makePicture(scene ?? expect.fail('There is no roof deck'))
  const { width, height, format } = await sharp(data).metadata()
  expect({ width, height, format }).toEqual({ width: 1800, height: 1200, format: 'jpeg' })
  expect(size).toBeLessThan(250_000)
})

it('grain leaves black black and white white', async () => {
  const flat = (colour: string) =>
    rasterise(
      `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="${colour}"/></svg>`,
    )
  const spread = async (colour: string) => {
    const { channels } = await sharp(await flat(colour)).stats()
    return channels[0]?.stdev ?? 0
  }
  expect(await spread('#808080')).toBeGreaterThan(await spread('#ffffff'))
  expect(await spread('#808080')).toBeGreaterThan(await spread('#000000'))
})
