import { PAGE_VERSIONS } from '../rowCollection'
import { type CollectionRule, type TenantRule } from './ImportMap'
import { type RecognisedCollection, type RecognisedDatabase } from './Recognised'
import { hasFields, isAlways, type Sample, valuesOf } from './Sample'
import { withStatus } from './pageStatus'
import { saysTenant, tenantByField, tenantOfDatabase } from './tenantRules'
import {
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

const TIMES = [date('createdAt'), date('updatedAt'), date('deletedAt')]
const VERSIONS = /^_(.+)_versions$/

/** Signs in, or lets sign in, at the old system. Among the documents they could be read. */
const SECRETS = [
  'resetPasswordToken',
  'resetPasswordExpiration',
  '_verificationToken',
  'sessions',
  'apiKey',
  'apiKeyIndex',
] as const

const USERS = [
  text('email'),
  secret('salt'),
  secret('hash'),
  text('firstName'),
  text('lastName'),
  text('name', 'fullName', 'displayName'),
  plain('role', 'roles'),
  plain('tenants'),
  number('loginAttempts'),
  date('lockUntil'),
]

const UPLOADS = [
  text('alt'),
  text('caption'),
  text('filename'),
  text('mimeType'),
  number('filesize'),
  number('width'),
  number('height'),
  number('focalX'),
  number('focalY'),
]

const KNOWN: Readonly<Record<string, { to: string; why: string; wanted: readonly WantedField[] }>> =
  {
    pages: {
      to: 'pages',
      why: 'pages by name, with a title or slug',
      wanted: [
        text('title'),
        text('slug'),
        plain('hero'),
        plain('layout', 'content'),
        plain('meta'),
        text('_status'),
        date('publishedAt'),
        reference('parent', 'pages'),
      ],
    },
    forms: {
      to: 'forms',
      why: 'forms of Payload’s form builder',
      wanted: [
        text('title'),
        plain('fields'),
        text('submitButtonLabel'),
        text('confirmationType'),
        plain('confirmationMessage'),
        plain('redirect'),
        plain('emails'),
      ],
    },
    'form-submissions': {
      to: 'form-submissions',
      why: 'what was sent with forms of Payload’s form builder',
      wanted: [reference('form', 'forms'), plain('submissionData')],
    },
    redirects: {
      to: 'redirects',
      why: 'redirects of Payload’s plugin',
      wanted: [text('from'), plain('to'), text('type')],
    },
    tenants: {
      to: 'tenants',
      why: 'tenants by name, with a slug',
      wanted: [
        text('name', 'title'),
        text('slug'),
        plain('domains', 'domain'),
        text('plan'),
        text('status'),
        plain('branding'),
        plain('settings'),
        plain('featureToggles'),
        text('defaultLocale', 'locale', 'language'),
        plain('locales', 'languages'),
      ],
    },
  }

const LEFT: Readonly<Record<string, string>> = {
  'payload-migrations':
    'The list of what changed the old database; the tables here have their own.',
  'payload-locked-documents': 'Who had which document open.',
}

/** A database of Payload on its MongoDB adapter, or undefined. */
export function recognisePayload(
  database: string,
  samples: readonly Sample[],
  keyOf: (sample: Sample) => string,
): RecognisedDatabase | undefined {
  const evidence = evidenceOf(samples)
  if (evidence.length === 0) return undefined
  const tenants = samples.find((sample) => sample.name === 'tenants' && hasFields(sample, 'slug'))
  const tenantOf = (sample: Sample): TenantRule => {
    if (!tenants) return tenantOfDatabase(database)
    const byField = tenantByField(samples, 'tenant', tenants)
    if (saysTenant(sample, 'tenant')) return byField
    if (isInEach(sample)) return { ...byField, field: 'tenants', each: 'tenant' }
    // A version is whose the document is.
    const [, of] = VERSIONS.exec(sample.name) ?? []
    if (of === undefined) return tenantOfDatabase(database)
    if (saysTenantInside(sample)) return { ...byField, field: 'version.tenant' }
    const isOfDocuments = hasFields(sample, 'parent') && samples.some(({ name }) => name === of)
    return isOfDocuments ? { like: { field: 'parent', of } } : tenantOfDatabase(database)
  }
  const [collections, unknown]: [RecognisedCollection[], RecognisedCollection[]] = [[], []]
  for (const sample of samples) {
    const key = keyOf(sample)
    const found =
      recogniseVersions(sample, samples, tenantOf(sample)) ??
      recogniseGlobals(sample, samples, tenantOf(sample)) ??
      recogniseCollection(sample, tenantOf(sample))
    if (found) collections.push({ key, ...found })
    else unknown.push({ key, ...keptWhole(sample, tenantOf(sample)) })
  }
  return { database, shape: 'a Payload CMS on MongoDB', evidence, collections, unknown }
}

/** As the multi-tenant plugin keeps the spaces of a person: a list of tenants with roles. */
const isInEach = (sample: Sample): boolean =>
  valuesOf(sample, 'tenants').some(
    (list) =>
      list.type === 'array' &&
      list.items.some((item) => item.type === 'object' && item.get('tenant') !== undefined),
  )

const saysTenantInside = (sample: Sample): boolean =>
  valuesOf(sample, 'version').some(
    (version) => version.type === 'object' && version.get('tenant') !== undefined,
  )

function evidenceOf(samples: readonly Sample[]): string[] {
  const names = samples.map(({ name }) => name)
  const own = names.filter((name) => name.startsWith('payload-'))
  const versions = names.filter((name) => VERSIONS.test(name))
  const people = samples.filter((sample) => hasFields(sample, 'email', 'salt', 'hash'))
  return [
    ...(own.length > 0 ? [`Payload’s own collections: ${own.join(', ')}`] : []),
    ...(versions.length > 0 ? [`versions as Payload names them: ${versions.join(', ')}`] : []),
    ...people.map(({ name }) => `${name} has email, salt and hash, as Payload keeps passwords`),
  ]
}

type Found = Omit<RecognisedCollection, 'key'>

/** Versions of what becomes pages here; those of other collections have no place. */
function recogniseVersions(
  sample: Sample,
  samples: readonly Sample[],
  tenant: TenantRule,
): Found | undefined {
  const [, of] = VERSIONS.exec(sample.name) ?? []
  if (of !== 'pages' || !hasFields(sample, 'parent', 'version')) return undefined
  const pages = samples.find(({ name }) => name === of)
  if (!pages || recogniseCollection(pages, tenant)?.rules.to !== 'pages') return undefined
  const wanted = [
    reference('parent', of),
    ...['version', 'autosave', 'latest', 'snapshot', 'publishedLocale'].map((name) => plain(name)),
  ]
  return {
    why: `versions of ${of}: drafts that nobody has published yet among them`,
    rules: mapped(PAGE_VERSIONS, tenant, sample, wanted),
  }
}

function recogniseCollection(sample: Sample, tenant: TenantRule): Found | undefined {
  const { name } = sample
  const left = Object.hasOwn(LEFT, name) ? LEFT[name] : undefined
  if (left !== undefined) return { why: 'Payload’s own', rules: { leave: left } }
  if (hasFields(sample, 'email', 'salt', 'hash')) {
    const drop = presentOf(sample, SECRETS)
    const why = 'people with salt and hash: they keep their passwords; old sign-ins are dropped'
    return {
      why,
      rules: { ...mapped('users', tenant, sample, USERS), ...(drop.length > 0 && { drop }) },
    }
  }
  if (hasFields(sample, 'filename', 'mimeType', 'filesize'))
    return {
      why: 'uploads: filename, mimeType and filesize',
      rules: mapped('media', tenant, sample, UPLOADS),
    }
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined
  if (!known) return undefined
  const own: TenantRule = name === 'tenants' ? { self: true } : tenant
  // One that has nothing but the name has another form.
  if (rulesOf(sample, known.wanted).length === 0) return undefined
  const rules = mapped(known.to, own, sample, known.wanted)
  return name === 'pages' ? withStatus({ why: known.why, rules }) : { why: known.why, rules }
}

const mapped = (
  to: string,
  tenant: TenantRule,
  sample: Sample,
  wanted: readonly WantedField[],
): CollectionRule => ({ to, tenant, fields: rulesOf(sample, [...wanted, ...TIMES]) })

/** What globals have that settings of a site have here, under whatever name. */
const GLOBALS = [
  text('globalType'),
  ...(
    'siteName site_name siteTitle name title tagline slogan description metaDescription logo favicon icon shareImage ogImage image ' +
    'social socials socialLinks socialMedia navItems nav items links menu menuItems navigation columns groups text copyright callToAction cta'
  )
    .split(' ')
    .map((name) => plain(name)),
]

const isGlobals = (sample: Sample): boolean =>
  sample.name === 'globals' || isAlways(sample, 'globalType', 'string')

/** The globals of a site of one: its name, menu and footer. With several tenants nobody knows whose they are. */
function recogniseGlobals(
  sample: Sample,
  samples: readonly Sample[],
  tenant: TenantRule,
): Found | undefined {
  if (samples.some(({ name }) => name === 'tenants')) return undefined
  if (!isGlobals(sample) || !hasFields(sample, 'globalType')) return undefined
  return {
    why: 'globals of Payload: header, footer and settings; others are kept as documents',
    rules: mapped('site-settings', tenant, sample, GLOBALS),
  }
}

/** Nothing is known of it here, or there is no place for it: it is kept as it is. */
function keptWhole(sample: Sample, tenant: TenantRule): Found {
  const [, of] = VERSIONS.exec(sample.name) ?? []
  if (of !== undefined) return { why: `versions of ${of}, kept as documents`, rules: { tenant } }
  if (isGlobals(sample))
    return {
      why: 'globals of Payload, kept as documents: `to: site-settings` with the tenant whose they are makes them settings',
      rules: { tenant },
    }
  if (sample.name === 'payload-preferences')
    return { why: 'how people left the old admin, kept as documents', rules: { tenant } }
  return { why: 'a collection of its own, kept as documents', rules: { tenant } }
}
