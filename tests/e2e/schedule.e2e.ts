import { at, expect, test } from './test'

test('an editor schedules a page, sees it among the jobs, and takes it back', async ({
  signedIn,
}) => {
  const title = `Late opening ${Date.now()}`
  const admin = await signedIn('editor@harbor.test', 'harbor')

  await admin.goto(`${at('harbor')}/admin/collections/pages/create`, { waitUntil: 'networkidle' })
  await admin.locator('#field-title').fill(title)
  // Saved as a draft by itself: only what is saved can be scheduled.
  await admin.waitForURL(/\/pages\/[0-9a-f-]{36}/)

  await admin.locator('.form-submit .popup button').first().click()
  await admin.getByText('Schedule Publish').click()
  const drawer = admin.locator('.schedule-publish')
  await expect(drawer.getByText('No upcoming events')).toBeVisible()
  const time = drawer.locator('#time input, .date-time-picker input').first()
  await time.fill('December 31 2030, 8:00 AM')
  await time.press('Enter')
  await drawer.locator('#scheduled-publish-save').click()
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

  await admin.locator('.form-submit .popup button').first().click()
  await admin.getByText('Schedule Publish').click()
  await expect(rows).toHaveCount(1)
  await rows.locator('.schedule-publish__delete').click()
  await expect(drawer.getByText('No upcoming events')).toBeVisible()
  await admin.goto(jobs)
  await expect(row).toHaveCount(0)
})
