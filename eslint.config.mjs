import next from 'eslint-config-next/core-web-vitals'
import tseslint from 'typescript-eslint'

/*
 * What this file adds to the usual rules is the architecture: which folder may know which (docs/architecture.md), and the
 * few things that live in named files only. A rule that stands in the way of good code is changed here, in a diff that a
 * reviewer sees, and not switched off beside the code.
 */

const GENERATED = [
  '.next/**',
  '.data/**',
  '.tmp/**',
  'next-env.d.ts',
  'src/payload-types.ts',
  'src/migrations/**',
  'src/app/(payload)/admin/importMap.js',
]

const LOCAL_API =
  '/^(find|findByID|findVersions|count|create|update|updateByID|delete|duplicate|restoreVersion)$/'

/** Things that live in one place, or in a few that are listed. In tests they may be anywhere. */
const SINGLE_PLACES = [
  {
    selector:
      "MemberExpression[object.name='process'][property.name='env'], ImportDeclaration[source.value=/^(node:)?process$/]",
    message: 'Settings are declared, checked and documented in src/env.ts: use env().',
    // instrumentation.ts is bundled for two runtimes, and Next tells them apart by a variable.
    files: ['src/env.ts', 'src/instrumentation.ts'],
    inScripts: true,
  },
  {
    selector: "Property[key.name='overrideAccess'][value.value=true]",
    message: 'Overriding access is for the seed (src/seed/asSystem.ts).',
    files: ['src/seed/asSystem.ts'],
  },
  {
    // Left out, it means true.
    selector: ["callee.object.name='payload'", "callee.object.property.name='payload'"]
      .map(
        (called) =>
          `CallExpression[${called}][callee.property.name=${LOCAL_API}] > ` +
          "ObjectExpression:not(:has(> Property[key.name='overrideAccess']))",
      )
      .join(', '),
    message: 'Say `overrideAccess: false`. Left out, Payload asks no access function.',
    files: [
      // A visitor may create a lead only here, where it is checked against its form.
      'src/leads/submitForm.ts',
      // The owner's right is checked above, and the password is set by nobody.
      'src/collections/endpoints/inviteEndpoint.ts',
      // The demo's own list, in the platform's scope.
      'src/app/(platform)/platform/page.tsx',
      'src/seed/**',
    ],
    // A script says whose scope it works in, and its operator may do everything.
    inScripts: true,
  },
  {
    selector: "CallExpression[callee.name='getPayload']",
    message: 'Take `req.payload`, or withVisitor(). Payload is fetched where a request comes in.',
    files: [
      'src/api/scopedRoute.ts',
      'src/server/startJobs.ts',
      'src/site/withVisitor.ts',
      'src/site/loadSite.ts',
      'src/site/submitFormAction.ts',
      'src/app/(payload)/layout.tsx',
      'src/app/(payload)/admin/\\[\\[...segments\\]\\]/page.tsx',
      'src/app/(platform)/platform/page.tsx',
      'src/app/(preview)/preview/\\[token\\]/page.tsx',
    ],
    inScripts: true,
  },
  {
    selector: "MemberExpression[property.name='drizzle'][object.property.name='db']",
    message: 'The bare pool is outside of every scope, and is refused every table.',
    files: [],
  },
]

/** Everything may use these, and they use nothing of ours. */
const BASE = ['env.ts', 'errors.ts', 'locales', 'payload-types.ts', 'processWide.ts']

/**
 * Who may import whom, besides the base and itself. A file is one module of a layer that is closed otherwise.
 * `db` and `tenancy` share one module, the descriptor of a collection; views of blocks are built from parts of the site.
 */
