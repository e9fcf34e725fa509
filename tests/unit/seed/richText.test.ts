import { describe, expect, it } from 'vitest'

import { page, referencesIn } from '@/seed/content/references'
import { richText } from '@/seed/content/richText'

const kinds = (source: string) => richText(source).root.children.map(({ type, tag }) => tag ?? type)

describe('richText', () => {
  it('tells headings, paragraphs, lists and quotations apart', () => {
    const source = `
      ## What you get

      First line
      and its second.

      - one
      - two

      1. first

      > said somebody

      ### Smaller
    `
    expect(kinds(source)).toEqual(['h2', 'paragraph', 'ul', 'ol', 'quote', 'h3'])
  })

  it('joins the lines of a paragraph', () => {
    expect(JSON.stringify(richText('one\n  two'))).toContain('"one two"')
  })

  it('makes bold and italic text out of stars', () => {
    const [paragraph] = richText('a **b** *c*').root.children
    expect(paragraph?.children).toMatchObject([
      { text: 'a ', format: 0 },
      { text: 'b', format: 1 },
      { text: ' ', format: 0 },
      { text: 'c', format: 2 },
    ])
  })

  it('refers to a page by its path, and to everything else by its address', () => {
    const text = richText('[in](/spaces/hall) and [out](mailto:a@example.test)')
    expect(referencesIn(text)).toEqual([page('/spaces/hall')])
    expect(JSON.stringify(text)).toContain('"linkType":"custom","url":"mailto:a@example.test"')
  })

  it('numbers the entries of a list', () => {
    const [list] = richText('- a\n- b').root.children
    expect(list?.children).toMatchObject([{ value: 1 }, { value: 2 }])
  })
})
