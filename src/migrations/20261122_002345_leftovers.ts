import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261121_212134_lead_files'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`-- The addresses of a page and of those below it, in every language: what is not right any more is written, which makes
-- atrium_page_path work it out. Addresses are worked out for these pages only: beside the join, they would be for all of the space.
create or replace function atrium_page_follow(page uuid) returns void
language sql as $$
  with recursive below as (
    select page as id
    union all
    select p.id from pages p join below b on p.parent_id = b.id
  ), texts as materialized (
    select l.id, l._parent_id, l._locale, l.slug, l.path from below b join pages_locales l on l._parent_id = b.id
  )
  update pages_locales l set slug = l.slug from texts t
  where l.id = t.id and t.path is distinct from atrium_page_address(t._parent_id, t._locale, t.slug)
$$;`))
  await db.execute(sql.raw(`-- A published page that has another address in a language when the transaction ends leaves a redirect to itself at the old one: to
-- the page, not to its address, so that later moves need no chain. Deferred, since Payload deletes all translations of a page on
-- each save and writes them anew.
create or replace function atrium_page_moved() returns trigger
language plpgsql as $$
declare
  known boolean;
  address text;
begin
  if tg_op <> 'DELETE' then
    perform atrium_page_settled(new._parent_id, new._locale);
  end if;
  -- Written by this transaction: nobody has come by it. The start page stays where it is, whichever page it is.
  if tg_op = 'INSERT' or old.path is null or old.path = '/' or atrium_written_here(old.xmin) then
    return null;
  end if;
  select
    coalesce(
      (nullif(current_setting('atrium.known_pages_' || right(p.id::text, 2), true), '')::jsonb ->> p.id::text)::boolean,
      p._status = 'published' and coalesce(p.published_at <= now(), true)
    ),
    coalesce(l.path, m.path)
  into known, address
  from pages p
  left join pages_locales l on l._parent_id = p.id and l._locale = old._locale
  left join pages_locales m on m._parent_id = p.id and m._locale = atrium_default_locale(p.tenant_id)
  where p.id = old._parent_id;
  if not coalesce(known, false) or address is null or address = old.path then
    return null;
  end if;
  insert into redirects (id, tenant_id, "from", to_type, to_reference_id, type, origin)
  select gen_random_uuid(), old.tenant_id, left_at, 'reference', old._parent_id, '301', 'move'
  from atrium_page_href(old.tenant_id, old._locale, old.path) left_at
  -- No other page has it since.
  where left_at is not null and not exists (
    select from pages p where p.id = atrium_page_at(old.tenant_id, left_at) and p._status = 'published')
  on conflict (tenant_id, "from") do update set
    to_type = excluded.to_type, to_reference_id = excluded.to_reference_id, to_url = null, type = excluded.type, origin = excluded.origin;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- Notes, until the transaction ends, whether visitors knew a page before it: once it is published, its row does not tell. See
-- atrium_page_moved. In 256 settings by the end of the id, which is random: each note is written with those beside it.
create or replace function atrium_page_status() returns trigger
language plpgsql as $$
declare
  place text := 'atrium.known_pages_' || right(old.id::text, 2);
  noted jsonb := coalesce(nullif(current_setting(place, true), ''), '{}');
begin
  if not noted ? old.id::text then
    perform set_config(place, (noted || jsonb_build_object(
      old.id, old._status = 'published' and coalesce(old.published_at <= now(), true)
    ))::text, true);
  end if;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- For triggers: argument 1 is the function that looks at the document, argument 2 the column that says which one it is.
