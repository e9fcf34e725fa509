import { type CollectionRule, type TenantRule } from './ImportMap'
import { type RecognisedCollection, type RecognisedDatabase } from './Recognised'
import { hasFields, type Sample } from './Sample'
import { fieldsOf } from './checkFields'
import { withForms } from './formsOfLeads'
import { withStatus } from './pageStatus'
import { saysTenant, tenantByField } from './tenantRules'
import {
  boolean,
  date,
  number,
  plain,
  presentOf,
  reference,
  rulesOf,
  secret,
  text,
  type WantedField,
} from './wantedFields'

/** What applications call the field that says whose a document is. */
const TENANT_FIELDS = ['tenant_id', 'tenantId'] as const
const TIMES = [
  date('createdAt', 'created_at'),
  date('updatedAt', 'updated_at'),
  date('deletedAt', 'deleted_at'),
]

interface Known {
  readonly to: string
  readonly why: string
  readonly wanted: readonly WantedField[]
  readonly drop?: readonly string[]
  /** The row is that of another collection's document, and so is its tenant. */
  readonly id?: { readonly field: string; readonly of: string }
}

const KNOWN: Readonly<Record<string, Known>> = {
  tenants: {
    to: 'tenants',
    why: 'each document is a tenant',
    wanted: [
      text('name', 'title'),
      text('slug'),
      plain('domains', 'domain', 'custom_domains', 'custom_domain', 'customDomain', 'hosts'),
      text('plan'),
      text('status'),
      plain('branding', 'theme'),
      plain('settings'),
      plain('featureToggles', 'feature_toggles', 'features'),
      text('defaultLocale', 'default_locale', 'locale', 'language'),
      plain('locales', 'languages'),
    ],
  },
  users: {
    to: 'users',
    why: 'people of a tenant',
    wanted: [
      text('email'),
      text('firstName', 'first_name'),
      text('lastName', 'last_name'),
      text('name', 'full_name', 'display_name'),
      plain('role', 'roles'),
      plain('profile'),
      boolean('isActive', 'is_active', 'active'),
      date('lastLogin', 'last_login', 'last_login_at'),
      secret('importedHash', 'passwordHash', 'password_hash', 'hash', 'password'),
    ],
    drop: ['reset_token', 'reset_token_expires', 'session_token', 'refresh_token', 'api_key'],
  },
  user_passwords: {
    to: 'users',
    why: 'the passwords of users, whose rows they belong to',
    id: { field: 'user_id', of: 'users' },
    wanted: [secret('importedHash', 'passwordHash', 'password_hash', 'hash', 'bcrypt', 'password')],
    drop: ['salt', 'reset_token', 'reset_token_expires', 'previous_hashes', 'history'],
  },
  pages: {
    to: 'pages',
    why: 'pages of a tenant',
    wanted: [
      text('title', 'name'),
      text('slug'),
      plain(
        'layout',
        'blocks',
        'content_blocks',
        'contentBlocks',
        'content',
        'sections',
        'components',
        'modules',
        'body',
        'body_html',
        'html',
      ),
      plain('meta', 'seo'),
      text('_status', 'status'),
      plain('published', 'is_published', 'isPublished'),
      date('publishedAt', 'published_at'),
      text('meta.title', 'meta_title', 'metaTitle', 'seo_title', 'seoTitle'),
      text('meta.description', 'meta_description', 'metaDescription', 'seo_description'),
      reference('parent', 'pages', 'parent_id', 'parentId'),
    ],
  },
  leads: {
    to: 'form-submissions',
    why: 'leads of a tenant',
    wanted: [
      reference('form', 'forms', 'form_id', 'formId'),
      plain(
        'submissionData',
        'submission_data',
        'data',
        'fields',
        'answers',
        'values',
        'responses',
        'payload',
        'form_data',
        'formData',
      ),
      text('status'),
      reference('assignee', 'users', 'assigned_to', 'assignedTo', 'assignee_id'),
      text('locale', 'language'),
      plain('notes', 'comments'),
    ],
  },
  forms: {
    to: 'forms',
    why: 'forms of a tenant',
    wanted: [
      text('title', 'name'),
      plain('fields'),
      text('submitButtonLabel', 'submit_label', 'submit_button_label'),
      plain('confirmationMessage', 'confirmation_message', 'success_message', 'thank_you'),
      plain('redirect', 'redirect_url', 'redirectUrl'),
      plain('emails', 'notification_emails', 'notify'),
    ],
  },
  media: {
    to: 'media',
    why: 'pictures and files of a tenant',
    wanted: [
      text('alt', 'alt_text', 'altText'),
      text('caption', 'description'),
      text('filename', 'file_name', 'fileName', 'name'),
      text('mimeType', 'mime_type', 'content_type'),
      number('filesize', 'file_size', 'size'),
      number('width'),
      number('height'),
      number('focalX', 'focal_x'),
      number('focalY', 'focal_y'),
      plain('url', 'src', 'path'),
    ],
  },
  redirects: {
    to: 'redirects',
    why: 'old addresses of a tenant',
    wanted: [
      text('from', 'source', 'old_url'),
      plain('to', 'target', 'destination', 'new_url'),
      plain('type', 'status_code', 'code'),
    ],
  },
}

