import { expect, test } from 'vitest'

import { html } from '@/import/report/html'
import { kindOfReason, ReasonCounts } from '@/import/report/ReasonCounts'
import { shownText } from '@/import/report/shownText'

test('whatever is put into a page is text, at any depth', () => {
  const list = ['<b>', `"'&`].map((one) => html`<li title="${one}">${one}</li>`)
  const page = html`<ul>
      ${list}
    </ul>
    ${null}${undefined}${false}${0}`
  expect(page.text.replace(/\s*\n\s*/g, '')).toBe(
    '<ul><li title="&lt;b&gt;">&lt;b&gt;</li><li title="&quot;&#39;&amp;">&quot;&#39;&amp;</li></ul>0',
  )
})

test('what moves a cursor, turns a line around or is half a character is written out', () => {
  expect(shownText('a\u001b[2J\u202eb\ud800c\u0000')).toBe(
    'a\\u{001b}[2J\\u{202e}b\\u{d800}c\\u{0000}',
  )
  expect(shownText('Mühle & Söhne ␛ 🙂')).toBe('Mühle & Söhne ␛ 🙂')
})

test('reasons are counted without the values in them, and there is an end of their kinds', () => {
  expect(kindOfReason('no tenant of tenants has this value: {"$oid":"64b0"}')).toBe(
    'no tenant of tenants has this value: …',
  )
  expect(kindOfReason('“blue” is not in the table')).toBe('“…” is not in the table')
  const counts = new ReasonCounts()
  for (let index = 0; index < 5_000; index += 1)
    counts.add(`c${index % 3}`, `because of ${String.fromCodePoint(0x4e00 + index)}`)
  const list = counts.list()
  expect(list.length).toBeLessThan(510)
  expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(5_000)
})
