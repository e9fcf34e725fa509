import { describe, expect, it } from 'vitest'

import { describeBlock } from '@/admin/blocks/describeBlock'

const richText = (text: string) => ({
  root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
})

describe('describeBlock', () => {
  it.each([
    ['its heading', { eyebrow: 'New', heading: ' Desks on the water ' }, 'Desks on the water'],
    ['its caption', { image: 'id', caption: 'The quay' }, 'The quay'],
    ['its first voice', { quotes: [{ quote: 'A calm place.', name: 'Ada' }] }, 'A calm place.'],
    [
      'its first words',
      { variant: 'aside', content: richText('We open at nine.') },
      'We open at nine.',
    ],
    ['nothing', { variant: 'aside' }, ''],
    ['nothing', undefined, ''],
  ])('recognises a block by %s', (_by, data, text) => {
    expect(describeBlock(data)).toBe(text)
  })

  it('does not take a setting for words', () => {
    expect(describeBlock({ variant: 'statement', size: 'wide' })).toBe('')
  })
})
