import fs from 'node:fs'

import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'

import { blocks } from '@/blocks'

type Named = { path: string; field: Field }

const flatten = (fields: Field[], prefix: string): Named[] =>
  fields.flatMap((field) => {
    const path = 'name' in field && field.name ? `${prefix}.${field.name}` : prefix
    const below = 'fields' in field ? flatten(field.fields, path) : []
    return 'name' in field && field.name ? [{ path, field }, ...below] : below
  })

const all = blocks.flatMap(({ slug, fields }) => flatten(fields, slug))

describe('block configs', () => {
  it('have unique slugs and a name for their type', () => {
    expect(new Set(blocks.map(({ slug }) => slug)).size).toBe(blocks.length)
    expect(blocks.filter(({ interfaceName }) => !interfaceName?.endsWith('Block'))).toEqual([])
  })

  it('limit every text and every list', () => {
    const unlimited = all.filter(
      ({ field }) =>
        ((field.type === 'text' || field.type === 'textarea') && !field.maxLength) ||
        (field.type === 'array' && !field.maxRows) ||
        (field.type === 'relationship' && field.hasMany === true && !field.maxRows),
    )
    expect(unlimited.map(({ path }) => path)).toEqual([])
  })

  it('have a picture in the drawer of the admin', () => {
    const missing = blocks.filter(({ slug }) => !fs.existsSync(`public/atrium/blocks/${slug}.svg`))
    expect(missing).toEqual([])
  })
})
