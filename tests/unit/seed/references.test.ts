import { expect, it } from 'vitest'

import { form, page, picture, referencesIn, resolveReferences } from '@/seed/content/references'
import { withIds } from '@/seed/withIds'

const content = {
  layout: [
    { image: picture('hall'), links: [{ page: page('/') }] },
    { form: form('contact'), note: null },
  ],
}

it('finds every reference, however deep', () => {
  expect(referencesIn(content)).toEqual([picture('hall'), page('/'), form('contact')])
})

it('puts ids where references were and leaves the rest as it is', () => {
  expect(resolveReferences(content, () => 'id')).toEqual({
    layout: [
      { image: 'id', links: [{ page: 'id' }] },
      { form: 'id', note: null },
    ],
  })
})

it('names the reference that leads nowhere', () => {
  const none = new Map<string, string>()
  const fill = withIds({ pictures: none, forms: none, pages: none })
  expect(() => fill(content)).toThrow('picture that it does not have: hall')
})
