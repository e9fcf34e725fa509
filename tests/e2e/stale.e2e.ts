import { at, expect, test } from './test'

/** Where a lock does not help: two who had the page open before either of them wrote. */
test('what somebody else has changed meanwhile is not written over, and who is late is told', async ({
  signedIn,
}) => {
  const title = `Late ${Date.now().toString(36)}`
  const first = await signedIn('editor@harbor.test', 'harbor')
  const made = await first.evaluate(
    async (json) => {
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify(json)
      return (await fetch('/api/pages?draft=true', { method: 'POST', headers, body })).text()
    },
    { title, slug: title.toLowerCase().replace(' ', '-'), _status: 'draft' },
  )
  const id = /"id":"([0-9a-f-]{36})"/.exec(made)?.[1] ?? ''
  await first.goto(`${at('harbor')}/admin/collections/pages/${id}`, { waitUntil: 'networkidle' })
  await expect(first.locator('#field-title')).toHaveValue(title)

  const second = await signedIn('owner@harbor.test', 'harbor')
  const saved = await second.evaluate(
    async ([url, name]) => {
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify({ title: name })
      return (await fetch(String(url), { method: 'PATCH', headers, body })).status
    },
    [`/api/pages/${id}?draft=true`, `${title}, by the second`],
  )
  expect(saved).toBe(200)

  await first.locator('#field-title').fill(`${title}, by the first`)
  await expect(first.getByText(/Somebody else has changed this meanwhile/).first()).toBeVisible({
    timeout: 20_000,
  })
  await first.screenshot({ path: test.info().outputPath('late.png') })
  // It is still there to be copied, and the other text is what is kept.
  await expect(first.locator('#field-title')).toHaveValue(`${title}, by the first`)
  const stored = await second.evaluate(
    async (url) => (await fetch(url)).text(),
    `/api/pages/${id}?draft=true&depth=0`,
  )
  expect(stored).toContain(`${title}, by the second`)
  expect(stored).not.toContain('by the first')
})
