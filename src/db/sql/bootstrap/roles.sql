-- The roles, the database and its door. Run as a superuser, as often as you like; nothing is dropped.
-- The embedded server gets it from scripts/postgres/ensureRoles.ts. On a server of your own:
--   psql -v database=atrium -v owner_password=… -v app_password=… -f src/db/sql/bootstrap/roles.sql <maintenance URL>
-- It stays within what both of them read: statements that end a line with ";" or "\gexec" (which
-- runs each row of the result), and "\connect". PostgreSQL 15 to 18.

-- Two runs at once would fail with "tuple concurrently updated". Held until the connection ends.
select pg_advisory_lock(hashtext('atrium:bootstrap'));

-- NOINHERIT everywhere: belonging to a scope role gives nothing until a transaction enters it.
select format('create role %I nologin noinherit', name)
from unnest(array['atrium_owner', 'atrium_app', 'atrium_tenant', 'atrium_identity', 'atrium_search', 'atrium_platform']) as name
where not exists (select from pg_roles where rolname = name)
\gexec

-- Attributes are set only where they differ: a managed server lets nobody mention SUPERUSER.
select format(
  'alter role %I %s noinherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication',
  rolname, case when rolname in ('atrium_owner', 'atrium_app') then 'login' else 'nologin' end
)
from pg_roles
where rolname in ('atrium_owner', 'atrium_app', 'atrium_tenant', 'atrium_identity', 'atrium_search', 'atrium_platform')
  and (rolinherit or rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication
    or rolcanlogin <> (rolname in ('atrium_owner', 'atrium_app')))
\gexec

alter role atrium_owner password :'owner_password';
alter role atrium_app password :'app_password';

-- The runtime enters one of these per transaction. It is granted nothing else, so that a query
-- outside a scope is "permission denied".
grant atrium_tenant, atrium_identity, atrium_search, atrium_platform to atrium_app;

-- Row-level security is forced on the owner too: a data migration enters this role to see rows.
grant atrium_platform to atrium_owner;

select format('create database %I owner atrium_owner encoding ''UTF8'' template template0', :'database')
where not exists (select from pg_database where datname = :'database')
\gexec

alter database :"database" owner to atrium_owner;
-- Keeps every other role of the server out, and temporary tables away from the runtime.
revoke all on database :"database" from public;
grant connect on database :"database" to atrium_app;

\connect :"database"

-- Advisory locks are per database: this one guards what follows.
select pg_advisory_lock(hashtext('atrium:bootstrap'));

-- `migrate:fresh` replaces the schema and loses these lines: run this file again after it.
alter schema public owner to atrium_owner;
revoke create on schema public from public;
grant usage on schema public to atrium_tenant, atrium_identity, atrium_search, atrium_platform;
-- PostgreSQL's default, kept on purpose: without it a query outside a scope would be told
-- "relation does not exist" (42P01), which hides the mistake, instead of "permission denied" (42501).
grant usage on schema public to public;

-- As the owner, who may drop them in a migration; they are trusted, so that needs no superuser.
set role atrium_owner;
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
create extension if not exists btree_gin schema public;
reset role;
