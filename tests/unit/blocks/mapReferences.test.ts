import type { Block, Field } from 'payload'
import { describe, expect, it } from 'vitest'

import { blocks } from '@/blocks'
import { collectReferences } from '@/blocks/collectReferences'
import { mapReferences, type Reference } from '@/blocks/mapReferences'

type Json = Record<string, unknown>

/** Every way in which a field can refer to a document, at every depth. */
const everything: Block = {
  slug: 'everything',
  fields: [
    { name: 'picture', type: 'upload', relationTo: 'media' },
    { name: 'pictures', type: 'upload', relationTo: 'media', hasMany: true },
    { name: 'any', type: 'relationship', relationTo: ['pages', 'media'] },
    { name: 'list', type: 'relationship', relationTo: ['pages', 'forms'], hasMany: true },
    { name: 'text', type: 'richText' },
    { name: 'settings', type: 'json' },
    {
      type: 'tabs',
      tabs: [
        { name: 'tab', fields: [{ name: 'page', type: 'relationship', relationTo: 'pages' }] },
        { label: 'Plain', fields: [{ name: 'form', type: 'relationship', relationTo: 'forms' }] },
      ],
    },
    {
      type: 'collapsible',
      label: 'More',
      fields: [
        {
          name: 'group',
          type: 'group',
          fields: [
            {
              name: 'rows',
              type: 'array',
              fields: [
                { type: 'row', fields: [{ name: 'image', type: 'upload', relationTo: 'media' }] },
                { name: 'nested', type: 'blocks', blocks },
              ],
            },
          ],
        },
      ],
    },
  ],
}

const known = [...blocks, everything]

/** Numbers that repeat, so that a layout that fails can be made again (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** A layout with something in each field, or nothing; documents populated now and then. */
function buildLayout(seed: number): Json[] {
  const random = randomOf(seed)
  const several = <T>(make: () => T): T[] => Array.from({ length: random(4) }, make)
  const buildId = () => (random(8) === 0 ? { id: `id-${random(30)}` } : `id-${random(30)}`)
  const buildOne = (relationTo: string | string[]): unknown => {
    if (random(6) === 0) return null
    if (!Array.isArray(relationTo)) return buildId()
    return { relationTo: relationTo[random(relationTo.length)], value: buildId() }
  }
  const buildNode = (depth: number): Json => {
    const children = depth > 3 ? [] : several(() => buildNode(depth + 1))
    switch (random(5)) {
      case 0:
        return {
          type: 'link',
          id: `node-${random(1e6)}`,
          fields: {
            linkType: random(2) ? 'internal' : 'custom',
            doc: { relationTo: 'pages', value: buildId() },
          },
          children,
        }
      case 1:
        return { type: 'upload', relationTo: 'media', value: buildId() }
      case 2:
        return { type: 'text', text: 'words' }
      default:
        return { type: 'paragraph', children }
    }
  }
  const buildField = (field: Field): Json => {
    switch (field.type) {
      case 'row':
      case 'collapsible':
        return buildFields(field.fields)
      case 'tabs':
        return Object.assign(
          {},
          ...field.tabs.map((tab) =>
            'name' in tab && tab.name
              ? { [tab.name]: buildFields(tab.fields) }
              : buildFields(tab.fields),
          ),
        )
      case 'group':
        return 'name' in field && field.name
          ? { [field.name]: buildFields(field.fields) }
          : buildFields(field.fields)
      case 'upload':
      case 'relationship':
        return {
          [field.name]: field.hasMany
            ? several(() => buildOne(field.relationTo))
            : buildOne(field.relationTo),
        }
      case 'richText':
        return {
          [field.name]: { root: { type: 'root', children: several(() => buildNode(0)) } },
        }
      case 'array':
        return {
          [field.name]: several(() => ({
            id: `row-${random(1e6)}`,
            ...buildFields(field.fields),
          })),
        }
      case 'blocks':
        return { [field.name]: several(() => buildBlock(field.blocks)) }
      default:
        return 'name' in field ? { [field.name]: `words ${random(100)}` } : {}
    }
  }
  const buildFields = (fields: readonly Field[]): Json =>
    Object.assign({}, ...fields.map(buildField))
  const buildBlock = (from: readonly Block[]): Json => {
    const block = from[random(from.length)] ?? everything
    return { id: `block-${random(1e6)}`, blockType: block.slug, ...buildFields(block.fields) }
  }
  return Array.from({ length: 1 + random(6) }, () => buildBlock(known))
}

const keyOf = ({ relationTo, value }: Reference) => `${relationTo}:${value}`
const keysOf = (references: readonly Reference[]) => references.map(keyOf).sort()
const seeds = Array.from({ length: 300 }, (_, seed) => seed)

const text = (...children: Json[]) => ({ root: { type: 'root', children } })
const paragraph = (...children: Json[]) => ({ type: 'paragraph', children })
const words = (value: string) => ({ type: 'text', text: value })
const pageLink = (value: unknown, linkType = 'internal') => ({
  type: 'link',
  fields: { linkType, url: 'https://example.com', doc: { relationTo: 'pages', value } },
  children: [words('here')],
})

const mapOne = (fields: Json, mapOf: (reference: Reference) => string | null): Json => {
  const [row] = mapReferences([{ blockType: 'everything', ...fields }], known, mapOf)
  return row ?? {}
}
const nothing = () => null
const renamed = ({ value }: Reference) => `new-${value}`

