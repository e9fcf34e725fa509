import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'

import { blocks } from '@/blocks'
import { validateSubmission } from '@/leads/validateSubmission'
import { splitPath } from '@/seed/content/pagePath'
import { referencesIn } from '@/seed/content/references'
import { spaces } from '@/seed/content/spaces'
import type { SpaceSeed } from '@/seed/content/types'
import { demoTenants } from '@/seed/demoAccounts'
import { COUNTRY_CODES } from '@/seed/isoCodes'
import { contrastRatio, READABLE } from '@/site/contrast'
import { themeProblems } from '@/site/themeProblems'

import { tooLong } from './tooLong'

const layoutsOf = ({ pages, translation }: SpaceSeed) =>
  pages
    .flatMap(({ layout, newerDraft }) => [layout, ...(newerDraft ? [newerDraft.layout] : [])])
    .concat(Object.values(translation?.pages ?? {}).map(({ layout }) => layout))

const isKnown = (space: SpaceSeed) => {
  const paths = new Set(space.pages.map(({ path }) => path))
  return (reference: ReturnType<typeof referencesIn>[number]) => {
    if ('$picture' in reference) return reference.$picture in space.pictures
    if ('$form' in reference) return reference.$form in space.forms
    return paths.has(reference.$page)
  }
}

const repeated = (list: readonly string[]) => list.filter((one, at) => list.indexOf(one) !== at)

it('the demo has a space for every sign-in', () => {
  expect(spaces.map(({ tenant }) => tenant.slug)).toEqual(demoTenants.map(({ slug }) => slug))
})

it('no two pictures of the demo have one file name, which Payload would change', () => {
  const names = spaces.flatMap(({ pictures }) =>
    Object.values(pictures).map(({ filename }) => filename),
  )
  expect(repeated(names)).toEqual([])
})

describe.each(spaces.map((space) => [space.tenant.slug, space] as const))('%s', (_slug, space) => {
  it('refers only to pictures, forms and pages of its own', () => {
    const references = referencesIn([
      layoutsOf(space),
      space.settings,
      space.pages.map(({ meta }) => meta),
    ])
    expect(references.filter((reference) => !isKnown(space)(reference))).toEqual([])
  })

  it('shows every picture that it draws', () => {
    const shown = referencesIn([layoutsOf(space), space.settings]).flatMap((reference) =>
      '$picture' in reference ? [reference.$picture] : [],
    )
    expect(Object.keys(space.pictures).filter((key) => !shown.includes(key))).toEqual([])
  })

  it('has each address once, and parents before their children', () => {
    const paths = space.pages.map(({ path }) => path)
    expect(repeated(paths)).toEqual([])
    const orphans = space.pages.filter(({ path }, at) => {
      const { parent } = splitPath(path)
      return parent !== undefined && !paths.slice(0, at).includes(parent)
    })
    expect(orphans).toEqual([])
  })

  it('shows visitors six to ten pages', () => {
    const visible = space.pages.filter(({ state }) => state === undefined)
    expect(visible.length).toBeGreaterThanOrEqual(6)
    expect(visible.length).toBeLessThanOrEqual(10)
  })

  it('has a page that was never published, one with a newer draft, and one that is scheduled', () => {
    const states = space.pages.map(({ state }) => state?.kind ?? 'published')
    expect(states.filter((state) => state === 'draft')).toHaveLength(1)
    expect(states.filter((state) => state === 'scheduled')).toHaveLength(1)
    expect(space.pages.filter(({ newerDraft }) => newerDraft)).toHaveLength(1)
  })

  it('links no visitor to a page that visitors do not see', () => {
    const hidden = space.pages.filter(({ state }) => state).map(({ path }) => path)
    const links = referencesIn([layoutsOf(space), space.settings]).flatMap((reference) =>
      '$page' in reference ? [reference.$page] : [],
    )
    expect(links.filter((path) => hidden.includes(path))).toEqual([])
  })

  it('opens every page with one hero', () => {
    const heroes = layoutsOf(space).map((layout) => layout.map(({ blockType }) => blockType))
    expect(
      heroes.filter((types) => types.indexOf('hero') !== 0 || types.lastIndexOf('hero') !== 0),
    ).toEqual([])
  })

  it('keeps to the lengths that its fields allow', () => {
    const fieldsOf = new Map(blocks.map(({ slug, fields }): [string, Field[]] => [slug, fields]))
    const found = layoutsOf(space)
      .flat()
      .flatMap((block) => tooLong(fieldsOf.get(block.blockType) ?? [], block, block.blockType))
    expect(found).toEqual([])
    const alts = Object.values(space.pictures).filter(({ alt }) => alt.length > 300)
    expect(alts).toEqual([])
  })

  it('translates pages that it has, and words that it says', () => {
    const { translation, pages, settings, forms } = space
    const paths = new Set(pages.map(({ path }) => path))
    expect(Object.keys(translation?.pages ?? {}).filter((path) => !paths.has(path))).toEqual([])
    const said = JSON.stringify([settings, forms])
    const unsaid = Object.keys(translation?.words ?? {}).filter(
      (words) => !said.includes(JSON.stringify(words)),
    )
    expect(unsaid).toEqual([])
  })

  it('can be read in its own colours', () => {
    const { theme } = space.settings
    expect(themeProblems(theme)).toEqual([])
    expect(contrastRatio(theme.primary, theme.surface)).toBeGreaterThan(READABLE)
  })

  it('has leads that its own forms would have taken, from addresses that belong to nobody', () => {
    const answers = space.leads.map((lead) => {
      const form = space.forms[lead.form]
      const definition = { id: lead.form, fields: form?.fields }
      return validateSubmission(definition, lead.answers, new Set(COUNTRY_CODES))
    })
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    expect(
      space.leads.filter(({ answers: { email } }) => !email?.endsWith('example.test')),
    ).toEqual([])
    expect(repeated(space.leads.map(({ answers: { email } }) => email ?? ''))).toEqual([])
  })
})
