import type { Page } from '@playwright/test'

import { at, expect, test } from './test'

const stamp = Date.now().toString(36)
const english = `Summer fair ${stamp}`
const german = `Sommerfest ${stamp}`
const MINUTE_MS = 60_000

const stored = (admin: Page, id: string): Promise<string> =>
  admin.evaluate(
    async (url) => (await fetch(url)).text(),
    `/api/pages/${id}?draft=true&depth=0&locale=all`,
  )

async function inLanguage(admin: Page, name: RegExp): Promise<void> {
  await admin.locator('.localizer button').first().click()
  await admin.getByRole('button', { name }).click()
}

/** As the drawer's field reads it: `November 21 2026, 9:03 PM`. */
function inMinutes(count: number): string {
  const at = new Date(Date.now() + count * MINUTE_MS)
  const part = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleString('en-US', { ...options, timeZone: 'UTC' })
  const day = `${part({ month: 'long' })} ${part({ day: 'numeric' })} ${part({ year: 'numeric' })}`
  return `${day}, ${part({ hour: 'numeric', minute: '2-digit' })}`
}

test.use({ timezoneId: 'UTC' })

test('an author writes in two languages, an editor approves and schedules, and visitors read both', async ({
  signedIn,
  visitor,
}) => {
  test.setTimeout(5 * MINUTE_MS)
  const author = await signedIn('author@harbor.test', 'harbor')
  await author.goto(`${at('harbor')}/admin/collections/pages/create`, { waitUntil: 'networkidle' })
  await author.waitForURL(/\/pages\/[0-9a-f-]{36}/)
  const id = /[0-9a-f-]{36}/.exec(author.url())?.[0] ?? ''
  await author.locator('#field-title').fill(english)
  await expect.poll(() => stored(author, id)).toContain(english)
  await inLanguage(author, /Deutsch/)
  await expect(author).toHaveURL(/locale=de/)
  await expect(author.locator('#field-title')).toHaveValue('')
  await author.locator('#field-title').fill(german)
  await expect.poll(() => stored(author, id)).toContain(german)
  await author.screenshot({ path: test.info().outputPath('author-de.png') })
  await author.goto(`${at('harbor')}/admin/collections/pages/${id}?locale=en`)
  const panel = author.getByRole('region', { name: 'Review and comments' })
  await panel.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(panel).toContainText('waits for a review')

  const editor = await signedIn('editor@harbor.test', 'harbor')
  await editor.screenshot({ path: test.info().outputPath('dashboard.png') })
  await editor.getByRole('link', { name: english }).first().click()
  const desk = editor.getByRole('region', { name: 'Review and comments' })
  await desk.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(desk).toContainText('Approved by')
  await editor.locator('.form-submit .popup button').first().click()
  await editor.getByText('Schedule Publish').click()
  const drawer = editor.locator('.schedule-publish')
  await drawer.getByText('Publish', { exact: true }).click()
  const time = drawer.locator('#time input, .date-time-picker input').first()
  await time.fill(inMinutes(2))
  await time.press('Enter')
  await drawer.locator('#scheduled-publish-save').click()
  await expect(drawer.locator('table tbody tr')).toHaveCount(1)
  await editor.screenshot({ path: test.info().outputPath('schedule.png') })

  const reader = await visitor({ viewport: { width: 390, height: 844 } })
  const path = english.toLowerCase().replaceAll(' ', '-')
  expect((await reader.goto(`${at('harbor')}/${path}`))?.status(), 'before its time').toBe(404)
  await expect
    .poll(async () => (await reader.goto(`${at('harbor')}/${path}`))?.status(), {
      intervals: [3_000],
      timeout: 4 * MINUTE_MS,
    })
    .toBe(200)
  await expect(reader).toHaveTitle(new RegExp(english))
  await reader.locator('.languages summary').click()
  await reader.getByRole('link', { name: 'Deutsch' }).click()
  await expect(reader).toHaveTitle(new RegExp(german))
  expect(new URL(reader.url()).pathname).toBe(`/de/${german.toLowerCase().replaceAll(' ', '-')}`)
  await reader.screenshot({ path: test.info().outputPath('phone-de.png') })
})
