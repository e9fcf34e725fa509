import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { pdf } from '../support/sampleFiles'
import { sendUntil } from './sendUntil'
import { at, expect, test } from './test'

const sheetIn = (page: Page) => page.locator('form.form')

async function fillIn(page: Page, name: string): Promise<void> {
  const sheet = sheetIn(page)
  await sheet.getByLabel('Name').fill(name)
  await sheet.getByLabel('E-mail').fill('juno@example.test')
  await sheet.getByLabel('Which workshop?').selectOption({ label: 'Wood' })
  await sheet.getByLabel('How much of it?').selectOption({ label: 'Evenings' })
  await sheet.getByLabel('What are you making?').fill('A boat, in parts.')
}

const sendButton = (page: Page) => sheetIn(page).getByRole('button', { name: 'Ask for a bench' })

const sendUntilDone = (page: Page, choose: () => Promise<void>) =>
  sendUntil(sendButton(page), page.locator('.form__done'), choose)

test('a visitor sends a PDF, an editor saves it, and a neighbour does not', async ({
  signedIn,
  visitor,
}) => {
  const name = `Juno ${Date.now()}`
  const file = { name: 'Boat, lines.pdf', mimeType: 'application/pdf', buffer: pdf(name) }
  const page = { ...file, name: 'page.pdf', buffer: Buffer.from('<html><script>1</script>') }

  const guest = await visitor()
  await guest.goto(`${at('foundry')}/membership`, { waitUntil: 'networkidle' })
  await fillIn(guest, name)
  const input = guest.getByLabel('Pictures or drawings of it')
  await expect(guest.getByText('Up to 3 files: pictures')).toBeVisible()
  const problem = () => input.evaluate((one: HTMLInputElement) => one.validationMessage)
  await input.setInputFiles({ ...file, name: 'boat.exe', mimeType: 'application/x-msdownload' })
  expect(await problem()).toContain('“boat.exe” cannot be taken.')
  await input.setInputFiles([file, file, file, file])
  expect(await problem()).toBe('Choose up to 3 files; these are 4.')
  await input.setInputFiles({ ...file, buffer: Buffer.alloc(5_242_881) })
  expect(await problem()).toContain('too large: up to 5 MB')
  await input.setInputFiles([file, page])
  expect(await problem()).toBe('')
  // The browser takes its word for it; the server looks inside, and everything stays as it was.
  await sendUntil(
    sendButton(guest),
    guest.locator('.field__error', { hasText: '“page.pdf” cannot be taken.' }),
  )
  await expect(sheetIn(guest).getByLabel('What are you making?')).toHaveValue('A boat, in parts.')
  expect(await input.evaluate((one: HTMLInputElement) => one.files?.length)).toBe(2)
  await input.setInputFiles(file)
  await sendUntilDone(guest, () => Promise.resolve())

  const editor = await signedIn('editor@foundry.test', 'foundry')
  await editor.goto(`${at('foundry')}/admin/collections/form-submissions`)
  await editor.waitForURL(/status/)
  const row = editor.locator('.table tbody tr').filter({ hasText: name })
  await row.getByRole('link').first().click()
  await editor.waitForURL(/form-submissions\/[0-9a-f-]{36}/)
  const link = editor.getByRole('link', { name: 'Boat, lines.pdf' })
  const download = editor.waitForEvent('download')
  await link.click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('Boat, lines.pdf')
  expect(await readFile(await saved.path())).toEqual(file.buffer)

  const path = (await link.getAttribute('href')) ?? ''
  expect(path).toMatch(/^\/api\/lead-files\/file\//)
  const statusFor = (who: Page) => who.evaluate(async (url) => (await fetch(url)).status, path)
  expect(await statusFor(editor)).toBe(200)
  expect(await statusFor(await signedIn('editor@harbor.test', 'harbor'))).toBe(404)
  expect(await statusFor(await signedIn('viewer@foundry.test', 'foundry'))).toBe(403)
  expect(await statusFor(guest), 'who sent it').toBe(403)
})

test('without a script files are sent as well, and asked for again when something is wrong', async ({
  visitor,
}) => {
  const file = { name: 'Boat.pdf', mimeType: 'application/pdf', buffer: pdf() }
  const guest = await visitor({ javaScriptEnabled: false })
  await guest.goto(`${at('foundry')}/membership`)
  await fillIn(guest, 'Juno')
  const input = () => guest.getByLabel('Pictures or drawings of it')
  await input().setInputFiles({ ...file, buffer: Buffer.from('<html>') })
  await sendUntil(
    sendButton(guest),
    guest.getByText('Please choose again: browsers do not keep files.'),
  )
  await expect(sheetIn(guest).getByLabel('What are you making?')).toHaveValue('A boat, in parts.')
  await sendUntilDone(guest, () => input().setInputFiles(file))
})

test('a form that asks for a puzzle sends its files once it is solved', async ({
  signedIn,
  visitor,
}) => {
  const owner = await signedIn('owner@foundry.test', 'foundry')
  const ask = (captcha: boolean) =>
    owner.evaluate(async (captcha) => {
      const found = await fetch('/api/forms?where[title][equals]=Bench membership')
      const { docs } = await found.json()
      const answer = await fetch(`/api/forms/${docs[0].id}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ captcha }),
      })
      return answer.status
    }, captcha)
  expect(await ask(true)).toBe(200)
  const guest = await visitor()
  await guest.goto(`${at('foundry')}/membership`, { waitUntil: 'networkidle' })
  await fillIn(guest, 'Juno')
  await guest
    .getByLabel('Pictures or drawings of it')
    .setInputFiles({ name: 'Boat.pdf', mimeType: 'application/pdf', buffer: pdf() })
  const asked = guest.waitForResponse(/\/api\/forms\/[^/]+\/challenge$/)
  await sendUntilDone(guest, () => Promise.resolve())
  expect((await asked).status(), 'a form without a solution is refused').toBe(200)
  expect(await ask(false)).toBe(200)
})
