import { type PlainObject } from '../toBson'
import { objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'

/** What every document of Payload's has around its fields. Mongoose adds `__v`. */
export const stored = (hex: string, minutes: number, fields: PlainObject): PlainObject => ({
  _id: objectId(hex),
  ...fields,
  createdAt: at(minutes),
  updatedAt: at(minutes + 30),
  __v: 0,
})

/** The field of the multi-tenant plugin; a site of one tenant has none. */
export const tenantField = ({ id, options }: World, tenant: TenantSeed): PlainObject =>
  options.shape === 'payload-single' ? {} : { tenant: objectId(id('tenants', null, tenant.slug)) }

/** A text in the languages of the site, where it has more than one. */
export const localized = <T extends PlainObject[string]>(
  { options }: World,
  english: T,
  german?: T,
): PlainObject[string] =>
  options.shape === 'payload-single'
    ? english
    : { en: english, ...(german !== undefined && { de: german }) }
