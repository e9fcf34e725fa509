import { randomInt } from 'node:crypto'

import type { CollectionSlug } from 'payload'

import { HTTP_PASSWORD } from '../support/httpPeople'
import type { Space } from '../support/httpSeed'
import { formOf, theme } from '../support/httpContent'
import { uniqueName } from '../support/uniqueName'

const letters = () =>
  Array.from({ length: 3 }, () => String.fromCharCode(65 + randomInt(26))).join('')

/** A complete new document of each collection, as somebody in `space` would send it; it names the space itself. */
export const newDocuments: Record<CollectionSlug, (space: Space) => Record<string, unknown>> = {
  pages: ({ id }) => ({
    title: uniqueName('Page'),
    slug: uniqueName('page'),
    _status: 'draft',
    tenant: id,
  }),
  media: ({ id }) => ({
    alt: 'A green square',
    filename: `${uniqueName('picture')}.png`,
    tenant: id,
  }),
  forms: ({ id }) => ({
    title: uniqueName('Form'),
    confirmationType: 'message',
    confirmationMessage: formOf('').confirmationMessage,
    tenant: id,
  }),
  'form-submissions': ({ id, docs }) => ({
    form: docs.forms,
    status: 'new',
    submissionData: [{ field: 'name', value: 'A' }],
    tenant: id,
  }),
  redirects: ({ id }) => ({
    from: `/${uniqueName('old')}`,
    to: { type: 'custom', url: '/about' },
    tenant: id,
  }),
  deliveries: ({ id, docs }) => ({
    kind: 'webhook',
    target: 'https://example.test/leads',
    state: 'waiting',
    lead: docs['form-submissions'],
    form: docs.forms,
    tenant: id,
  }),
  'lead-files': ({ id, docs }) => ({
    name: 'Plan.pdf',
    field: 'plan',
    lead: docs['form-submissions'],
    filename: `${uniqueName('plan')}.png`,
    tenant: id,
  }),
  erasures: ({ id }) => ({
    formTitle: 'A form',
    reason: 'person',
    leads: 1,
    deliveries: 0,
    tenant: id,
  }),
  'site-settings': ({ id }) => ({ siteName: uniqueName('Site'), theme, tenant: id }),
  users: ({ id }) => ({
    email: `${uniqueName('person')}@example.test`,
    password: HTTP_PASSWORD,
    tenant: id,
    tenants: [{ tenant: id, role: 'viewer' }],
  }),
  tenants: () => ({
    name: 'New space',
    slug: uniqueName('space'),
    industryModule: 'other',
    plan: 'starter',
    status: 'active',
    defaultLocale: 'en',
  }),
  countries: () => ({ code: letters().slice(0, 2), name: 'Somewhere' }),
  currencies: () => ({ code: letters(), name: 'Money' }),
  'time-zones': () => ({ code: uniqueName('Zone'), name: 'Zone' }),
  'payload-jobs': ({ id }) => ({ taskSlug: 'schedulePublish', input: {}, tenant: id }),
  comments: ({ id, pages }) => ({ page: pages.about, text: 'Nice', tenant: id }),
  reviews: ({ id, pages }) => ({ page: pages.about, state: 'approved', tenant: id }),
  notifications: ({ id, pages, people }) => ({
    recipient: people.owner.id,
    kind: 'comment',
    text: 'Told',
    page: pages.about,
    tenant: id,
  }),
  teams: ({ id, people }) => ({
    name: uniqueName('Team'),
    members: [people.editor.id],
    tenant: id,
  }),
  'search-documents': ({ id, docs }) => ({
    kind: 'pages',
    documentId: docs.forms,
    locale: 'en',
    published: true,
    working: true,
    title: 'Planted',
    body: 'Planted',
    tenant: id,
  }),
  'search-words': ({ id }) => ({ word: uniqueName('word'), tenant: id }),
  documents: ({ id }) => ({
    sourceCollection: 'bookings',
    sourceId: '1',
    data: { planted: true },
    hash: 'x',
    madeBy: 'x',
    writtenBy: 'x',
    tenant: id,
  }),
  // What else it has no request knows.
  'import-rows': ({ id }) => ({
    rowCollection: 'pages',
    rowId: 'x',
    sourceCollection: 'pages',
    sourceId: '1',
    tenant: id,
  }),
  'import-changes': ({ id }) => ({
    import: 'x',
    rowCollection: 'pages',
    rowId: 'x',
    tenant: id,
  }),
  imports: () => ({ source: 'dump', fingerprint: 'x', map: 'version: 1', options: {} }),
  'import-checkpoints': () => ({ import: 'x', stage: 'x', file: 'x', state: {} }),
  'page-embeddings': ({ id, pages, docs }) => ({
    page: pages.about,
    entry: docs['search-documents'],
    locale: 'en',
    model: 'm',
    hash: 'h',
    writtenAt: new Date().toISOString(),
    tenant: id,
  }),
  'payload-kv': () => ({ key: uniqueName('key'), data: {} }),
  'payload-locked-documents': ({ pages, people }) => ({
    document: { relationTo: 'pages', value: pages.draft },
    user: { relationTo: 'users', value: people.owner.id },
  }),
  'payload-preferences': () => ({ key: uniqueName('key'), value: {} }),
  'payload-migrations': () => ({ name: 'x', batch: 1 }),
}
