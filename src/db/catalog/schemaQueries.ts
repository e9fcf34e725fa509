/** Lists objects of the schema: what each belongs to (`of`) and the statement that would make it (`line`). */
export interface SchemaPart {
  readonly title: string
  readonly sql: string
}

const OURS = (catalog: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

const GRANTEE = `case g.grantee when 0 then 'public' else pg_get_userbyid(g.grantee)::text end`

/** Rights of everybody but the owner, who has them all. */
const grantLines = (kind: string, relkinds: string): string => `
  select c.relname::text as "of",
    'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' on ${kind}' || c.relname
      || ' to ' || ${GRANTEE} || case when g.is_grantable then ' with grant option' else '' end || ';' as line
  from source_relations c cross join aclexplode(c.relacl) g
  where g.grantee <> c.relowner and c.relkind ${relkinds}
  group by c.relname, g.grantee, g.is_grantable`

/** What the queries read: the objects that migrations made, not those of PostgreSQL and of extensions. */
export const SCHEMA_SOURCES = `source_schemas as (
    select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
  ), source_relations as (
    select c.* from pg_class c join source_schemas n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and ${OURS('pg_class', 'c.oid')}
  )`

/** What belongs to no table, in the order in which it is written. */
export const SCHEMA_PARTS: readonly SchemaPart[] = [
  {
    title: 'Extensions',
    // pgvector is the server's, like plpgsql: Docker's image brings it (docker/postgres), the embedded server has none.
    sql: `select extname as "of", 'create extension ' || extname || ';' as line from pg_extension
      where extname not in ('plpgsql', 'vector')`,
  },
  {
    title: 'Schemas',
    sql: `
      select nspname::text as "of", '-- schema ' || nspname || ' belongs to ' || pg_get_userbyid(nspowner) as line
      from pg_namespace join source_schemas using (oid)
      union all
      select nspname, 'grant ' || lower(g.privilege_type) || ' on schema ' || nspname || ' to ' || ${GRANTEE} || ';'
      from pg_namespace join source_schemas using (oid) cross join aclexplode(nspacl) g where g.grantee <> nspowner`,
  },
  {
    title: 'Types',
    sql: `select t.typname::text as "of", 'create type ' || t.typname || ' as enum (' ||
        string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) || ');' as line
      from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.typname`,
  },
  {
    title: 'Functions',
    sql: `select p.oid::regprocedure::text as "of", replace(pg_get_functiondef(p.oid), E'\\r', '') || ';' as line
      from pg_proc p join source_schemas n on n.oid = p.pronamespace
      where p.prokind in ('f', 'p') and ${OURS('pg_proc', 'p.oid')}
      union all
      select p.oid::regprocedure::text, '-- rights: ' || p.proacl::text
      from pg_proc p join source_schemas n on n.oid = p.pronamespace
      where p.proacl is not null and ${OURS('pg_proc', 'p.oid')}`,
  },
  {
    title: 'Text search',
    sql: `
      select c.cfgname::text as "of", 'create text search configuration ' || c.cfgname || ' (' || string_agg(m.mapping, '; ' order by m.mapping) || ');' as line
      from pg_ts_config c join source_schemas n on n.oid = c.cfgnamespace
      cross join lateral (
        select string_agg(t.alias, ', ' order by t.alias) || ' with ' || d.dictionaries as mapping
        from (
          select m.maptokentype, string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno) as dictionaries
          from pg_ts_config_map m where m.mapcfg = c.oid group by m.maptokentype
        ) d join ts_token_type(c.cfgparser) t on t.tokid = d.maptokentype
        group by d.dictionaries
      ) m
      where ${OURS('pg_ts_config', 'c.oid')}
      group by c.cfgname`,
  },
  {
    title: 'Views',
    sql: `select c.relname::text as "of", case c.relkind when 'm' then 'create materialized view ' else 'create view ' end || c.relname
        || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || ' as' || E'\\n' || pg_get_viewdef(c.oid, true) as line
      from source_relations c where c.relkind in ('v', 'm')`,
  },
  {
    title: 'Sequences',
    sql: `select c.relname::text as "of", 'create sequence ' || c.relname || ' as ' || format_type(s.seqtypid, null) || ';' as line
      from source_relations c join pg_sequence s on s.seqrelid = c.oid
      union all ${grantLines('sequence ', "= 'S'")}`,
  },
]

/** For each table, in this order below its columns. */
export const TABLE_PARTS: readonly string[] = [
  // PostgreSQL 18 lists NOT NULL here too; they are written with the columns.
  `select c.relname::text as "of", 'alter table ' || c.relname || ' add constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid, true)
      || case when k.convalidated then '' else ' not valid' end || ';' as line
    from pg_constraint k join source_relations c on c.oid = k.conrelid where k.contype <> 'n'`,
  `select c.relname::text as "of", pg_get_indexdef(x.indexrelid, 0, true) || ';' as line
    from pg_index x join source_relations c on c.oid = x.indrelid
    where not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))`,
  `select c.relname::text as "of", 'alter table ' || c.relname || ' ' || f.what || ';' as line
    from source_relations c cross join lateral (values
      (c.relrowsecurity, 'enable row level security'), (c.relforcerowsecurity, 'force row level security')
    ) as f(yes, what) where f.yes and c.relkind in ('r', 'p')`,
  `select c.relname::text as "of", 'create policy ' || p.polname || ' on ' || c.relname || case when p.polpermissive then '' else ' as restrictive' end
      || ' for ' || case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end
      || ' to ' || (select string_agg(case r when 0 then 'public' else pg_get_userbyid(r)::text end, ', ' order by r) from unnest(p.polroles) as r)
      || coalesce(E'\\n  using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(E'\\n  with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';' as line
    from pg_policy p join source_relations c on c.oid = p.polrelid`,
  `select c.relname::text as "of", pg_get_triggerdef(t.oid, true) || case t.tgenabled when 'O' then '' else ' -- ' || t.tgenabled::text end || ';' as line
    from pg_trigger t join source_relations c on c.oid = t.tgrelid where not t.tgisinternal`,
  grantLines('', "<> 'S'"),
  `select c.relname::text as "of", 'grant ' || lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attname collate "C") || ') on '
      || c.relname || ' to ' || ${GRANTEE} || ';' as line
    from source_relations c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped cross join aclexplode(a.attacl) g
    group by c.relname, g.privilege_type, g.grantee`,
]

/** The columns of every table, in their order. */
export const COLUMNS = `select c.relname::text as "of", a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attidentity = '' then '' else ' generated as identity' end
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(case a.attgenerated when '' then ' default ' || pg_get_expr(b.adbin, b.adrelid)
      else ' generated always as (' || pg_get_expr(b.adbin, b.adrelid) || ') stored' end, '') as line
  from source_relations c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef b on b.adrelid = c.oid and b.adnum = a.attnum
  where c.relkind in ('r', 'p', 'f') order by c.relname, a.attnum`