/** An application that keeps its tenants in one collection and their documents, with `tenant_id`, in others; or undefined. */
export function recogniseTenantApp(
  database: string,
  samples: readonly Sample[],
  keyOf: (sample: Sample) => string,
): RecognisedDatabase | undefined {
  const tenants = samples.find(({ name }) => name === 'tenants')
  const ownedBy = (field: string) =>
    samples.filter((sample) => saysTenant(sample, field) && sample !== tenants)
  const field = TENANT_FIELDS.find((one) => ownedBy(one).length > 0)
  if (!tenants || field === undefined) return undefined
  const owned = ownedBy(field)
  const byField = tenantByField(owned, field, tenants)
  const tenantOf = (sample: Sample): TenantRule | undefined => {
    if (sample === tenants) return { self: true }
    const id = knownOf(sample)?.id
    return saysTenant(sample, field) ? byField : id && { like: id }
  }
  const names = samples.map(({ name }) => name)
  const [collections, unknown]: [RecognisedCollection[], RecognisedCollection[]] = [[], []]
  for (const sample of samples) {
    const key = keyOf(sample)
    const found = recogniseCollection(sample, tenantOf(sample))
    if (found)
      collections.push(...withForms({ key, ...found }, sample, { tenants, tenant: byField, names }))
    else unknown.push({ key, ...keptWhole(tenantOf(sample)) })
  }
  const evidence = [
    'a collection tenants',
    `${field} in ${owned.map(({ name }) => name).join(', ')}`,
    `${field} is looked up in tenants by ${String(byField.match)}`,
  ]
  return { database, shape: 'an application with tenants', evidence, collections, unknown }
}

type Found = Omit<RecognisedCollection, 'key'>

function recogniseCollection(sample: Sample, tenant: TenantRule | undefined): Found | undefined {
  const known = knownOf(sample)
  if (!known) return undefined
  const fields = rulesOf(sample, [...known.wanted, ...TIMES])
  if (fields.length === 0) return undefined
  const used = fields.flatMap(fieldsOf).map(String)
  const drop = presentOf(sample, known.drop ?? []).filter((field) => !used.includes(field))
  const rules: CollectionRule = {
    to: known.to,
    ...(tenant && { tenant }),
    ...(known.id && { id: known.id }),
    // The row has the times of the person, not of the password.
    fields: known.id ? rulesOf(sample, known.wanted) : fields,
    ...(drop.length > 0 && { drop }),
  }
  const found = { why: tenant ? known.why : `${known.why}; ${NO_TENANT}`, rules }
  return known.to === 'pages' ? withStatus(found) : found
}

/** What the known collections are called elsewhere. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  form_submissions: 'leads',
  submissions: 'leads',
  enquiries: 'leads',
  inquiries: 'leads',
  passwords: 'user_passwords',
  assets: 'media',
  images: 'media',
}

function knownOf(sample: Sample): Known | undefined {
  const name = OTHER_NAMES[sample.name] ?? sample.name
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined
  return known?.id && !hasFields(sample, known.id.field) ? undefined : known
}

const NO_TENANT = 'no tenant_id, so say whose they are'

const keptWhole = (tenant: TenantRule | undefined): Found =>
  tenant
    ? { why: 'a collection of its own, kept as documents of its tenant', rules: { tenant } }
    : { why: `a collection of its own, kept as documents; ${NO_TENANT}`, rules: {} }
