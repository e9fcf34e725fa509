import { describe, expect, it } from 'vitest'

import { describeAnswers } from '@/admin/leads/describeAnswers'

const fields = [
  { blockType: 'text', name: 'name', label: 'Your name' },
  { blockType: 'message', message: {} },
  { blockType: 'email', name: 'email', label: 'E-mail' },
  {
    blockType: 'select',
    name: 'plan',
    label: 'Plan',
    options: [{ value: 'fix', label: 'Fixed desk' }],
  },
  { blockType: 'checkbox', name: 'newsletter', label: 'Newsletter' },
  { blockType: 'country', name: 'country', label: 'Country' },
  { blockType: 'date', name: 'start', label: 'Start' },
]

const answer = (field: string, value: string) => {
  const [found] = describeAnswers([{ field, value }], fields)
  return found
}

describe('describeAnswers', () => {
  it('speaks the form’s words, in the form’s order', () => {
    const answers = describeAnswers(
      [
        { field: 'plan', value: 'fix' },
        { field: 'name', value: 'Joana' },
      ],
      fields,
    )
    expect(answers.map(({ label, value }) => [label, value])).toEqual([
      ['Your name', 'Joana'],
      ['Plan', 'Fixed desk'],
    ])
  })

  it.each([
    ['newsletter', 'on', 'Yes'],
    ['country', 'PT', 'Portugal'],
    ['country', 'nowhere', 'nowhere'],
    ['start', '2027-01-04', expect.stringMatching(/^Monday,? 4 January 2027$/)],
    ['start', 'soon', 'soon'],
    ['plan', 'withdrawn', 'withdrawn'],
  ])('shows %s %s as %s', (field, value, shown) => {
    expect(answer(field, value)?.value).toEqual(shown)
  })

  it('leads on to a mail and a call, and to nothing else', () => {
    expect(answer('email', 'joana@example.test')?.href).toBe('mailto:joana@example.test')
    expect(answer('phone', '+351 912 345 678')?.href).toBe('tel:+351912345678')
    expect(answer('phone', 'javascript:alert(1)')?.href).toBeNull()
    expect(answer('name', 'https://example.test')?.href).toBeNull()
    expect(answer('email', 'x@y?body=<script> @z')?.href).toBeNull()
  })

  it('keeps answers to questions that the form no longer asks, at the end', () => {
    const answers = describeAnswers(
      [
        { field: 'teamSize', value: '4' },
        { field: 'name', value: 'Joana' },
      ],
      fields,
    )
    expect(answers.map(({ label }) => label)).toEqual(['Your name', 'Team size'])
  })

  it.each([[undefined], [null], ['text'], [[{ name: 'no kind' }]]])(
    'shows answers as they are when the form is %j',
    (form) => {
      expect(describeAnswers([{ field: 'plan', value: 'fix' }], form)).toEqual([
        { name: 'plan', label: 'Plan', value: 'fix', href: null },
      ])
    },
  )
})