const LAYERS = {
  db: ['migrations', 'search', 'tenancy/collectionKinds.ts'],
  search: ['access', 'db', 'tenancy'],
  tenancy: ['db', 'access'],
  access: ['db', 'tenancy'],
  server: [
    'api/rateLimits.ts',
    'api/uploadsInFlight.ts',
    'db/broadcast.ts',
    'db/poolConfig.ts',
    'jobs',
    'leads/files/uploadPermit.ts',
    'tenancy',
  ],
  jobs: ['access', 'db', 'leads', 'mail', 'tenancy'],
  review: ['access', 'db', 'jobs', 'tenancy'],
  csv: [],
  redirects: ['access', 'csv', 'db', 'tenancy', 'transfer', 'site/safeHref.ts'],
  transfer: [
    'access',
    'blocks',
    'collections/fields/slugField.ts',
    'csv',
    'db',
    'media',
    'tenancy',
  ],
  usages: ['access', 'blocks', 'db', 'tenancy'],
  media: [],
  mail: [],
  api: ['access', 'db', 'jobs/checkJobs.ts', 'media', 'server', 'tenancy'],
  import: [],
  csv: [],
  copying: ['access', 'blocks', 'db', 'media', 'tenancy'],
  leads: [
    'access',
    'api/rateLimits.ts',
    'csv',
    'db',
    'jobs',
    'mail',
    'media',
    'tenancy',
    'site/captchaInput.ts',
    'site/consentInput.ts',
    'site/formDefinition.ts',
    'site/honeypot.ts',
    'site/shownFields.ts',
    'site/words.ts',
  ],
  blocks: ['access', 'tenancy', 'site'],
  site: ['access', 'api/rateLimits.ts', 'blocks', 'db', 'leads', 'redirects', 'search', 'tenancy'],
  collections: [
    'access',
    'api/rateLimits.ts',
    'blocks',
    'copying',
    'db',
    'leads',
    'mail',
    'media',
    'review',
    'redirects',
    'tenancy',
    'transfer',
    'site/captchaInput.ts',
    'site/consentInput.ts',
    'site/fontStacks.ts',
    'site/honeypot.ts',
    'site/socialPlatforms.ts',
    'site/themeProblems.ts',
  ],
  admin: [
    'access',
    'api/answerError.ts',
    'blocks',
    'collections',
    'db/scope.ts',
    'review/loadStaff.ts',
    'db/readInScope.ts',
    'leads',
    'site',
    'tenancy',
    'usages',
    'seed/demoAccounts.ts',
  ],
  seed: ['access', 'blocks', 'db', 'site', 'tenancy'],
  app: [
    'admin',
    'api',
    'db/scope.ts',
    'db/withScope.ts',
    'jobs/schedulePublishFunction.ts',
    'jobs/upcomingPublishFunction.ts',
    'server',
    'site',
    'tenancy',
  ],
}

const zones = Object.entries(LAYERS).map(([layer, allowed]) => ({
  target: `./src/${layer}`,
  from: './src',
  except: [layer, ...BASE, ...allowed].map((path) => `./${path}`),
  message: `src/${layer} does not import this: see LAYERS in eslint.config.mjs and docs/architecture.md.`,
}))

/** @param {(place: (typeof SINGLE_PLACES)[number]) => boolean} applies */
const restrictions = (applies) => [
  'error',
  ...SINGLE_PLACES.filter(applies).map(({ selector, message }) => ({ selector, message })),
]

const isListed = (file, files) =>
  files.some(
    (listed) => listed === file || (listed.endsWith('/**') && file.startsWith(listed.slice(0, -2))),
  )

/** A file that is listed for one thing keeps to the rules for the others. Folders first: the last that matches counts. */
const exceptions = [...new Set(SINGLE_PLACES.flatMap(({ files }) => files))]
  .sort((a, b) => Number(b.endsWith('/**')) - Number(a.endsWith('/**')))
  .map((file) => ({
    files: [file],
    rules: { 'no-restricted-syntax': restrictions(({ files }) => !isListed(file, files)) },
  }))

export default tseslint.config(
  { ignores: GENERATED },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...next,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Pictures come in sizes of their own from the media library, see Picture.tsx.
      '@next/next/no-img-element': 'off',
      // Views are named by their file; a function that returns one is no component.
      'react/display-name': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'payload.config.ts'],
    rules: {
      'no-console': ['error', { allow: ['info'] }],
      'no-restricted-syntax': restrictions(() => true),
    },
  },
  {
    // `useDatabase()` at the top of a test file is a fixture, no hook of React's.
    files: ['tests/**/*.ts', 'scripts/**/*.ts'],
    rules: Object.fromEntries(
      ['rules-of-hooks', 'immutability', 'globals'].map((rule) => [`react-hooks/${rule}`, 'off']),
    ),
  },
  {
    // A promise that nobody waits for is a statement outside of its transaction, or an error that ends the process.
    files: ['src/**/*.{ts,tsx}', 'scripts/**/*.ts', 'payload.config.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
    },
  },
  {
    files: ['scripts/**/*.ts'],
    rules: { 'no-restricted-syntax': restrictions(({ inScripts }) => !inScripts) },
  },
  {
    // Atrium has nothing of MongoDB in it; the importer reads its files.
    files: ['src/**/*.{ts,tsx}', 'scripts/**/*.ts', 'payload.config.ts'],
    ignores: ['src/import/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'bson', message: 'The `bson` package is for src/import alone.' }] },
      ],
    },
  },
  ...exceptions,
  { files: ['src/**/*.{ts,tsx}'], rules: { 'import/no-restricted-paths': ['error', { zones }] } },
)
