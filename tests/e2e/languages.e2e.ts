import AxeBuilder from '@axe-core/playwright'

import { at, expect, test } from './test'

const phone = { viewport: { width: 390, height: 844 } }

test('an editor translates a page and publishes it, and visitors read it in two languages', async ({
  signedIn,
  visitor,
}) => {
  const heading = `Wer das Haus trägt ${Date.now()}`
  const editor = await signedIn('editor@harbor.test', 'harbor')
  await editor.goto(`${at('harbor')}/admin/collections/pages?limit=100`)
  await editor.getByRole('link', { name: 'About', exact: true }).first().click()
  await expect(editor.locator('#field-title')).toHaveValue('About')

  // The languages of this space, each in itself, and no other.
  await editor.locator('.localizer button').first().click()
  await expect(editor.getByText('Deutsch').first()).toBeVisible()
  await expect(editor.getByText('Français')).toHaveCount(0)
  await editor.screenshot({ path: test.info().outputPath('admin-languages.png') })
  await editor.getByRole('button', { name: /Deutsch/ }).click()
  await expect(editor).toHaveURL(/locale=de/)

  await expect(editor.locator('#field-title')).toHaveValue('')
  await editor.locator('#field-title').fill('Über uns')
  const ownBlocks = editor.getByRole('checkbox', { name: /fallback/i })
  if ((await ownBlocks.count()) > 0) await ownBlocks.first().uncheck()
  await editor.getByRole('button', { name: 'Add Block' }).click()
  await editor.locator('.blocks-drawer__block').filter({ hasText: 'Hero' }).first().click()
  await editor.locator('#field-layout__0__heading').fill(heading)
  await editor
    .locator('#layout-row-0')
    .getByRole('button', { name: 'Choose from existing' })
    .first()
    .click()
  await editor
    .locator('.list-drawer .collection-list__tables tbody tr')
    .first()
    .locator('button')
    .first()
    .click()
  await editor
    .getByRole('button', { name: /Publish/ })
    .first()
    .click()
  await expect(editor.getByText(/successfully/i).first()).toBeVisible()
  await editor.screenshot({ path: test.info().outputPath('admin-translated.png') })
  // The admin remembers the language of a person: the next journey of this one begins in English.
  await editor.goto(`${at('harbor')}/admin/collections/pages?locale=en&limit=100`)
  await expect(editor.getByRole('link', { name: 'About', exact: true }).first()).toBeVisible()

  const site = await visitor({ javaScriptEnabled: false })
  await site.goto(`${at('harbor')}/about`)
  await expect(site.locator('html')).toHaveAttribute('lang', 'en-US')
  await site.screenshot({ path: test.info().outputPath('desktop-en.png') })
  await site.locator('.languages summary').click()
  await site.getByRole('link', { name: 'Deutsch' }).click()
  expect(new URL(site.url()).pathname).toBe('/de/uber-uns')
  await expect(site.locator('html')).toHaveAttribute('lang', 'de')
  await expect(site.getByRole('heading', { level: 1 })).toHaveText(heading)
  await site.screenshot({ path: test.info().outputPath('desktop-de.png'), fullPage: true })
  await site.locator('.languages summary').click()
  await site.screenshot({ path: test.info().outputPath('desktop-switch.png') })
  await site.getByRole('link', { name: 'English' }).click()
  expect(new URL(site.url()).pathname).toBe('/about')
  await expect(site.getByRole('heading', { level: 1 })).not.toHaveText(heading)
})

test('on a phone the switch is in reach, and the German site is German', async ({ visitor }) => {
  const page = await visitor({ ...phone, javaScriptEnabled: false, reducedMotion: 'reduce' })
  await page.goto(at('harbor'))
  const search = await page.getByRole('link', { name: 'Search this site' }).boundingBox()
  expect(search?.width).toBeGreaterThanOrEqual(36)
  await page.locator('.languages summary').click()
  await page.screenshot({ path: test.info().outputPath('phone-switch.png') })
  await page.getByRole('link', { name: 'Deutsch' }).click()
  expect(new URL(page.url()).pathname).toBe('/de')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Sardinen/)
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
  await page.screenshot({ path: test.info().outputPath('phone-de.png'), fullPage: true })
  await page.getByText('Menü', { exact: true }).click()
  await page.getByRole('link', { name: 'Kontakt', exact: true }).first().click()
  expect(new URL(page.url()).pathname).toBe('/de/kontakt')
  await page.getByRole('button', { name: 'Senden' }).click()
  await expect(page.getByLabel('Ihr Name')).toBeVisible()
})

test('axe finds nothing serious in the switch, open', async ({ visitor }) => {
  const page = await visitor()
  await page.goto(`${at('harbor')}/de/kontakt`)
  await page.locator('.languages summary').click()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) =>
    ['serious', 'critical'].includes(String(impact)),
  )
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})

test('a space with one language has no switch', async ({ visitor }) => {
  const page = await visitor()
  await page.goto(at('foundry'))
  await expect(page.locator('.languages')).toHaveCount(0)
})
