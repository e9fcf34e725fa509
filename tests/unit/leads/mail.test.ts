import { describe, expect, test } from 'vitest'

import { fillTemplate, oneLine } from '@/leads/mail/fillTemplate'
import { plainToHtml } from '@/leads/mail/plainToHtml'
import { readAddresses } from '@/leads/mail/readAddresses'
import { withoutAddresses } from '@/leads/deliveries/describeOutcome'

const answers = [
  { field: 'name', label: 'Your name', value: 'Wen {{email}}' },
  { field: 'email', label: 'E-mail', value: 'wen@example.test' },
]

describe('a template', () => {
  test('gets the answers, and what is in an answer stays as it is', () => {
    expect(fillTemplate('Hello {{ name }}, {{email}}{{none}}!', answers)).toBe(
      'Hello Wen {{email}}, wen@example.test!',
    )
  })

  test('lists all answers', () => {
    expect(fillTemplate('{{*}}', answers)).toBe(
      'Your name: Wen {{email}}\nE-mail: wen@example.test',
    )
  })

  test.each([
    ['a\r\nBcc: all@example.test', 'a Bcc: all@example.test'],
    ['a\nb', 'a b'],
    ['a\u2028b\u0000c', 'a b c'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('a subject is one line', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })

  test('as HTML has no markup of a visitor', () => {
    const html = plainToHtml('Hello <img src=x onerror="alert(1)">\n& goodbye\n\nSecond')
    expect(html).not.toContain('<img')
    expect(html).toContain('&#60;img')
    expect(html).toContain('<br>')
  })
})

describe('addresses', () => {
  test.each([
    ['desk@example.test', ['desk@example.test']],
    ['Desk <desk@example.test>; two@example.test', ['desk@example.test', 'two@example.test']],
  ])('%s', (text, addresses) => {
    expect(readAddresses(text)).toEqual(addresses)
  })

  test.each(['', '{{email}}', 'desk', 'a@example.test\r\nBcc: b@example.test', 'a@b@c.test'])(
    '“%s” is none',
    (text) => {
      expect(readAddresses(text)).toBeUndefined()
    },
  )

  test('of people are not kept in an outcome', () => {
    expect(withoutAddresses('550 5.1.1 <wen@example.test>:  unknown')).toBe(
      '550 5.1.1 <…>: unknown',
    )
  })
})