describe('mapReferences', () => {
  it('refers to what the references of the original map to, and to nothing else', () => {
    const failed = seeds.filter((seed) => {
      const layout = buildLayout(seed)
      const mapOf = ({ relationTo, value }: Reference) =>
        Number(value.slice(3)) % 3 === seed % 3 ? null : `${relationTo}-${value}`
      const expected = collectReferences(layout, known).flatMap((reference) => {
        const value = mapOf(reference)
        return value === null ? [] : [{ ...reference, value }]
      })
      const found = collectReferences(mapReferences(layout, known, mapOf), known)
      return JSON.stringify(keysOf(found)) !== JSON.stringify(keysOf(expected))
    })
    expect(failed).toEqual([])
    const collected = seeds.flatMap((seed) => collectReferences(buildLayout(seed), known))
    expect(collected.length).toBeGreaterThan(1000)
  })

  it('keeps no id at all when everything maps to nothing', () => {
    const kept = seeds.filter((seed) =>
      JSON.stringify(mapReferences(buildLayout(seed), known, nothing)).includes('id-'),
    )
    expect(kept).toEqual([])
  })

  it('leaves the original as it was, and shares nothing with it', () => {
    const layout = buildLayout(7)
    const before = structuredClone(layout)
    const copy = mapReferences(layout, known, renamed)
    JSON.stringify(copy, (_key, value: unknown) =>
      typeof value === 'object' && value !== null ? Object.freeze(value) : value,
    )
    expect(layout).toEqual(before)
    expect(Object.isFrozen(layout[0])).toBe(false)
  })

  it('gives blocks, rows and nodes ids of their own when asked, each another', () => {
    let made = 0
    const copies = seeds.map((seed) =>
      JSON.stringify(
        mapReferences(buildLayout(seed), known, renamed, { newId: () => `fresh-${made++}` }),
      ),
    )
    const ids = copies.flatMap((copy) => copy.match(/"id":"[^"]*"/g) ?? [])
    expect(ids.filter((id) => !id.includes('fresh-'))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(1000)
  })

  it('keeps ids when not asked', () => {
    const [row] = mapReferences([{ id: 'a', blockType: 'hero', heading: 'Hello' }], blocks, renamed)
    expect(row).toEqual({ id: 'a', blockType: 'hero', heading: 'Hello' })
  })
})

describe('what maps to nothing', () => {
  it('empties a field and leaves a list', () => {
    const fields = { picture: 'a', pictures: ['a', 'b'], any: { relationTo: 'pages', value: 'c' } }
    const onlyB = ({ value }: Reference) => (value === 'b' ? 'new-b' : null)
    expect(mapOne(fields, onlyB)).toEqual({
      blockType: 'everything',
      picture: null,
      pictures: ['new-b'],
      any: null,
    })
  })

  it('leaves the words of a link in rich text, in their place', () => {
    const value = text(paragraph(words('Book '), pageLink('a'), words('!')))
    expect(mapOne({ text: value }, nothing).text).toEqual(
      text(paragraph(words('Book '), words('here'), words('!'))),
    )
  })

  it('leaves a link to an address, without the page that it once led to', () => {
    const value = text(paragraph(pageLink('a', 'custom')))
    expect(mapOne({ text: value }, nothing).text).toEqual(
      text(
        paragraph({
          type: 'link',
          fields: { linkType: 'custom', url: 'https://example.com', doc: null },
          children: [words('here')],
        }),
      ),
    )
  })

  it('takes an upload out of rich text, and a text that has nothing left', () => {
    const upload = { type: 'upload', relationTo: 'media', value: { id: 'a', filename: 'a.jpg' } }
    expect(mapOne({ text: text(upload, paragraph()) }, nothing).text).toEqual(text(paragraph()))
    expect(mapOne({ text: text(upload) }, nothing).text).toBeNull()
  })
})

describe('what is no reference', () => {
  it('is left out where one should be', () => {
    const fields = {
      picture: 7,
      pictures: [{ name: 'x' }, 'b'],
      any: 'c',
      text: text(paragraph({ ...pageLink(null), fields: { linkType: 'internal', doc: 'd' } })),
    }
    expect(mapOne(fields, renamed)).toEqual({
      blockType: 'everything',
      picture: null,
      pictures: ['new-b'],
      any: null,
      text: text(paragraph(words('here'))),
    })
  })

  it('is left out where the blocks declare nothing', () => {
    const planted = { blockType: 'hero', heading: 'Hello', secret: 'a', link: { page: 'a' } }
    expect(mapReferences([planted, { blockType: 'unknown', page: 'a' }], blocks, renamed)).toEqual([
      { blockType: 'hero', heading: 'Hello' },
    ])
    expect(mapReferences('a', blocks, renamed)).toEqual([])
  })

  it('replaces a populated document by the id of its copy', () => {
    const populated = { id: 'a', title: 'Prices' }
    const value = text(paragraph(pageLink(populated)))
    const mapped = mapOne({ text: value, tab: { page: populated } }, renamed)
    expect(mapped.tab).toEqual({ page: 'new-a' })
    expect(mapped.text).toEqual(text(paragraph(pageLink('new-a'))))
  })
})
