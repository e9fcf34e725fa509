import { hexOf } from '../seeded'
import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { type TenantSeed, type World } from '../World'
import { lexical } from './lexical'
import { localized, stored, tenantField } from './stored'

/** The forms of a tenant, as the form builder keeps them. */
export function formDocuments(world: World, tenant: TenantSeed): PlainObject[] {
  const field = (blockType: string, name: string, more: PlainObject = {}): PlainObject => ({
    name,
    label: localized(world, `Your ${name}`),
    width: 100,
    required: true,
    ...more,
    id: hexOf(world.options.seed, 'field', tenant.slug, name),
    blockType,
  })
  return [
    stored(world.id('forms', tenant, 'contact'), 1, {
      ...tenantField(world, tenant),
      title: 'Contact',
      fields: [
        field('text', 'name'),
        field('email', 'email'),
        field('select', 'topic', {
          options: [{ label: localized(world, 'A tour'), value: 'tour', id: '0'.repeat(24) }],
        }),
        field('signature', 'mark'),
      ],
      submitButtonLabel: localized(world, 'Send'),
      confirmationType: 'message',
      confirmationMessage: localized(world, lexical(['Thank you.'], [])),
      redirect: { url: null },
      emails: [
        {
          emailTo: `office@${tenant.slug}.example`,
          subject: localized(world, 'A message'),
          id: hexOf(world.options.seed, 'mail', tenant.slug),
        },
      ],
    }),
  ]
}

/** One of the submissions to a tenant, of which there may be a million. */
export function submissionDocument(world: World, tenant: TenantSeed, index: number): PlainObject {
  const row = (field: string, value: string): PlainObject => ({
    field,
    value,
    id: hexOf(world.options.seed, 'answer', tenant.slug, index, field),
  })
  return stored(world.id('form-submissions', tenant, index), index, {
    ...tenantField(world, tenant),
    form: objectId(world.id('forms', tenant, 'contact')),
    submissionData: [
      row('name', `Visitor ${index}`),
      row('email', `visitor-${index}@${tenant.slug}.example`),
    ],
  })
}
