import { readFile } from 'node:fs/promises'

import { sendUntil } from './sendUntil'
import { at, expect, test } from './test'

const PHONE = { viewport: { width: 390, height: 844 } }

test('a lead arrives, is told by mail, assigned, noted and exported', async ({
  signedIn,
  visitor,
}) => {
  const name = `Ottilie ${Date.now()}`
  const emails = [{ emailTo: 'desk@harbor.test', subject: 'Asks for a desk: {{name}}' }]
  const owner = await signedIn('owner@harbor.test', 'harbor')
  // In the page: Node does not know the names that end in .localhost.
  const saved = await owner.evaluate(async (emails) => {
    const found = await fetch('/api/forms?where[title][equals]=Membership')
    const { docs } = await found.json()
    const answer = await fetch(`/api/forms/${docs[0].id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ emails }),
    })
    return answer.status
  }, emails)
  expect(saved).toBe(200)

  const guest = await visitor(PHONE)
  await guest.goto(`${at('harbor')}/memberships`, { waitUntil: 'networkidle' })
  const sheet = guest.locator('form.form')
  await expect(sheet.getByText('Step 1 of 2')).toBeVisible()
  await expect(sheet.getByLabel('What are you after?')).toBeHidden()
  await sheet.getByRole('button', { name: 'Continue' }).click()
  await expect(sheet.getByText('Step 2 of 2'), 'a name is asked for first').toBeHidden()
  await sheet.getByLabel('Your name').fill(name)
  await sheet.getByLabel('E-mail').fill('ottilie@example.test')
  await sheet.getByRole('button', { name: 'Continue' }).click()
  await expect(sheet.getByText('Step 2 of 2')).toBeVisible()
  await expect(sheet.getByLabel('How many of you?')).toBeHidden()
  await sheet.getByLabel('What are you after?').selectOption({ label: 'A studio with a door' })
  await expect(sheet.getByLabel('How many of you?')).toBeVisible()
  await sheet.getByLabel('How many of you?').fill('4')
  await sheet.getByRole('button', { name: 'Back' }).click()
  await expect(sheet.getByLabel('Your name')).toHaveValue(name)
  await sheet.getByRole('button', { name: 'Continue' }).click()
  await sendUntil(
    sheet.getByRole('button', { name: 'Ask for a desk' }),
    guest.locator('.form__done'),
  )

  await owner.goto(`${at('harbor')}/admin/collections/form-submissions`)
  await owner.waitForURL(/status/)
  const row = owner.locator('.table tbody tr').filter({ hasText: name })
  await expect(row).toContainText('New')
  await expect(owner.getByRole('link', { name: /^Membership, all: \d+$/ })).toBeVisible()
  await row.getByRole('link').first().click()
  await owner.waitForURL(/form-submissions\/[0-9a-f-]{36}/)
  const deliveries = owner.getByRole('region', { name: 'Sent because of it' })
  await expect(async () => {
    await owner.reload()
    await expect(deliveries).toContainText('Notification: Sent', { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await expect(deliveries).toContainText('desk@harbor.test')

  await owner.locator('#field-assignee .rs__control').click()
  await owner.locator('#field-assignee .rs__option').first().click()
  await owner.getByRole('button', { name: 'Add Note' }).click()
  await owner.locator('#field-notes textarea').first().fill('Called, and she comes on Friday.')
  await owner.locator('#action-save').click()
  await expect(owner.getByText('Updated successfully')).toBeVisible()
  await owner.reload()
  await expect(owner.locator('#field-notes textarea').first()).toBeDisabled()

  await owner.goto(`${at('harbor')}/admin/collections/form-submissions`)
  await owner.waitForURL(/status/)
  const download = owner.waitForEvent('download')
  await owner.getByRole('link', { name: 'Export as CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toContain(name)
  expect(csv).toContain('she comes on Friday')
  expect(csv, 'closed leads are not among the open ones').not.toContain('Corinne Mbeki')
})

test('what was chosen is still chosen when something is wrong', async ({ visitor }) => {
  const guest = await visitor(PHONE)
  await guest.goto(`${at('harbor')}/contact`, { waitUntil: 'networkidle' })
  const sheet = guest.locator('form.form')
  await sheet.getByLabel('Your name').fill('Ada')
  // An address for a browser, and none for us.
  await sheet.getByLabel('E-mail').fill('ada@nowhere')
  await sheet.getByLabel('What’s it about?').selectOption({ index: 2 })
  const chosen = await sheet.getByLabel('What’s it about?').inputValue()
  await sheet.getByLabel('Message').fill('Hello')
  await sheet.getByRole('button', { name: 'Send' }).click()
  await expect(sheet.getByRole('alert')).toBeVisible()
  await expect(sheet.getByLabel('What’s it about?')).toHaveValue(chosen)
  await expect(sheet.getByLabel('Message')).toHaveValue('Hello')
})
