import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { tenantKeyOf } from './tenants'

/** The documents of `forms` of a tenant. */
export const formDocuments = (world: World, tenant: TenantSeed): PlainObject[] => [
  {
    _id: objectId(world.id('forms', tenant, 'contact')),
    ...tenantKeyOf(world, tenant),
    name: 'Contact',
    fields: [
      { name: 'name', type: 'text', label: 'Your name', required: true },
      { name: 'email', type: 'email', label: 'E-mail', required: true },
      {
        name: 'topic',
        type: 'select',
        label: 'Topic',
        options: [{ label: 'A tour', value: 'tour' }],
      },
      { name: 'stars', type: 'rating', label: 'How was it?', max: 5 },
      { name: 'message', type: 'textarea', label: 'Message' },
    ],
    submit_label: 'Send',
    notify: [`office@${tenant.slug}.example`],
    created_at: at(1),
    updated_at: at(2),
  },
]

const STATUSES = ['new', 'contacted', 'won', 'lost'] as const

/** One of the leads of a tenant, of which there may be a million. */
export const leadDocument = (world: World, tenant: TenantSeed, index: number): PlainObject => ({
  _id: objectId(world.id('leads', tenant, index)),
  ...tenantKeyOf(world, tenant),
  form_id: objectId(world.id('forms', tenant, 'contact')),
  status: STATUSES[index % STATUSES.length],
  assigned_to: index % 3 === 0 ? objectId(world.id('users', tenant, 'editor')) : null,
  data: {
    name: `Visitor ${index}`,
    email: `visitor-${index}@${tenant.slug}.example`,
    message: `Message ${index} to ${tenant.name}`,
  },
  locale: 'de',
  source: { page_id: objectId(world.id('pages', tenant, 'contact')), utm: { campaign: 'spring' } },
  created_at: at(index),
  updated_at: at(index + 1),
})
