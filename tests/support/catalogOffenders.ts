import type { TableClass } from '@/db/rls/classifyTables'

type Classified = Pick<TableClass, 'table' | 'kind' | 'part'>

/** One way to break isolation, and the one check that it makes red. */
export interface Offender {
  readonly check: string
  /** Run as a superuser; rolled back. */
  readonly plant: string
  /** What the config would say of the tables that are planted. */
  readonly classes?: readonly Classified[]
}

const IN_SCOPE = `tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])`
const PROTECTED =
  'alter table planted enable row level security; alter table planted force row level security;'

export const catalogOffenders: readonly Offender[] = [
  { check: 'role powers', plant: 'alter role atrium_app createdb' },
  { check: 'role powers', plant: 'alter role atrium_app createrole' },
  { check: 'role powers', plant: 'alter role atrium_tenant bypassrls' },
  { check: 'role powers', plant: 'alter role atrium_platform login' },
  { check: 'role powers', plant: 'alter role atrium_tenant inherit' },
  { check: 'role memberships', plant: 'grant pg_read_all_data to atrium_app' },
  { check: 'role memberships', plant: 'grant atrium_owner to atrium_app' },
  { check: 'role memberships', plant: 'grant atrium_platform to atrium_tenant' },
  {
    check: 'ownership',
    plant: `create function planted() returns int language sql as 'select 1'; alter function planted() owner to atrium_app`,
  },
  { check: 'preset settings', plant: `alter role atrium_app set app.tenant_ids = '{}'` },
  { check: 'preset settings', plant: 'alter role atrium_tenant set row_security = off' },
  { check: 'rights outside of a scope', plant: 'grant select on countries to atrium_app' },
  { check: 'rights outside of a scope', plant: 'grant select (title) on pages_locales to public' },
  { check: 'rights outside of a scope', plant: 'grant create on schema public to public' },
  {
    check: 'rights outside of a scope',
    plant: 'alter default privileges for role atrium_owner grant select on tables to atrium_app',
  },
  { check: 'dangerous rights', plant: 'grant truncate on pages to atrium_tenant' },
  { check: 'dangerous rights', plant: 'grant references on pages to atrium_platform' },
  { check: 'dangerous rights', plant: 'grant trigger on users to atrium_tenant' },
  { check: 'dangerous rights', plant: 'grant select on pages to atrium_tenant with grant option' },
  {
    check: 'dangerous rights',
    plant: 'grant update on sequence pages_rels_id_seq to atrium_tenant',
  },
  { check: 'dangerous rights', plant: 'grant create on schema public to atrium_tenant' },
  { check: 'rights of authentication', plant: 'grant update (email) on users to atrium_identity' },
  {
    check: 'rights of authentication',
    plant: 'revoke update (hash) on users from atrium_identity',
  },
  {
    check: 'rights of authentication',
    plant: 'grant update (title) on pages_locales to atrium_tenant',
  },
  { check: 'row-level security', plant: 'alter table pages no force row level security' },
  { check: 'row-level security', plant: 'alter table pages_rels disable row level security' },
  {
    check: 'children that are reached directly',
    plant: `create table planted () inherits (pages); ${PROTECTED} grant select on planted to atrium_tenant;
      create policy planted on planted for select to atrium_tenant using (${IN_SCOPE})`,
    classes: [{ table: 'planted', kind: 'tenant', part: 'child' }],
  },
  { check: 'tenant columns', plant: 'alter table pages_rels alter column tenant_id drop not null' },
  {
    check: 'unclassified tables',
    plant: `create table planted (id uuid primary key); ${PROTECTED}`,
  },
  {
    check: 'missing tables',
    plant: 'select 1',
    classes: [{ table: 'planted', kind: 'tenant', part: 'main' }],
  },
  {
    check: 'policies for other roles',
    plant: `create policy planted on pages as restrictive for select to public using (${IN_SCOPE})`,
  },
  {
    check: 'policies that ask nothing',
    plant: 'create policy planted on payload_kv for select to atrium_tenant using (true)',
  },
  {
    check: 'policies that ask nothing',
    plant: `alter policy users_sessions_tenant_all on users_sessions using (exists (select from users u where u.id = _parent_id) or true)`,
  },
  {
    check: 'policies that do not compare the tenant',
    plant: `alter policy pages_tenant_all on pages using (created_by_id = (select nullif(current_setting('app.user_id', true), ''))::uuid)`,
  },
  {
    check: 'policies that do not compare the tenant',
    plant: `alter policy pages_tenant_all on pages using (${IN_SCOPE} or created_by_id = (select nullif(current_setting('app.user_id', true), ''))::uuid)`,
  },
  {
    check: 'several permissive policies',
    plant: `create policy planted on pages for select to atrium_tenant using (${IN_SCOPE})`,
  },
  { check: 'rights without a policy', plant: 'grant delete on countries to atrium_tenant' },
  {
    check: 'policies without WITH CHECK',
    plant: `drop policy pages_tenant_all on pages; create policy planted on pages for all to atrium_tenant using (${IN_SCOPE})`,
  },
  {
    check: 'settings read per row',
    plant: `alter policy pages_tenant_all on pages using (tenant_id = any (nullif(current_setting('app.tenant_ids', true), '')::uuid[]))`,
  },
  {
    check: 'foreign keys across tenants',
    plant:
      'alter table pages add constraint planted foreign key (meta_image_id) references media (id)',
  },
  {
    check: 'foreign keys across tenants',
    plant: 'drop trigger payload_locked_documents_rels_tenant on payload_locked_documents_rels',
  },
  {
    check: 'foreign keys across tenants',
    plant: `create or replace function atrium_lock_tenant() returns trigger language plpgsql as 'begin return new; end'`,
  },
  {
    check: 'unique rules across tenants',
    plant: 'create unique index planted on pages_locales (slug)',
  },
  {
    check: 'deferred rules',
    plant: 'alter table pages_locales add constraint planted unique (tenant_id, slug) deferrable',
  },
  { check: 'rules that do not hold', plant: 'alter table pages disable trigger pages_tree' },
  {
    check: 'rules that do not hold',
    plant: `alter table pages_locales add constraint planted check (title <> '') not valid`,
  },
  { check: 'views that run as their owner', plant: 'create view planted as select * from pages' },
  {
    check: 'materialized views in reach',
    plant:
      'create materialized view planted as select * from pages; grant select on planted to atrium_tenant',
  },
  {
    check: 'functions that run as their owner',
    plant: `create function planted() returns bigint language sql security definer as 'select count(*) from pages'`,
  },
]
