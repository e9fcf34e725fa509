import type { Locator, Page } from '@playwright/test'

import { at, expect, test } from './test'

/** A new page that saved itself as a draft: only what is saved can be scheduled. @returns its id. */
async function draft(admin: Page, title: string): Promise<string> {
  await admin.goto(`${at('harbor')}/admin/collections/pages/create`, { waitUntil: 'networkidle' })
  await admin.waitForURL(/\/pages\/[0-9a-f-]{36}/)
  const id = /[0-9a-f-]{36}/.exec(admin.url())?.[0] ?? ''
  const saved = admin.waitForResponse(
    (answer) =>
      answer.url().includes(`/api/pages/${id}`) &&
      (answer.request().postData() ?? '').includes(title),
  )
  await admin.locator('#field-title').fill(title)
  expect((await saved).status()).toBe(200)
  return id
}

async function openDrawer(admin: Page): Promise<Locator> {
  await admin.locator('.form-submit .popup button').first().click()
  await admin.getByText('Schedule Publish').click()
  return admin.locator('.schedule-publish')
}

async function choose(drawer: Locator): Promise<void> {
  await drawer.getByText('Publish', { exact: true }).click()
  const time = drawer.locator('#time input, .date-time-picker input').first()
  await time.fill('December 31 2030, 8:00 AM')
  await time.press('Enter')
  await drawer.locator('#scheduled-publish-save').click()
}

test('an editor schedules a page, sees it among the jobs, and takes it back', async ({
  signedIn,
}) => {
  const title = `Late opening ${Date.now()}`
  const admin = await signedIn('editor@harbor.test', 'harbor')

  await draft(admin, title)
  const drawer = await openDrawer(admin)
  await expect(drawer.getByText('No upcoming events')).toBeVisible()
  await choose(drawer)
  const rows = drawer.locator('table tbody tr')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('2030')

  const jobs = `${at('harbor')}/admin/collections/payload-jobs`
  await admin.goto(jobs)
  const row = admin.locator('tbody tr').filter({ hasText: title })
  await expect(row).toContainText('Waiting')
  await row.getByRole('link', { name: `Publish “${title}”` }).click()
  await expect(admin.getByText('Asked for by')).toBeVisible()
  await admin.goto(jobs)
  await row.getByRole('link', { name: 'Page' }).click()

  await openDrawer(admin)
  await expect(rows).toHaveCount(1)
  await rows.locator('.schedule-publish__delete').click()
  await expect(drawer.getByText('No upcoming events')).toBeVisible()
  await admin.goto(jobs)
  await expect(row).toHaveCount(0)
})

test('an editor is told why a page could not be scheduled', async ({ signedIn, faults }) => {
  const admin = await signedIn('editor@harbor.test', 'harbor')
  const id = await draft(admin, `Gone ${Date.now()}`)
  const drawer = await openDrawer(admin)
  // As somebody else does, elsewhere.
  const status = await admin.evaluate(
    async (path) => (await fetch(path, { method: 'DELETE' })).status,
    `/api/pages/${id}`,
  )
  expect(status).toBe(200)
  await choose(drawer)
  await expect(admin.getByText('Not found.')).toBeVisible()
  await expect(admin.getByText('successfully')).toHaveCount(0)
  // Payload logs what it shows.
  expect(faults.splice(0)).toEqual([expect.stringContaining('Not found.')])
})
