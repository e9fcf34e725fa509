import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { simpleParser } from 'mailparser'

import { at, expect, signIn, test } from './test'

const outbox = path.resolve('.tmp/e2e/outbox')

/** The link of the newest mail to an address. Mail is kept in files when there is no server for it. */
async function mailedLink(address: string): Promise<string> {
  const files = (await readdir(outbox)).sort().reverse()
  for (const file of files) {
    const mail = await simpleParser(await readFile(path.join(outbox, file)))
    const to = Array.isArray(mail.to) ? mail.to : [mail.to]
    if (!to.some((one) => one?.text.includes(address))) continue
    const link = /href="([^"]+)"/.exec(mail.html || '')?.[1]
    if (link) return link
  }
  throw new Error(`No mail to ${address}`)
}

test('an owner invites a person, who sets a password by the mailed link, once, and signs in', async ({
  signedIn,
  visitor,
}) => {
  const address = `new.${Date.now()}@example.test`
  const password = 'a-password-of-their-own'
  const owner = await signedIn('owner@atelier.test', 'atelier')
  await owner.goto(`${at('atelier')}/admin/collections/users?invite=1`, {
    waitUntil: 'networkidle',
  })
  await owner.getByLabel('E-mail').first().fill(address)
  await owner.getByLabel('Role').first().selectOption('editor')
  await owner.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(owner.getByText(`An invitation was sent to ${address}.`)).toBeVisible()

  const link = await mailedLink(address)
  expect(link.startsWith(`${at('atelier')}/admin/reset/`)).toBe(true)
  const person = await visitor()
  await person.goto(link, { waitUntil: 'networkidle' })
  await person.locator('#field-password').fill(password)
  await person.locator('#field-confirm-password').fill(password)
  await person.getByRole('button', { name: 'Reset Password' }).click()
  await person.waitForURL((url) => !url.pathname.includes('/reset/'))

  const later = await visitor()
  await signIn(later, at('atelier'), address, password)
  await later.goto(`${at('atelier')}/admin/collections/pages`)
  await expect(later.locator('tbody tr').first()).toBeVisible()

  const second = await visitor()
  await second.goto(link, { waitUntil: 'networkidle' })
  await second.locator('#field-password').fill('somebody-elses-password')
  await second.locator('#field-confirm-password').fill('somebody-elses-password')
  await second.getByRole('button', { name: 'Reset Password' }).click()
  await expect(second.getByText(/invalid|expired|not allowed/i).first()).toBeVisible()
})
