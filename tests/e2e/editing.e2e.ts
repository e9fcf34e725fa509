import type { Page } from '@playwright/test'

import { at, expect, test } from './test'

/** Calls the API as whoever is signed in, and gives the id of what it made. */
const make = (admin: Page, collection: string, data: object): Promise<string> =>
  admin.evaluate(
    async ([path, json]) => {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: json,
      })
      const { doc } = await response.json()
      return String(doc.id)
    },
    [`/api/${collection}?depth=0`, JSON.stringify(data)] as const,
  )

const firstPicture = (admin: Page): Promise<string> =>
  admin.evaluate(async () => {
    const response = await fetch('/api/media?limit=1&depth=0&where[mimeType][like]=image')
    const { docs } = await response.json()
    return String(docs[0].id)
  })

test('a page that is renamed is found at its old address', async ({ signedIn, visitor }) => {
  const word = `moved-${Date.now()}`
  const admin = await signedIn('editor@harbor.test', 'harbor')
  const id = await make(admin, 'pages', { title: word, slug: word, _status: 'published' })
  const site = await visitor()
  expect((await site.goto(`${at('harbor')}/${word}`))?.status()).toBe(200)

  await admin.goto(`${at('harbor')}/admin/collections/pages/${id}`, { waitUntil: 'networkidle' })
  await admin.locator('#field-slug').fill(`${word}-on`)
  await admin
    .getByRole('button', { name: /Publish/ })
    .first()
    .click()
  await expect(admin.getByText(/successfully/i).first()).toBeVisible()

  expect((await site.goto(`${at('harbor')}/${word}?from=a-letter`))?.status()).toBe(200)
  expect(site.url()).toBe(`${at('harbor')}/${word}-on?from=a-letter`)
  expect((await site.goto(`${at('foundry')}/${word}`))?.status()).toBe(404)

  await admin.goto(`${at('harbor')}/admin/collections/redirects?limit=100`)
  await expect(admin.getByRole('link', { name: `/${word}`, exact: true })).toBeVisible()
})

test('a picture that a page shows is not deleted by mistake, only knowingly, and comes back', async ({
  signedIn,
  visitor,
}, info) => {
  const title = `Shows a picture ${Date.now()}`
  const slug = title.toLowerCase().replaceAll(' ', '-')
  const admin = await signedIn('editor@harbor.test', 'harbor')
  const picture = await firstPicture(admin)
  const layout = [{ blockType: 'image', image: picture, size: 'wide', tone: 'plain' }]
  await make(admin, 'pages', { title, slug, layout, _status: 'published' })
  const site = await visitor()
  await site.goto(`${at('harbor')}/${slug}`)
  await expect(site.locator('main img')).toHaveCount(1)

  await admin.goto(`${at('harbor')}/admin/collections/media/${picture}`, {
    waitUntil: 'networkidle',
  })
  const usages = admin.getByRole('region', { name: 'Used by' })
  await expect(usages.getByRole('link', { name: title })).toBeVisible()
  await admin.screenshot({ path: info.outputPath('used-by.png'), fullPage: true })
  await admin.locator('.doc-controls__popup button').first().click()
  await admin.locator('#action-delete').click()
  await admin.locator('#confirm-action').click()
  await expect(admin.getByText(/is still used by/)).toBeVisible()
  await admin.screenshot({ path: info.outputPath('refused.png') })
  await site.reload()
  await expect(site.locator('main img')).toHaveCount(1)

  await usages.getByRole('button', { name: 'Move to the trash anyway' }).click()
  await usages.getByRole('button', { name: 'Yes, move it to the trash' }).click()
  await admin.waitForURL(/\/admin\/collections\/media$/)
  await site.reload()
  await expect(site.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(site.locator('main img')).toHaveCount(0)

  await admin.goto(`${at('harbor')}/admin/collections/media/trash`, { waitUntil: 'networkidle' })
  await admin.screenshot({ path: info.outputPath('trash.png') })
  await admin.goto(`${at('harbor')}/admin/collections/media/trash/${picture}`, {
    waitUntil: 'networkidle',
  })
  await admin.getByRole('button', { name: 'Restore' }).first().click()
  await admin.getByRole('button', { name: 'Confirm' }).click()
  await expect(admin.getByText(/restored/i).first()).toBeVisible()
  await site.reload()
  await expect(site.locator('main img')).toHaveCount(1)
})

test('redirects are imported from a file, after a look at what it would do', async ({
  signedIn,
  visitor,
}, info) => {
  const word = `imported-${Date.now()}`
  const admin = await signedIn('editor@harbor.test', 'harbor')
  await admin.goto(`${at('harbor')}/admin/collections/redirects`, { waitUntil: 'networkidle' })
  await admin.getByRole('button', { name: 'Import a file' }).click()
  const rows = [`/${word},/about`, '/about,/nowhere', `/${word}-2,javascript:alert(1)`]
  await admin.getByLabel('CSV or JSON file').setInputFiles({
    name: 'redirects.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`from,to\n${rows.join('\n')}\n`),
  })
  await expect(admin.getByText('1 new, 0 changed, 0 as before, 2 rejected')).toBeVisible()
  await expect(admin.getByRole('cell', { name: /published page has this address/ })).toBeVisible()
  await admin.screenshot({ path: info.outputPath('import.png'), fullPage: true })
  await admin.getByRole('button', { name: 'Import 1 and leave out the rejected' }).click()
  await expect(admin.getByText(/^Imported: 1 new/)).toBeVisible()

  const site = await visitor()
  expect((await site.goto(`${at('harbor')}/${word}`))?.status()).toBe(200)
  expect(site.url()).toBe(`${at('harbor')}/about`)
})

test('a viewer sees redirects, and has nothing to import with', async ({ signedIn }) => {
  const viewer = await signedIn('viewer@atelier.test', 'atelier')
  await viewer.goto(`${at('atelier')}/admin/collections/redirects`, { waitUntil: 'networkidle' })
  await expect(viewer.getByRole('link', { name: 'Export as CSV' })).toBeVisible()
  await expect(viewer.getByRole('button', { name: 'Import a file' })).toHaveCount(0)
})
