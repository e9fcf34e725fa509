import type { CollectionConfig } from 'payload'

import { Comments } from './Comments'
import { Deliveries } from './Deliveries'
import { Documents } from './Documents'
import { Erasures } from './Erasures'
import { ImportChanges, ImportCheckpoints, ImportRows, Imports } from './importTables'
import { LeadFiles } from './LeadFiles'
import { Media } from './Media'
import { Notifications } from './Notifications'
import { Pages } from './Pages'
import { Redirects } from './Redirects'
import { Countries, Currencies, TimeZones } from './referenceData'
import { Reviews } from './Reviews'
import { PageEmbeddings, SearchDocuments, SearchWords } from './SearchDocuments'
import { SiteSettings } from './SiteSettings'
import { Teams } from './Teams'
import { Tenants } from './Tenants'
import { Users } from './Users'

/** In the order of the admin's menu. Forms and leads come from the form-builder plugin, see `payload.config.ts`. */
export const collections: CollectionConfig[] = [
  Pages,
  Media,
  Redirects,
  Deliveries,
  LeadFiles,
  SiteSettings,
  Comments,
  Reviews,
  Notifications,
  Users,
  Teams,
  Tenants,
  Countries,
  Currencies,
  TimeZones,
  SearchDocuments,
  SearchWords,
  PageEmbeddings,
  Erasures,
  Documents,
  Imports,
  ImportRows,
  ImportChanges,
  ImportCheckpoints,
]

export { Forms } from './Forms'
export { FormSubmissions } from './FormSubmissions'
