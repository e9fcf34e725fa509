import { expect, test } from 'vitest'

import { chooseWords } from '@/search/related/strongestWords'

const word = (name: string, expected: number, score = 1) => ({ word: name, score, expected })

test('the strongest words, of which sixteen are enough', () => {
  const words = Array.from({ length: 40 }, (_, n) => word(`w${n}`, 10))
  expect(chooseWords(words)).toEqual(words.slice(0, 16).map((one) => one.word))
})

test('a word that is on more pages than are ranked is left out, and those after it are not', () => {
  expect(chooseWords([word('common', 50_000), word('rare', 200), word('also', 300)])).toEqual([
    'rare',
    'also',
  ])
})

test('where all words are common there is the rarest one', () => {
  expect(chooseWords([word('common', 60_000), word('other', 50_000)])).toEqual(['other'])
})

test('of no words there are none', () => {
  expect(chooseWords([])).toEqual([])
})
