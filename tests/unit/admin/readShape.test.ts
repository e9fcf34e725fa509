import { describe, expect, it } from 'vitest'

import { readShape } from '@/admin/schema/readShape'
import { withProperty } from '@/admin/schema/withProperty'
import {
  brandingSchema,
  featureTogglesSchema,
  profileSchema,
  settingsSchema,
} from '@/collections/tenantSchemas'

type Named = { name: string; shape: ReturnType<typeof readShape> }

const propertiesOf = (shape: ReturnType<typeof readShape>): readonly Named[] =>
  shape.kind === 'object'
    ? shape.properties.flatMap((one): Named[] => [one, ...propertiesOf(one.shape)])
    : []

describe('readShape', () => {
  it.each([
    ['branding', brandingSchema],
    ['settings', settingsSchema],
    ['profile', profileSchema],
  ])('knows an input for every property of %s', (_name, schema) => {
    const properties = propertiesOf(readShape(schema))
    expect(properties.length).toBeGreaterThan(4)
    expect(properties.filter(({ shape }) => shape.kind === 'unknown')).toEqual([])
  })

  it('reads names of one’s own choosing as switches', () => {
    expect(readShape(featureTogglesSchema)).toEqual({ kind: 'toggles' })
  })

  it('gives limits, choices and long texts to their inputs', () => {
    const shape = readShape({
      type: 'object',
      properties: {
        minimumScore: { type: 'number', minimum: 0, maximum: 1, description: 'From 0 to 1' },
        strategy: { enum: ['email', 'phone'] },
        aiBio: { type: 'string', maxLength: 2000 },
      },
    })
    expect(shape).toEqual({
      kind: 'object',
      properties: [
        {
          name: 'minimumScore',
          label: 'Minimum score',
          hint: 'From 0 to 1',
          shape: { kind: 'number', min: 0, max: 1 },
        },
        {
          name: 'strategy',
          label: 'Strategy',
          hint: undefined,
          shape: { kind: 'choice', options: ['email', 'phone'] },
        },
        {
          name: 'aiBio',
          label: 'AI bio',
          hint: undefined,
          shape: { kind: 'text', maxLength: 2000, long: true },
        },
      ],
    })
  })

  it.each([
    [undefined],
    ['text'],
    [{ type: 'object' }],
    [{ type: 'array', items: { type: 'object' } }],
  ])('offers nothing for %j', (schema) => {
    expect(readShape(schema)).toEqual({ kind: 'unknown' })
  })
})

describe('withProperty', () => {
  it('sets a property and leaves the others, the unknown ones included', () => {
    expect(withProperty({ old: 1, phone: 'a' }, 'phone', 'b')).toEqual({ old: 1, phone: 'b' })
    expect(withProperty({}, 'enabled', false)).toEqual({ enabled: false })
  })

  it.each([[''], [undefined], [[]]])('takes it away when it is emptied with %j', (value) => {
    expect(withProperty({ old: 1, phone: 'a' }, 'phone', value)).toEqual({ old: 1 })
  })
})
