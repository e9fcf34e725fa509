import AxeBuilder from '@axe-core/playwright'

import { at, expect, test } from './test'

const spaces = ['harbor', 'foundry', 'atelier']
const phone = { viewport: { width: 390, height: 844 } }

for (const space of spaces) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing serious at ${space}, ${colorScheme}`, async ({ visitor }) => {
      const page = await visitor({ colorScheme })
      await page.goto(at(space))
      const paths = await page
        .locator('header a[href^="/"]')
        .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? '/'))])
      expect(paths.length).toBeGreaterThan(3)
      for (const path of paths) {
        await page.goto(at(space) + path)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const serious = violations.filter(
          ({ impact }) => impact === 'serious' || impact === 'critical',
        )
        expect(serious.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      }
    })
  }

  test(`${space} fits a phone: nothing sticks out, and the menu opens without a script`, async ({
    visitor,
  }) => {
    const page = await visitor({ ...phone, javaScriptEnabled: false })
    await page.goto(at(space))
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }))
    expect(scroll).toBeLessThanOrEqual(width)
    await page.locator('details.menu > summary').click()
    await expect(page.locator('.menu__sheet a').first()).toBeVisible()
  })
}

test('the platform introduces itself and leads to the demo spaces', async ({ visitor }) => {
  const page = await visitor()
  await page.goto(at(null))
  for (const space of spaces)
    await expect(page.locator(`a[href^="${at(space)}"]`).first()).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  )
})

test('a visitor reaches the content with the keyboard alone', async ({ visitor }) => {
  const page = await visitor()
  await page.goto(at('harbor'))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test('a page that does not exist is told in the look of the space, without a script too', async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false })
  const answer = await page.goto(`${at('foundry')}/no-such-page`)
  expect(answer?.status()).toBe(404)
  await expect(page.locator('header.site-header')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here')
})
