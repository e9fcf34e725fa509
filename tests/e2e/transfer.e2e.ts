import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { at, expect, test } from './test'

const listOf = (collection: string, space = 'harbor') =>
  `${at(space)}/admin/collections/${collection}`

const choose = (page: Page, name: string, content: string) =>
  page.getByLabel('JSON or CSV file').setInputFiles({
    name,
    mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/json',
    buffer: Buffer.from(content),
  })

/** What axe finds in the panel; the list around it is Payload's. */
async function problemsIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('.atrium-import').analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

test('an editor looks at what a file of pages would do, and imports what is right', async ({
  signedIn,
  visitor,
}, info) => {
  const word = `imported-${Date.now()}`
  const editor = await signedIn('editor@harbor.test', 'harbor')
  await editor.goto(listOf('pages'), { waitUntil: 'networkidle' })
  await editor.getByRole('button', { name: 'Import a file' }).click()
  await choose(
    editor,
    'pages.json',
    JSON.stringify({
      pages: [
        { path: `/${word}`, title: { en: 'Imported', de: 'Importiert' }, status: 'published' },
        { path: `/${word}-2`, title: 'Not', layout: [{ blockType: 'script' }] },
        { path: `/${word}-3`, title: 'Nor', tenant: 'theirs' },
      ],
    }),
  )
  await expect(editor.getByText('1 new, 0 changed, 0 as before, 2 rejected')).toBeVisible()
  await expect(editor.getByRole('cell', { name: /There is no block “script”/ })).toBeVisible()
  expect(await problemsIn(editor)).toEqual([])
  await editor.screenshot({ path: info.outputPath('pages.png') })
  await editor.setViewportSize({ width: 390, height: 844 })
  await editor.locator('.atrium-import').scrollIntoViewIfNeeded()
  await editor.screenshot({ path: info.outputPath('pages-phone.png') })
  expect(
    await editor.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
  ).toBe(true)
  await editor.getByRole('button', { name: 'Import 1 and leave out the rejected' }).click()
  await expect(editor.getByText(/^Imported: 1 new/)).toBeVisible()

  const site = await visitor()
  expect((await site.goto(`${at('harbor')}/${word}`))?.status()).toBe(200)
  expect((await site.goto(`${at('harbor')}/de/importiert`))?.status()).toBe(200)
})

test('an editor saves the pages as files, and finds nothing changed in them', async ({
  signedIn,
}) => {
  const editor = await signedIn('editor@harbor.test', 'harbor')
  await editor.goto(listOf('pages'), { waitUntil: 'networkidle' })
  await editor.getByRole('button', { name: 'Import a file' }).click()
  for (const format of ['JSON', 'CSV']) {
    const saving = editor.waitForEvent('download')
    await editor.getByRole('link', { name: `Export as ${format}` }).click()
    const file = await saving
    expect(file.suggestedFilename()).toMatch(new RegExp(`^pages-.*\\.${format.toLowerCase()}$`))
    await editor.getByLabel('JSON or CSV file').setInputFiles(await file.path())
    await expect(
      editor.getByText(/This file has: 0 new, 0 changed, \d+ as before, 0 rejected/),
    ).toBeVisible()
    await expect(editor.getByRole('button', { name: /^Import \d/ })).toBeDisabled()
    await editor.getByLabel('JSON or CSV file').setInputFiles([])
  }
})

test('descriptions of pictures come from a table', async ({ signedIn }, info) => {
  const editor = await signedIn('editor@harbor.test', 'harbor')
  await editor.goto(listOf('media'), { waitUntil: 'networkidle' })
  await editor.getByRole('button', { name: 'Import a file' }).click()
  await choose(editor, 'media.csv', 'filename,alt\nnowhere.jpg,Nothing\n')
  await expect(editor.getByRole('cell', { name: /There is no such file here/ })).toBeVisible()
  expect(await problemsIn(editor)).toEqual([])
  await editor.screenshot({ path: info.outputPath('media.png') })
})

test('a viewer saves pages, and has nothing to import with; the trash has neither', async ({
  signedIn,
}) => {
  const viewer = await signedIn('viewer@atelier.test', 'atelier')
  await viewer.goto(listOf('pages', 'atelier'), { waitUntil: 'networkidle' })
  await expect(viewer.getByRole('link', { name: 'Export as JSON' })).toBeVisible()
  await expect(viewer.getByRole('button', { name: 'Import a file' })).toHaveCount(0)
  await viewer.goto(`${listOf('pages', 'atelier')}/trash`, { waitUntil: 'networkidle' })
  await expect(viewer.getByRole('link', { name: 'Export as JSON' })).toHaveCount(0)
})
