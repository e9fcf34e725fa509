import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { at, expect, test } from './test'

/** The first of a list of the API, as whoever is signed in. */
const first = (admin: Page, path: string): Promise<{ id: string }> =>
  admin.evaluate(async (url) => {
    const { docs } = await (await fetch(url)).json()
    return docs[0]
  }, path)

const make = (admin: Page, data: object): Promise<string> =>
  admin.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch('/api/pages?depth=0', { method: 'POST', headers, body })
    const { doc } = await response.json()
    return String(doc.id)
  }, JSON.stringify(data))

const serious = async (page: Page, part: string) => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))])
}

/** A page of Harbor with a picture, a link to a page that stays, and a page below. */
async function plant(admin: Page, title: string): Promise<string> {
  const { id: tenant } = await first(admin, '/api/tenants?where[slug][equals]=harbor')
  const of = `where[tenant][equals]=${tenant}&limit=1&depth=0`
  const { id: image } = await first(admin, `/api/media?${of}&where[mimeType][like]=image`)
  const { id: other } = await first(admin, `/api/pages?${of}`)
  const slug = title.toLowerCase().replaceAll(' ', '-')
  const page = await make(admin, {
    tenant,
    title,
    slug,
    _status: 'published',
    layout: [
      {
        blockType: 'hero',
        variant: 'split',
        heading: title,
        image,
        tone: 'plain',
        actions: [{ link: { type: 'page', label: 'Stays behind', page: other } }],
      },
    ],
  })
  await make(admin, { tenant, title: `Below ${title}`, parent: page, _status: 'published' })
  return page
}

for (const [screen, viewport] of [
  ['a desktop', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  test(`a page goes to another space, after a look at what would be left out, on ${screen}`, async ({
    signedIn,
  }, info) => {
    const title = `Travels on ${screen} ${Date.now()}`
    const admin = await signedIn('agency@atrium.test', null)
    const page = await plant(admin, title)
    await admin.setViewportSize(viewport)
    await admin.goto(`${at(null)}/admin/collections/pages/${page}`, { waitUntil: 'networkidle' })
    await admin.locator('.doc-controls__popup button').first().click()
    await admin.getByRole('button', { name: 'Copy to another space…' }).click()
    const drawer = admin.locator('.atrium-copy')
    await expect(drawer.getByRole('combobox', { name: 'Space' }).locator('option')).toHaveText([
      'Choose a space',
      /Foundry/,
    ])
    await drawer.getByLabel('Space').selectOption({ index: 1 })
    await drawer.getByLabel('With the pages below').check()
    await drawer.getByRole('button', { name: 'See what will be copied' }).click()
    await expect(drawer.getByRole('status')).toContainText('2 pages, 1 picture or file')
    await expect(drawer.getByRole('status')).toContainText('is not copied along')
    await info.attach('look', { body: await admin.screenshot(), contentType: 'image/png' })
    expect(await serious(admin, '.atrium-copy')).toEqual([])

    await drawer.getByRole('button', { name: 'Copy 2 pages' }).click()
    await expect(drawer.getByRole('status')).toContainText('Copied to')
    await info.attach('done', { body: await admin.screenshot(), contentType: 'image/png' })
    expect(await serious(admin, '.atrium-copy')).toEqual([])
    await drawer.getByRole('link', { name: title, exact: true }).click()
    await expect(admin.locator('#field-title')).toHaveValue(title)
    expect(admin.url()).not.toContain(page)
    await expect(admin.locator('.doc-controls__status, .status').first()).toContainText('Draft')
  })

test('pages that are selected in the list go together', async ({ signedIn }, info) => {
  const title = `Selected ${Date.now()}`
  const admin = await signedIn('agency@atrium.test', null)
  await plant(admin, title)
  await admin.goto(`${at(null)}/admin/collections/pages?search=${encodeURIComponent(title)}`, {
    waitUntil: 'networkidle',
  })
  await expect(admin.locator('tbody tr')).toHaveCount(2)
  const drawer = admin.locator('.atrium-copy')
  // The list forgets what is selected while it still settles.
  await expect(async () => {
    await admin.locator('thead input[type=checkbox]').check()
    const button = admin.getByRole('button', { name: 'Copy 2 to another space…' })
    await button.click({ timeout: 3_000 })
    await expect(drawer.getByLabel('Space')).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await drawer.getByLabel('Space').selectOption({ label: 'Foundry Row' })
  await info.attach('drawer', { body: await admin.screenshot(), contentType: 'image/png' })
  await drawer.getByLabel('With pictures and files').uncheck()
  await drawer.getByRole('button', { name: 'See what will be copied' }).click()
  await expect(drawer.getByRole('status')).toContainText('Media are not copied along.')
  await drawer.getByRole('button', { name: 'Copy 2 pages' }).click()
  await expect(drawer.getByRole('status')).toContainText('Copied to')
})

test('somebody with one space is not offered it', async ({ signedIn }) => {
  const admin = await signedIn('owner@harbor.test', 'harbor')
  await admin.goto(`${at('harbor')}/admin/collections/pages`, { waitUntil: 'networkidle' })
  await admin.locator('tbody tr a').first().click()
  await admin.locator('.doc-controls__popup button').first().click()
  await expect(admin.locator('#action-duplicate')).toBeVisible()
  await expect(admin.getByRole('button', { name: /another space/ })).toHaveCount(0)
})
