import type { CollectionConfig, Field } from 'payload'

import { allow, platformOnly } from '@/access/rules'
import { referenceCollection } from '@/tenancy/collectionKinds'

/** One shape for every shared list: a code of a standard and a name. */
const referenceList = (
  slug: string,
  labels: { singular: string; plural: string },
  code: { label: string; maxLength: number },
  graphQL?: CollectionConfig['graphQL'],
): CollectionConfig =>
  referenceCollection(
    {
      slug,
      labels,
      graphQL,
      lockDocuments: false,
      admin: {
        group: 'Platform',
        useAsTitle: 'name',
        defaultColumns: ['code', 'name'],
        hidden: ({ user }) => user?.platformRole !== 'platform-admin',
      },
      defaultSort: 'name',
      access: {
        read: () => true,
        create: allow(platformOnly),
        update: allow(platformOnly),
        delete: allow(platformOnly),
      },
      fields: [
        { name: 'code', type: 'text', required: true, unique: true, ...code },
        { name: 'name', type: 'text', label: 'Name', required: true, maxLength: 120 },
      ] satisfies Field[],
    },
    { clashes: { code: { field: 'code', message: 'This code is in the list already.' } } },
  )

export const Countries = referenceList(
  'countries',
  { singular: 'Country', plural: 'Countries' },
  { label: 'ISO 3166-1 alpha-2', maxLength: 2 },
  // “Country” is the form builder's block of that name.
  { singularName: 'CountryEntry', pluralName: 'CountryEntries' },
)

export const Currencies = referenceList(
  'currencies',
  { singular: 'Currency', plural: 'Currencies' },
  { label: 'ISO 4217', maxLength: 3 },
)

export const TimeZones = referenceList(
  'time-zones',
  { singular: 'Time zone', plural: 'Time zones' },
  { label: 'IANA name', maxLength: 64 },
)
