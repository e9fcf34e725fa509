import { expect, test } from 'vitest'

import { highlight, MARK, piecesOf } from '@/search/highlight'

const headline = `1 < 2 & ${MARK.start}"kayak"${MARK.stop}${MARK.gap}<img onerror='x'>`

test('a headline becomes HTML with no markup but the marks', () => {
  expect(highlight(headline)).toBe(
    '1 &lt; 2 &amp; <mark>&quot;kayak&quot;</mark> … &lt;img onerror=&#39;x&#39;&gt;',
  )
})

test('a headline comes apart into what was found and what is around it', () => {
  expect(piecesOf(headline)).toEqual([
    { text: '1 < 2 & ', found: false },
    { text: '"kayak"', found: true },
    { text: " … <img onerror='x'>", found: false },
  ])
})
