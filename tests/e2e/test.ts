import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test'

import { demoAccounts } from '../../src/seed/demoAccounts'

const port = Number(process.env.E2E_PORT ?? 3219)

/** The address of a space's site, or of the platform. */
export const at = (space: string | null): string =>
  space === null ? `http://localhost:${port}` : `http://${space}.localhost:${port}`

interface Actors {
  /** A browser of its own in which somebody is signed in. */
  signedIn: (email: string, space: string | null) => Promise<Page>
  /** A browser of its own of somebody unknown. */
  visitor: (options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
}

/** What the browser reports as an error fails the test; what a test provokes on purpose it names. */
function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    // The answer to a refused request is the test's business, not a fault of the page.
    if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()))
      return
    faults.push(`${page.url()}: ${message.text()}`)
  })
}

export const test = base.extend<Actors & { faults: string[]; contexts: BrowserContext[] }>({
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'errors in the browser').toEqual([])
  },
  contexts: async ({}, use) => {
    const contexts: BrowserContext[] = []
    await use(contexts)
    for (const context of contexts) await context.close()
  },
  visitor: async ({ browser, contexts, faults }, use) => {
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      const page = await context.newPage()
      watch(page, faults)
      return page
    })
  },
  signedIn: async ({ visitor }, use) => {
    await use(async (email, space) => {
      const page = await visitor()
      const account = demoAccounts.find(
        (one) => one.email === email && (one.tenant ?? space) === space,
      )
      if (!account) throw new Error(`The demo has no ${email} in ${space ?? 'the platform'}`)
      await signIn(page, at(space), email, account.password)
      return page
    })
  },
})

/** Signs in through the form. What is typed before React has taken the form over is lost: then it is typed again. */
export async function signIn(
  page: Page,
  origin: string,
  email: string,
  password: string,
): Promise<void> {
  await page.goto(`${origin}/admin/login`, { waitUntil: 'networkidle' })
  await expect(async () => {
    await page.locator('#field-email').fill(email)
    await page.locator('#field-password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => !url.pathname.includes('/login'), { timeout: 10_000 })
  }).toPass({ timeout: 60_000 })
}

export { expect }
