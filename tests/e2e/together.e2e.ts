import type { Page } from '@playwright/test'

import { at, expect, test } from './test'

const stored = (admin: Page, id: string): Promise<string> =>
  admin.evaluate(async (url) => (await fetch(url)).text(), `/api/pages/${id}?draft=true&depth=0`)

/** A page of the space that saved itself as a draft. @returns its id. */
async function draft(admin: Page, title: string): Promise<string> {
  await admin.goto(`${at('harbor')}/admin/collections/pages/create`, { waitUntil: 'networkidle' })
  await admin.waitForURL(/\/pages\/[0-9a-f-]{36}/)
  const id = /[0-9a-f-]{36}/.exec(admin.url())?.[0] ?? ''
  await write(admin, id, title)
  return id
}

/** Again, while the form is still being put together. */
const write = (admin: Page, id: string, title: string): Promise<void> =>
  expect(async () => {
    await admin.locator('#field-title').fill(title)
    await expect.poll(() => stored(admin, id), { timeout: 6_000 }).toContain(title)
  }).toPass({ timeout: 40_000 })

test('two people on one page: the second is told, takes over, and nothing is lost', async ({
  signedIn,
}) => {
  const title = `Rota ${Date.now().toString(36)}`
  const first = await signedIn('editor@harbor.test', 'harbor')
  const id = await draft(first, title)

  const second = await signedIn('owner@harbor.test', 'harbor')
  await second.goto(`${at('harbor')}/admin/collections/pages/${id}`)
  const told = second.locator('.document-locked')
  await expect(told).toContainText(/currently editing/)
  await second.screenshot({ path: test.info().outputPath('locked.png') })
  await told.getByRole('button', { name: /read-only/i }).click()
  await expect(second.locator('#field-title')).toBeDisabled()

  await second.reload()
  await told.getByRole('button', { name: /take over/i }).click()
  await write(second, id, `${title}, second hand`)

  // The first hears of it as soon as they go on, and writes nothing over it.
  await first.locator('#field-title').fill(`${title}, first hand`)
  const lost = first.locator('.document-take-over')
  await expect(lost).toContainText(/taken over/i)
  await first.screenshot({ path: test.info().outputPath('taken-over.png') })
  expect(await stored(second, id)).toContain(`${title}, second hand`)
  expect(await stored(second, id)).not.toContain('first hand')
})
