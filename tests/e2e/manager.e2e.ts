import { sendUntil } from './sendUntil'
import { at, expect, test } from './test'

test('a manager writes a page of blocks with a picture and a form, publishes it, and finds the lead that it brings', async ({
  signedIn,
  visitor,
}) => {
  const title = `Open house ${Date.now()}`
  const path = `/${title.toLowerCase().replaceAll(' ', '-')}`
  const admin = await signedIn('owner@harbor.test', 'harbor')

  await admin.goto(`${at('harbor')}/admin/collections/pages/create`, { waitUntil: 'networkidle' })
  await admin.locator('#field-title').fill(title)

  await admin.getByRole('button', { name: 'Add Block' }).click()
  await admin.locator('.blocks-drawer__block').filter({ hasText: 'Hero' }).first().click()
  await admin.locator('#field-layout__0__heading').fill('Come and see the water')
  await admin
    .locator('#layout-row-0')
    .getByRole('button', { name: 'Choose from existing' })
    .first()
    .click()
  await admin
    .locator('.list-drawer .collection-list__tables tbody tr')
    .first()
    .locator('button')
    .first()
    .click()

  await admin.getByRole('button', { name: 'Add Block' }).click()
  await admin.locator('.blocks-drawer__block').filter({ hasText: 'Form' }).last().click()
  await admin.locator('#field-layout__1__form').getByRole('combobox').click()
  await admin.locator('.rs__option').first().click()

  await admin
    .getByRole('button', { name: /Publish/ })
    .first()
    .click()
  await expect(admin.getByText(/successfully/i).first()).toBeVisible()

  const site = await visitor()
  const answer = await site.goto(at('harbor') + path)
  expect(answer?.status()).toBe(200)
  await expect(site.getByRole('heading', { level: 1 })).toHaveText('Come and see the water')
  await expect(site.locator('main img').first()).toBeVisible()

  // The neighbour has no such page.
  expect((await site.goto(at('foundry') + path))?.status()).toBe(404)
})

test('a visitor without scripts is told what is missing, keeps what was typed, and the manager finds the lead', async ({
  signedIn,
  visitor,
}) => {
  const name = `Ines ${Date.now()}`
  const site = await visitor({ javaScriptEnabled: false })
  await site.goto(`${at('harbor')}/contact`)
  // Browsers check forms themselves; here the server's word is wanted.
  await site.locator('form').evaluate((form) => form.setAttribute('novalidate', ''))
  await site.getByLabel('Your name').fill(name)
  await site.getByLabel('E-mail').fill('not an address')
  await site.getByRole('button', { name: 'Send' }).click()
  await expect(site.getByRole('alert')).toBeVisible()
  await expect(site.getByLabel('Your name')).toHaveValue(name)
  await expect(site.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')

  await site.getByLabel('E-mail').fill('ines@example.test')
  await site.getByLabel('What’s it about?').selectOption({ index: 1 })
  await site.getByLabel('Message').fill('May I bring my dog?')
  await sendUntil(site.getByRole('button', { name: 'Send' }), site.getByRole('status'))

  const admin = await signedIn('owner@harbor.test', 'harbor')
  await admin.goto(`${at('harbor')}/admin`)
  await expect(admin.getByText(name).first()).toBeVisible()
  await admin.goto(`${at('harbor')}/admin/collections/form-submissions`)
  await admin.getByRole('link', { name: new RegExp(name) }).click()
  await expect(admin.getByText('May I bring my dog?').first()).toBeVisible()

  const neighbour = await signedIn('owner@foundry.test', 'foundry')
  await neighbour.goto(`${at('foundry')}/admin/collections/form-submissions?limit=100`)
  await expect(neighbour.getByRole('heading', { name: 'Leads' }).first()).toBeVisible()
  await expect(neighbour.getByText(name)).toHaveCount(0)
})

test('someone with one space never meets the word tenant', async ({ signedIn }) => {
  const admin = await signedIn('editor@harbor.test', 'harbor')
  for (const path of [
    '/admin',
    '/admin/collections/pages',
    '/admin/collections/media',
    '/admin/account',
  ]) {
    await admin.goto(at('harbor') + path, { waitUntil: 'networkidle' })
    await expect(admin.locator('body')).not.toContainText(/tenant/i)
  }
})

test('the neighbour’s document is not there, by its very address', async ({ signedIn }) => {
  const owner = await signedIn('owner@harbor.test', 'harbor')
  await owner.goto(`${at('harbor')}/admin/collections/pages`)
  const href = await owner.locator('tbody tr a').first().getAttribute('href')
  expect(href).toMatch(/\/admin\/collections\/pages\/[0-9a-f-]{36}/)
  const neighbour = await signedIn('owner@foundry.test', 'foundry')
  await neighbour.goto(at('foundry') + href)
  await expect(neighbour.getByText(/could not be found/i).first()).toBeVisible()
})

test('an author saves a draft and cannot publish it', async ({ signedIn, visitor }) => {
  const title = `Draft ${Date.now()}`
  const author = await signedIn('author@foundry.test', 'foundry')
  await author.goto(`${at('foundry')}/admin/collections/pages/create`, { waitUntil: 'networkidle' })
  await author.locator('#field-title').fill(title)
  await expect(author.getByText(/Last Modified/i)).toBeVisible()
  await expect(author.getByRole('button', { name: /^Publish/ })).toHaveCount(0)
  const site = await visitor()
  expect(
    (await site.goto(`${at('foundry')}/${title.toLowerCase().replace(' ', '-')}`))?.status(),
  ).toBe(404)
})

test('a viewer reads and finds nothing to change', async ({ signedIn }) => {
  const viewer = await signedIn('viewer@atelier.test', 'atelier')
  await viewer.goto(`${at('atelier')}/admin/collections/pages`)
  await expect(viewer.locator('tbody tr').first()).toBeVisible()
  await expect(viewer.getByRole('link', { name: 'Create New' })).toHaveCount(0)
  await viewer.locator('tbody tr a').first().click()
  await expect(viewer.locator('#field-title')).toBeDisabled()
})

test('an agency chooses between its spaces at the platform’s address', async ({ signedIn }) => {
  const agency = await signedIn('agency@atrium.test', null)
  await agency.goto(`${at(null)}/admin/collections/pages?limit=100`, { waitUntil: 'networkidle' })
  await expect(agency.locator('.tenant-selector')).toBeVisible()
  await expect(agency.locator('tbody')).not.toContainText('Verhaegen')
})

test('the preview shows the draft on the space’s own host, and to nobody without the link', async ({
  signedIn,
  visitor,
}) => {
  const heading = `Not yet ${Date.now()}`
  const editor = await signedIn('editor@harbor.test', 'harbor')
  await editor.goto(`${at('harbor')}/admin/collections/pages?limit=100`)
  await editor.getByRole('link', { name: 'About', exact: true }).first().click()
  await editor.locator('#field-title').fill(heading)
  await expect(editor.getByText('Changed').or(editor.getByText('Draft')).first()).toBeVisible()
  const href = await editor.locator('#preview-button').getAttribute('href')
  const holder = await visitor()
  await holder.goto(new URL(href ?? '', at('harbor')).href)
  await expect(holder.getByText('Preview of a draft')).toBeVisible()
  const elsewhere = new URL(href ?? '', at('harbor')).href.replace('harbor.', 'foundry.')
  expect((await holder.goto(elsewhere))?.status()).toBe(404)
})
