import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { formBuilderPlugin } from '@payloadcms/plugin-form-builder'
import { multiTenantPlugin } from '@payloadcms/plugin-multi-tenant'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { adminTranslations, tenantTranslations } from '@/admin/translations'
import { hideApiTab } from '@/admin/hideApiTab'
import { titlesInLists } from '@/admin/locale/titlesInLists'
import { afterError } from '@/api/afterError'
import { graphQLLimits } from '@/api/graphQLLimits'
import { withoutMarkedFields } from '@/api/withoutMarkedFields'
import { limitPageSize } from '@/api/limitPageSize'
import { healthEndpoints } from '@/api/health'
import { logFailure } from '@/api/logFailure'
import { refuseEmptyGroups } from '@/api/refuseEmptyGroups'
import { richTextEditor } from '@/blocks/richTextEditor'
import { collections, Forms, FormSubmissions } from '@/collections'
import { FileBlock, StepBlock } from '@/collections/formBlocks'
import { clashMessages } from '@/collections/clashMessages'
import { poolConfig } from '@/db/poolConfig'
import { scopedAdapter } from '@/db/scopedAdapter'
import { env } from '@/env'
import { jobsConfig } from '@/jobs/jobsConfig'
import { personEndpoints } from '@/leads/person/personEndpoints'
import { emailAdapter } from '@/mail/emailAdapter'
import { mediaStorage } from '@/media/mediaStorage'
import { relatedQuery } from '@/search/related/relatedQuery'
import { searchColumns } from '@/search/searchColumns'
import { searchEndpoints } from '@/search/searchEndpoints'
import { searchInLists } from '@/search/searchInLists'
import { searchQuery } from '@/search/searchQuery'
import { forMultiTenantPlugin } from '@/tenancy/collectionKinds'
import { localization } from '@/tenancy/localization'
import { resolveScope } from '@/tenancy/resolveScope'
import { scopeAuthentication } from '@/tenancy/scopedAuthentication'
import { whereUsed } from '@/usages/whereUsed'

const root = path.dirname(fileURLToPath(import.meta.url))

/** Composition only: lists in, adapter in. What a thing is, is said in its own file. */
export default buildConfig({
  admin: {
    user: 'users',
    importMap: { baseDir: path.resolve(root, 'src') },
    // Payload's default asks gravatar.com about everybody who signs in.
    avatar: { Component: '@/admin/Avatar#Avatar' },
    components: {
      actions: ['@/admin/NotificationBell#NotificationBell'],
      beforeLogin: ['@/admin/brand/SignInGreeting#SignInGreeting'],
      beforeNav: ['@/admin/brand/NavBrand#NavBrand'],
      graphics: { Icon: '@/admin/brand/Icon#Icon', Logo: '@/admin/brand/Logo#Logo' },
      header: ['@/admin/SuspendedNotice#SuspendedNotice'],
      providers: ['@/admin/jobs/ScheduleAnswers#ScheduleAnswers'],
      views: { dashboard: { Component: '@/admin/dashboard/Dashboard#Dashboard' } },
    },
    meta: {
      titleSuffix: '· Atrium',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/atrium/icon.svg' }],
      defaultOGImageType: 'off',
      openGraph: { title: 'Atrium', siteName: 'Atrium', description: 'Sign in to Atrium.' },
    },
  },
  collections,
  db: scopedAdapter({
    pool: poolConfig,
    resolveScope,
    clashes: clashMessages,
    idType: 'uuidv7',
    blocksAsJSON: true,
    afterSchemaInit: [searchColumns],
    migrationDir: path.resolve(root, 'src/migrations'),
  }),
  editor: richTextEditor,
  cookiePrefix: 'atrium',
  cors: [],
  email: emailAdapter,
  endpoints: [...healthEndpoints, ...searchEndpoints, ...personEndpoints],
  graphQL: {
    ...graphQLLimits,
    queries: withoutMarkedFields((...args) => ({
      ...searchQuery(...args),
      ...relatedQuery(...args),
    })),
  },
  hooks: { afterError: [afterError] },
  i18n: { translations: adminTranslations },
  jobs: jobsConfig,
  localization,
  logger: { options: { level: env().LOG_LEVEL, hooks: { logMethod: logFailure } } },
  maxDepth: 3,
  onInit: scopeAuthentication,
  plugins: [
    formBuilderPlugin({
      fields: { payment: false, upload: false, file: FileBlock, step: StepBlock },
      formOverrides: Forms,
      formSubmissionOverrides: FormSubmissions,
      // Mail is sent by src/leads/deliveries, after the commit: the plugin would send it inside the transaction, and once only.
      beforeEmail: () => [],
    }),
    (config) =>
      multiTenantPlugin({
        collections: forMultiTenantPlugin(config.collections),
        cleanupAfterTenantDelete: false,
        i18n: { translations: tenantTranslations },
        tenantsArrayField: { includeDefaultField: false },
        userHasAccessToAllTenants: (user) => user.platformRole === 'platform-admin',
      })(config),
    whereUsed,
    searchInLists,
    titlesInLists,
    mediaStorage,
    limitPageSize,
    refuseEmptyGroups,
    hideApiTab,
  ],
  secret: env().PAYLOAD_SECRET,
  serverURL: '',
  sharp,
  telemetry: false,
  typescript: { outputFile: path.resolve(root, 'src/payload-types.ts') },
})
