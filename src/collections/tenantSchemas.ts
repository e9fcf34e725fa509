import type { JSONField } from 'payload'

type Schema = NonNullable<JSONField['jsonSchema']>['schema']

const colour = { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' } as const
const shortText = { type: 'string', maxLength: 200 } as const

/** Gives a schema the address under which editors of the admin's JSON fields find it. */
export const jsonSchema = (name: string, schema: Schema): NonNullable<JSONField['jsonSchema']> => ({
  uri: `atrium://schemas/${name}.json`,
  fileMatch: [`atrium://schemas/${name}.json`],
  schema,
})

/** How the space presents itself where its site settings do not reach: the admin, mail, the platform's lists. */
export const brandingSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    tagline: shortText,
    primary: colour,
    accent: colour,
    surface: colour,
    text: colour,
    mailFooter: { type: 'string', maxLength: 1000 },
  },
}

export const settingsSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    defaultCurrency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217' },
    priceTolerancePercent: { type: 'number', minimum: 0, maximum: 100 },
    locale: {
      type: 'string',
      pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$',
      description: 'BCP 47',
    },
    timeZone: { type: 'string', maxLength: 64, description: 'IANA time zone' },
    searchLanguage: {
      type: 'string',
      maxLength: 64,
      description: 'A PostgreSQL text search configuration',
    },
    matching: {
      type: 'object',
      additionalProperties: false,
      properties: {
        enabled: { type: 'boolean' },
        minimumScore: { type: 'number', minimum: 0, maximum: 1 },
        fields: { type: 'array', maxItems: 20, items: shortText },
      },
    },
    customerDetection: {
      type: 'object',
      additionalProperties: false,
      properties: {
        enabled: { type: 'boolean' },
        strategy: { enum: ['email', 'phone', 'name', 'combined'] },
        minimumScore: { type: 'number', minimum: 0, maximum: 1 },
      },
    },
    ai: {
      type: 'object',
      additionalProperties: false,
      properties: {
        enabled: { type: 'boolean' },
        provider: shortText,
        model: shortText,
        temperature: { type: 'number', minimum: 0, maximum: 2 },
      },
    },
    extraction: {
      type: 'object',
      additionalProperties: false,
      properties: {
        enabled: { type: 'boolean' },
        languages: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 16 } },
        confidence: { type: 'number', minimum: 0, maximum: 1 },
      },
    },
  },
}

export const featureTogglesSchema: Schema = {
  type: 'object',
  maxProperties: 100,
  propertyNames: { pattern: '^[a-z][A-Za-z0-9]{0,63}$' },
  additionalProperties: { type: 'boolean' },
}

export const profileSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    jobTitle: shortText,
    phone: { type: 'string', maxLength: 40 },
    bio: { type: 'string', maxLength: 2000 },
    locale: { type: 'string', maxLength: 16 },
    timeZone: { type: 'string', maxLength: 64 },
    links: { type: 'array', maxItems: 10, items: { type: 'string', maxLength: 300 } },
  },
}
