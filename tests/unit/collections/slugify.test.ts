import { expect, test } from 'vitest'

import { slugify } from '@/collections/fields/slugField'

test.each([
  ['About us', 'about-us'],
  ['  Über uns & Straße! ', 'uber-uns-strasse'],
  ['Crème brûlée', 'creme-brulee'],
  ['---', ''],
  ['日本語', ''],
  [`${'x'.repeat(79)} y`, 'x'.repeat(79)],
])('“%s” becomes “%s”', (title, slug) => expect(slugify(title)).toBe(slug))