-- Pages may wait for atrium_search_written.
create or replace function atrium_search_changed() returns trigger
language plpgsql as $$
declare
  changed jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
  if tg_argv[0] = 'atrium_search_page' and current_setting('atrium.search_later', true) = 'on' then
    return null;
  end if;
  execute format('select %I($1, $2)', tg_argv[0])
    using (changed ->> 'tenant_id')::uuid, (changed ->> tg_argv[1])::uuid;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- For triggers on statements that write translations, which are in \`changed\`, and for an update as they were in \`before\`: argument 1
-- is the function that looks at the document, argument 2 the table that the translations hang from.
-- Pages may wait for atrium_search_written.
create or replace function atrium_search_translated() returns trigger
language plpgsql as $$
declare
  document record;
begin
  if tg_argv[0] = 'atrium_search_page' and current_setting('atrium.search_later', true) = 'on' then
    return null;
  end if;
  for document in execute format(
    'select distinct c.tenant_id, %s as id from changed c join %I d on d.id = c._parent_id %s',
    case tg_argv[1] when '_pages_v' then 'd.parent_id' else 'd.id' end,
    tg_argv[1],
    case tg_op
      when 'UPDATE' then 'join before b on b.id = c.id where c is distinct from b'
      -- Payload takes all translations away before it writes them anew, which is then looked at.
      when 'DELETE' then format('where exists (select from %I l where l._parent_id = d.id)', tg_table_name)
      else ''
    end
  ) loop
    execute format('select %I($1, $2)', tg_argv[0]) using document.tenant_id, document.id;
  end loop;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- Looks once at each page of a space that this transaction has written, and ends \`atrium.search_later\`, under which triggers have not:
-- a save writes four tables in each language, and each of them would be a look.
create or replace function atrium_search_written(space uuid) returns void
language plpgsql as $$
begin
  perform set_config('atrium.search_later', '', true);
  perform atrium_search_page(p.tenant_id, p.id)
  from pages p
  where p.tenant_id = space and (
    atrium_written_here(p.xmin)
    or exists (select from pages_locales l where l._parent_id = p.id and atrium_written_here(l.xmin))
    or exists (select from _pages_v v where v.parent_id = p.id and v.latest and atrium_written_here(v.xmin))
  );
end;
$$;`))
  await db.execute(sql.raw(`-- Whether a row that this transaction sees was written by it. A savepoint is a transaction of its own, whose number is
-- higher; what is seen and not yet committed can only be this one's.
create or replace function atrium_written_here(writer xid) returns boolean
language plpgsql as $$
#variable_conflict use_variable
declare
  top bigint := pg_current_xact_id()::text::bigint;
  -- Rows keep 32 of 64 bits: the first number from this transaction's on that ends like that.
  number bigint := (top & ~4294967295) | writer::text::bigint;
begin
  number := case when number < top then number + 4294967296 else number end;
  if number - top >= 2147483648 then
    return false;
  end if;
  return number = top or pg_xact_status(number::text::xid8) = 'in progress';
exception when invalid_parameter_value then
  -- Nobody has that number yet: the row is two thousand million transactions old.
  return false;
end;
$$;`))
  await db.execute(sql.raw(`-- All texts of a page: Payload's own index has the language before the page, so each look would read those of the whole space.
create index if not exists pages_locales_parent_idx on pages_locales (_parent_id, tenant_id);
create index if not exists _pages_v_locales_parent_idx on _pages_v_locales (_parent_id, tenant_id);`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop index if exists pages_locales_parent_idx; drop index if exists _pages_v_locales_parent_idx;`))
  await db.execute(sql.raw(`drop function if exists atrium_written_here(xid);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_written(uuid);`))
  await db.execute(sql.raw(`-- For triggers on statements that write translations, which are in \`changed\`, and for an update as they were in \`before\`: argument 1
-- is the function that looks at the document, argument 2 the table that the translations hang from.
create or replace function atrium_search_translated() returns trigger
language plpgsql as $$
declare
  document record;
begin
  for document in execute format(
    'select distinct c.tenant_id, %s as id from changed c join %I d on d.id = c._parent_id %s',
    case tg_argv[1] when '_pages_v' then 'd.parent_id' else 'd.id' end,
    tg_argv[1],
    case tg_op
      when 'UPDATE' then 'join before b on b.id = c.id where c is distinct from b'
      -- Payload takes all translations away before it writes them anew, which is then looked at.
      when 'DELETE' then format('where exists (select from %I l where l._parent_id = d.id)', tg_table_name)
      else ''
    end
  ) loop
    execute format('select %I($1, $2)', tg_argv[0]) using document.tenant_id, document.id;
  end loop;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- For triggers: argument 1 is the function that looks at the document, argument 2 the column that says which one it is.
create or replace function atrium_search_changed() returns trigger
language plpgsql as $$
declare
  changed jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
  execute format('select %I($1, $2)', tg_argv[0])
    using (changed ->> 'tenant_id')::uuid, (changed ->> tg_argv[1])::uuid;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- Notes, until the transaction ends, whether visitors knew a page before it: once it is published, its row does not tell. See
-- atrium_page_moved.
create or replace function atrium_page_status() returns trigger
language plpgsql as $$
declare
  noted jsonb := coalesce(nullif(current_setting('atrium.known_pages', true), ''), '{}');
begin
  if not noted ? old.id::text then
    perform set_config('atrium.known_pages', (noted || jsonb_build_object(
      old.id, old._status = 'published' and coalesce(old.published_at <= now(), true)
    ))::text, true);
  end if;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- A published page that has another address in a language when the transaction ends leaves a redirect to itself at the old one: to
-- the page, not to its address, so that later moves need no chain. Deferred, since Payload deletes all translations of a page on
-- each save and writes them anew.
create or replace function atrium_page_moved() returns trigger
language plpgsql as $$
declare
  known boolean;
  address text;
begin
  if tg_op <> 'DELETE' then
    perform atrium_page_settled(new._parent_id, new._locale);
  end if;
  -- Written by this transaction: nobody has come by it. The start page stays where it is, whichever page it is.
  if tg_op = 'INSERT' or old.path is null or old.path = '/' or old.xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295) then
    return null;
  end if;
  select
    coalesce(
      (nullif(current_setting('atrium.known_pages', true), '')::jsonb ->> p.id::text)::boolean,
      p._status = 'published' and coalesce(p.published_at <= now(), true)
    ),
    coalesce(l.path, m.path)
  into known, address
  from pages p
  left join pages_locales l on l._parent_id = p.id and l._locale = old._locale
  left join pages_locales m on m._parent_id = p.id and m._locale = atrium_default_locale(p.tenant_id)
  where p.id = old._parent_id;
  if not coalesce(known, false) or address is null or address = old.path then
    return null;
  end if;
  insert into redirects (id, tenant_id, "from", to_type, to_reference_id, type, origin)
  select gen_random_uuid(), old.tenant_id, left_at, 'reference', old._parent_id, '301', 'move'
  from atrium_page_href(old.tenant_id, old._locale, old.path) left_at
  -- No other page has it since.
  where left_at is not null and not exists (
    select from pages p where p.id = atrium_page_at(old.tenant_id, left_at) and p._status = 'published')
  on conflict (tenant_id, "from") do update set
    to_type = excluded.to_type, to_reference_id = excluded.to_reference_id, to_url = null, type = excluded.type, origin = excluded.origin;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- The addresses of a page and of those below it, in every language: what is not right any more is written, which makes
-- atrium_page_path work it out.
create or replace function atrium_page_follow(page uuid) returns void
language sql as $$
  with recursive below as (
    select page as id
    union all
    select p.id from pages p join below b on p.parent_id = b.id
  )
  update pages_locales l set slug = l.slug from below b
  where l._parent_id = b.id and l.path is distinct from atrium_page_address(l._parent_id, l._locale, l.slug)
$$;`))
}
