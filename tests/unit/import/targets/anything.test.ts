import fc from 'fast-check'
import { expect, test } from 'vitest'

import { clean } from '@/import/targets/plainValue'
import { type PlainValue, type PlainValues, Refusal, type Prepared } from '@/import/targets/Target'
import { truthOf } from '@/import/targets/truthOf'

import { importContext, ROW, TENANT } from '../../../support/importContext'
import { setEnvironment } from '../../setEnvironment'

setEnvironment()
const { rowTargets: targets } = await import('@/import/targets')
const { pageVersions } = await import('@/import/targets/pageVersions')

const ID = '64b000000000000000000001'
const ROWS = { [`media:${ID}`]: TENANT, [`pages:${ID}`]: TENANT, [`forms:${ID}`]: TENANT }

/** Names that targets know, and that JavaScript does. */
const NAMES = (
  'name title slug domains plan status branding settings featureToggles defaultLocale locales email firstName lastName profile isActive ' +
  'lastLogin role roles tenants avatar salt hash importedHash filename alt caption mimeType filesize width focalX url sizes layout blocks ' +
  'content hero meta parent publishedAt _status published fields submitButtonLabel confirmationMessage emails redirect form submissionData ' +
  'assignee locale notes from to type createdAt version latest blockType heading text image items question answer actions link label columns ' +
  'richText root children value relationTo reference id _id options required images quotes quote html data en de __proto__ constructor toString'
).split(' ')

const WORDS = [
  ID,
  ROW,
  'hero',
  'richText',
  'text',
  'faq',
  'gallery',
  'cta',
  'image',
  'form',
  'select',
  'email',
  'step',
  'paragraph',
  'link',
  'list',
  'listitem',
  'upload',
  'heading',
  'custom',
  'reference',
  'published',
  'ada@example.com',
  'https://a.example/x',
  '/x',
  'javascript:alert(1)',
  '<p>One <b>two</b></p><script>x</script>',
  '../../etc/passwd',
  'a.png',
  '2024-01-01T00:00:00Z',
  'a\u0000b',
  '\ud800',
  ' ',
]

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<PlainValue>(...WORDS) },
  { weight: 2, arbitrary: fc.string({ maxLength: 300 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant(null) },
)

const { value: anyValue } = fc.letrec<{ value: PlainValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 5 }),
  ),
}))

const anyValues: fc.Arbitrary<PlainValues> = fc.dictionary(fc.constantFrom(...NAMES), anyValue, {
  maxKeys: 8,
})

interface Leaf {
  readonly path: string
  readonly value: string
}

/** What a document says, each with its place. */
function leavesOf(value: PlainValue | undefined, path: string): Leaf[] {
  if (value === null || value === undefined) return []
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, path === '' ? key : `${path}.${key}`),
    )
  return [{ path, value: String(value) }]
}

const isWithin = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`)

/** Where a value is after all: among what is written, kept or told. */
function expectNothingLost(
  values: PlainValues,
  prepared: Pick<Prepared, 'unmapped' | 'notes'>,
  written: unknown,
): void {
  const said = new Set(leavesOf(JSON.parse(JSON.stringify(written)), '').map(({ value }) => value))
  const places = [...Object.keys(prepared.unmapped), ...prepared.notes.map(({ path }) => path)]
  const lost = leavesOf(values, '').filter(
    ({ path, value }) =>
      !/^(?:version\.)?(?:createdAt|updatedAt)/.test(path) &&
      clean(value).trim() !== '' &&
      !said.has(value) &&
      !(value === ID && said.has(TENANT)) &&
      !said.has(value.trim()) &&
      // “Y” is written as true.
      !said.has(String(truthOf(value))) &&
      !places.some((place) => isWithin(path, place)),
  )
  expect(lost).toEqual([])
}

const context = (existing: boolean) =>
  importContext({
    locales: ['en', 'de'],
    rows: ROWS,
    ...(existing && { existing: { id: ROW } }),
  })

test.each(targets.map((target) => [target.slug, target] as const))(
  'whatever comes, it is a row of %s, kept, told, or refused',
  async (_, target) => {
    await fc.assert(
      fc.asyncProperty(anyValues, fc.boolean(), async (values, existing) => {
        let prepared: Prepared
        try {
          prepared = await target.prepare(values, context(existing))
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          return
        }
        const written = [prepared.languages, prepared.columns ?? null, prepared.status ?? null]
        expect(JSON.stringify(written)).not.toMatch(/(?<!\\)\\u(?:0000|d[89a-f])/)
        expect(JSON.stringify(prepared.languages)).not.toMatch(/"url":"javascript:/)
        expectNothingLost(values, prepared, written)
      }),
      {
        numRuns: 1000,
        examples: [
          [{ isActive: 'Y' }, true],
          [{ isActive: 'off' }, false],
        ],
      },
    )
  },
)

test('whatever comes, it is a version, kept, told, or refused', async () => {
  await fc.assert(
    fc.asyncProperty(anyValues, async (version) => {
      const values = { version, parent: ID }
      try {
        const prepared = await pageVersions.prepare(values, context(false))
        expectNothingLost(values, prepared, [prepared, ID])
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
    { numRuns: 500 },
  )
})

test('the same document is always the same row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...targets), anyValues, async (target, values) => {
      const once = async () => {
        try {
          return await target.prepare(values, context(false))
        } catch (error) {
          return String(error)
        }
      }
      expect(await once()).toEqual(await once())
    }),
    { numRuns: 500 },
  )
})
