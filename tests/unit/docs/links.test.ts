import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { projectRoot } from '../../../scripts/support/projectPaths'

const documents = [
  'README.md',
  ...readdirSync(path.join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
]

const read = (document: string) => readFileSync(path.join(projectRoot, document), 'utf8')

/** `#adding-a-block`, as Markdown viewers make it of a heading. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replaceAll('`', '')
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-')}`,
  )

/** Links of a document that lead nowhere. */
function brokenLinks(document: string): string[] {
  return [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^https?:/.test(link)) return []
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? document : path.join(path.dirname(document), file)
    if (!existsSync(path.join(projectRoot, target))) return [link]
    return anchor === undefined || anchorsOf(read(target)).includes(`#${anchor}`) ? [] : [link]
  })
}

/** What the worked example of docs/adding-a-collection.md makes. */
const EXAMPLE = 'src/collections/Events.ts'

/** Files of the project that a document names in backticks, and that are not there. */
function missingFiles(document: string): string[] {
  const named = [...read(document).matchAll(/`((?:src|scripts|tests|docker)\/[\w./()[\]-]+)`/g)]
  return named.flatMap(([, file = '']) =>
    file === EXAMPLE || existsSync(path.join(projectRoot, file)) ? [] : [file],
  )
}

describe('documents', () => {
  test.each(documents)('%s links to what exists', (document) => {
    expect(brokenLinks(document)).toEqual([])
  })

  test.each(documents)('%s names files that exist', (document) => {
    expect(missingFiles(document)).toEqual([])
  })

  test('README.md stays short', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(151)
  })

  test('commands that documents name are scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name),
    )
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([])
  })
})
