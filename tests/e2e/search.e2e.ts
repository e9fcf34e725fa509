import AxeBuilder from '@axe-core/playwright'

import { at, expect, test } from './test'

const phone = { viewport: { width: 390, height: 844 } }

test('a visitor searches a site: without a script, with the keyboard, on a phone', async ({
  visitor,
}) => {
  const page = await visitor({ ...phone, javaScriptEnabled: false, reducedMotion: 'reduce' })
  await page.goto(at('harbor'))
  await page.getByRole('link', { name: 'Search' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
  await page.getByRole('searchbox').fill('meeting room')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('for “meeting room”')
  const hit = page.getByRole('main').getByRole('listitem').first()
  await expect(hit.locator('mark').first()).toBeVisible()
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
  await page.screenshot({ path: test.info().outputPath('phone.png'), fullPage: true })
  await hit.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(new URL(page.url()).pathname).not.toBe('/search')
})

test('what is misspelt is asked back, and what is not there is said', async ({ visitor }) => {
  const page = await visitor({ reducedMotion: 'reduce' })
  await page.goto(`${at('harbor')}/search?q=meetng`)
  await page.screenshot({ path: test.info().outputPath('typo.png'), fullPage: true })
  await page.getByRole('link', { name: 'meeting', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('for “meeting”')
  await page.screenshot({ path: test.info().outputPath('desktop.png'), fullPage: true })
  await page.goto(`${at('harbor')}/search?q=zzyzxqq`)
  await expect(page.getByRole('status')).toContainText('Nothing on this site')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the search, ${colorScheme}`, async ({ visitor }) => {
    const page = await visitor({ colorScheme })
    for (const query of ['', '?q=room', '?q=meetng']) {
      await page.goto(`${at('harbor')}/search${query}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) =>
        ['serious', 'critical'].includes(String(impact)),
      )
      expect(serious.map(({ id, nodes }) => `${query} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })
}

test('an editor finds a page in the list by words of its text, a draft too', async ({
  signedIn,
}) => {
  const page = await signedIn('editor@harbor.test', 'harbor')
  await page.goto(`${at('harbor')}/admin/collections/pages`)
  const rows = page.locator('.collection-list table tbody tr')
  const before = await rows.count()
  await page.locator('.search-filter input').fill('meeting')
  await expect(page).toHaveURL(/search=meeting/)
  await expect.poll(() => rows.count()).toBeLessThan(before)
  expect(await rows.count()).toBeGreaterThan(0)
  await page.screenshot({ path: test.info().outputPath('list.png') })
})
