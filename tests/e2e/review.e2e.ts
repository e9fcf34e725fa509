import type { Page } from '@playwright/test'

import { at, expect, test } from './test'

const title = `Open day ${Date.now().toString(36)}`

/** A new page, written until it is saved. */
async function write(page: Page): Promise<string> {
  await page.goto(`${at('harbor')}/admin/collections/pages/create`, { waitUntil: 'networkidle' })
  await expect(page).toHaveURL(/pages\/[0-9a-f-]{36}/)
  await page.locator('#field-title').fill(title)
  const id = page.url().split('/').at(-1)
  await expect
    .poll(() =>
      page.evaluate(
        async (url) => (await fetch(url)).text(),
        `/api/pages/${id}?draft=true&depth=0`,
      ),
    )
    .toContain(title)
  return page.url()
}

test('an author asks for a review, an editor answers, approves and publishes', async ({
  signedIn,
  visitor,
}) => {
  const author = await signedIn('author@harbor.test', 'harbor')
  const address = await write(author)
  await author.goto(address)
  const panel = author.getByRole('region', { name: 'Review and comments' })
  await panel.getByLabel('What to look at (optional)').fill('Are the times right?')
  await panel.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(panel).toContainText('waits for a review')
  await author.screenshot({ path: test.info().outputPath('author.png'), fullPage: true })

  const editor = await signedIn('editor@harbor.test', 'harbor')
  await expect(editor.getByRole('heading', { name: 'Reviews' })).toBeVisible()
  await editor.screenshot({ path: test.info().outputPath('dashboard.png'), fullPage: true })
  await editor.getByLabel(/Notifications, \d+ new/).click()
  const told = editor.getByRole('link', { name: new RegExp(`review “${title}”`) })
  await expect(told).toBeVisible()
  await editor.screenshot({ path: test.info().outputPath('bell.png') })
  await told.click()
  const desk = editor.getByRole('region', { name: 'Review and comments' })
  await expect(desk).toContainText('Are the times right?')
  await desk.getByLabel('Say something about this page').fill('They are.')
  await desk.getByRole('button', { name: 'Comment' }).click()
  await expect(desk.getByRole('listitem')).toContainText('They are.')
  await desk.getByRole('button', { name: 'Approve and publish' }).click()
  await expect(desk).toContainText('Approved by')
  await editor.screenshot({ path: test.info().outputPath('editor.png'), fullPage: true })

  await author.reload()
  await author.getByLabel(/Notifications, \d+ new/).click()
  await expect(author.locator('.atrium-bell li').first()).toContainText('approved')

  const phone = await visitor({ viewport: { width: 390, height: 844 } })
  const path = title.toLowerCase().replaceAll(' ', '-')
  await phone.goto(`${at('harbor')}/${path}`)
  await expect(phone).toHaveTitle(new RegExp(title))
})
