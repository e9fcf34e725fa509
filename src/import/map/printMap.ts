import { Document, isMap, isScalar, visit } from 'yaml'

import { type Recognised, type RecognisedDatabase } from './Recognised'

const WIDTH = 100

/** The map to start from, with what was recognised and why as comments. Reading it back gives the same map. */
export function printMap({ databases, map }: Recognised): string {
  // Written out each time: an alias is short, and nobody may change one of them alone.
  const document = new Document(map, { aliasDuplicateObjects: false })
  document.commentBefore = databases.map(introduction).join('\n \n')
  const reasons = new Map(
    databases
      .flatMap(({ collections, unknown }) => [...collections, ...unknown])
      .map(({ key, why }) => [key, why]),
  )
  visit(document, {
    Pair(_, pair, ancestors) {
      const why =
        ancestors.length === 4 && isScalar(pair.key) && reasons.get(String(pair.key.value))
      if (why && isScalar(pair.key)) pair.key.commentBefore = comment(why)
    },
    Map(_, node, ancestors) {
      // A rule is a line: { from: first_name, to: firstName, as: text }
      const isRule = ancestors.length > 5
      node.flow = isRule && node.items.every(({ value }) => !isMap(value))
    },
  })
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true })
}

const introduction = ({
  database,
  shape,
  evidence,
  collections,
  unknown,
}: RecognisedDatabase): string =>
  [
    `The database ${database} is ${shape}:`,
    ...evidence.map((words) => `- ${words}`),
    `Mapped: ${listed(collections)}. Kept as documents: ${listed(unknown)}.`,
    'What no rule maps is kept. docs/importing-map.md describes the rules.',
  ]
    .map(comment)
    .join('\n')

const listed = (collections: RecognisedDatabase['collections']): string =>
  collections.length === 0 ? 'none' : collections.map(({ key }) => key).join(', ')

/** One line, whatever names the source has: a name with a line break in it must not end a comment. */
const comment = (words: string): string =>
  ` ${words.replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, ' ').toWellFormed()}`
