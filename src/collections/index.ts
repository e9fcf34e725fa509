import type { CollectionConfig } from 'payload'

import { Media } from './Media'
import { Pages } from './Pages'
import { Countries, Currencies, TimeZones } from './referenceData'
import { SearchDocuments, SearchWords } from './SearchDocuments'
import { SiteSettings } from './SiteSettings'
import { Tenants } from './Tenants'
import { Users } from './Users'

/** In the order of the admin's menu. Forms and leads come from the form-builder plugin, see `payload.config.ts`. */
export const collections: CollectionConfig[] = [
  Pages,
  Media,
  SiteSettings,
  Users,
  Tenants,
  Countries,
  Currencies,
  TimeZones,
  SearchDocuments,
  SearchWords,
]

export { Forms } from './Forms'
export { FormSubmissions } from './FormSubmissions'
