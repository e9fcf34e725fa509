/**
 * What the catalog suite accepts although it looks like an offence, each with its reason. Written down a second time on
 * purpose, apart from the code that makes it: widening a right takes two edits, and a reviewer sees this one.
 */

const CREDENTIAL_COLUMNS = [
  'hash',
  'salt',
  'login_attempts',
  'lock_until',
  'reset_password_token',
  'reset_password_expiration',
  'reset_password_requested_at',
  '_verified',
  '_verificationtoken',
  'last_login',
  'updated_at',
]

/** All that authentication may do. */
export const IDENTITY_RIGHTS = [
  { table: 'users', column: null, privilege: 'SELECT' },
  ...CREDENTIAL_COLUMNS.map((column) => ({ table: 'users', column, privilege: 'UPDATE' })),
  { table: 'users_tenants', column: null, privilege: 'SELECT' },
  ...['SELECT', 'INSERT', 'UPDATE', 'DELETE'].map((privilege) => ({
    table: 'users_sessions',
    column: null,
    privilege,
  })),
]

/** Foreign keys without `tenant_id` on both sides, and what answers in their place. `*`: any table, to `users`. */
export const FOREIGN_KEYS = [
  {
    table: '*',
    column: 'created_by_id',
    reason:
      'The author may be a global account. Set once by the server; no request carries it (createdByField).',
  },
  { table: '*', column: 'version_created_by_id', reason: 'A copy of created_by_id.' },
  ...[
    { table: 'form_submissions', column: 'assignee_id' },
    { table: 'comments_rels', column: 'users_id' },
    { table: 'teams_rels', column: 'users_id' },
    { table: 'notifications', column: 'recipient_id' },
    { table: 'reviews', column: 'decided_by_id' },
  ].map((key) => ({
    ...key,
    reason:
      'atrium_check_person refuses an account that is not visible as it does one that does not exist.',
  })),
  {
    table: 'users_sessions',
    column: '_parent_id',
    reason: 'Its policy asks for an account that is visible.',
  },
  {
    table: 'users_tenants',
    column: '_parent_id',
    reason:
      'atrium_check_membership refuses an account that is not visible as it does one that does not exist.',
  },
  {
    table: 'tenants_domains',
    column: '_parent_id',
    reason:
      'Its trigger copies the parent’s id into tenant_id, and finds only a parent that is visible.',
  },
  {
    table: 'payload_jobs_log',
    column: '_parent_id',
    reason: 'Only the platform writes it; a tenant reads what hangs from a job that it sees.',
  },
  {
    table: 'tenant_locales',
    column: 'parent_id',
    reason: 'As for tenants_domains.',
  },
  ...['payload_locked_documents_rels', 'payload_preferences_rels'].map((table) => ({
    table,
    column: 'parent_id',
    reason: 'Its policy asks for a parent that is visible.',
  })),
  {
    table: 'payload_preferences_rels',
    column: 'users_id',
    reason: 'Its policy asks for the person of the scope.',
  },
]

/**
 * Tables whose references a trigger answers for, whatever collections there are. The check reads the trigger’s function: a
 * column that it does not ask about is an offence all the same.
 */
export const GUARDED_TABLES = [
  {
    table: 'payload_locked_documents_rels',
    guard: 'atrium_lock_tenant',
    reason: 'It refuses a document that is not visible as it does one that does not exist.',
  },
]

/** Unique over all tenants. */
export const UNIQUE_INDEXES = [
  {
    index: 'tenants_slug_idx',
    reason: 'Sub-domains are public, and only the platform gives them out.',
  },
  {
    index: 'tenants_domains_domain_idx',
    reason: 'Host names are public, and only the platform enters them.',
  },
  { index: 'countries_code_idx', reason: 'A shared list.' },
  { index: 'currencies_code_idx', reason: 'A shared list.' },
  { index: 'time_zones_code_idx', reason: 'A shared list.' },
  { index: 'payload_kv_key_idx', reason: 'Only the platform reaches the table.' },
]

/** Triggers that wait for the end of the transaction, and why nothing that they do can be refused there. */
export const DEFERRED_TRIGGERS = [
  {
    trigger: 'pages_locales_moved',
    reason:
      'Leaves redirects at addresses that no page has then, and takes those that a page has: with ON CONFLICT, to a page of the same row, under the lock of the space.',
  },
  { trigger: 'pages_published', reason: 'Only deletes redirects at addresses of the page.' },
]
