import { type PlainObject } from '../toBson'
import { at, type TenantSeed, type World } from '../World'
import { objectId } from '../values'

/** A document of `tenants`. */
export const tenantDocument = ({ id }: World, tenant: TenantSeed): PlainObject => ({
  _id: objectId(id('tenants', null, tenant.slug)),
  slug: tenant.slug,
  name: tenant.name,
  domains: tenant.domains,
  plan: tenant.index % 2 === 0 ? 'premium' : 'starter',
  status: tenant.status,
  branding: { primary: '#0a5c8a', accent: '#ffb000', tagline: `${tenant.name}, since 1987` },
  settings: { defaultCurrency: 'EUR', locale: 'de-DE', timeZone: 'Europe/Berlin' },
  feature_toggles: { leads: true, shop: tenant.index === 0, 'beta.search': false },
  created_at: at(tenant.index),
  updated_at: at(tenant.index + 60),
})

/** What other documents name a tenant by. */
export const tenantKeyOf = ({ id, options }: World, tenant: TenantSeed): PlainObject => ({
  tenant_id:
    options.tenantKey === 'slug' ? tenant.slug : objectId(id('tenants', null, tenant.slug)),
})
