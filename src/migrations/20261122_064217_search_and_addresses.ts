import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261122_022527_people_by_space'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`-- The addresses of a page and of those below it, in every language: what is not right any more is written, which makes
-- atrium_page_path work it out. Addresses are worked out for these pages only: beside the join, they would be for all of the space.
-- Each page is looked up by the index (\`offset 0\`): a join reads all pages of the space.
create or replace function atrium_page_follow(page uuid) returns void
language sql as $$
  with recursive below as (
    select page as id
    union all
    select c.id from below b cross join lateral (select p.id from pages p where p.parent_id = b.id offset 0) c
  ), texts as materialized (
    select t.* from below b
    cross join lateral (
      select l.id, l._parent_id, l._locale, l.slug, l.path from pages_locales l where l._parent_id = b.id offset 0
    ) t
  )
  update pages_locales set slug = slug where id = any (array(
    select t.id from texts t where t.path is distinct from atrium_page_address(t._parent_id, t._locale, t.slug)
  ))
$$;`))
  await db.execute(sql.raw(`-- For triggers: argument 1 is the function that looks at the document, argument 2 the column that says which one it is.
-- Pages may wait for atrium_search_written. When a row was written is nothing to be found by: Payload writes rows of which nothing
-- else has changed.
create or replace function atrium_search_changed() returns trigger
language plpgsql as $$
declare
  changed jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
  times constant text[] := '{created_at,updated_at,version_created_at,version_updated_at}';
begin
  if tg_argv[0] = 'atrium_search_page' and current_setting('atrium.search_later', true) = 'on' then
    return null;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(old) - times = changed - times then
    return null;
  end if;
  execute format('select %I($1, $2)', tg_argv[0])
    using (changed ->> 'tenant_id')::uuid, (changed ->> tg_argv[1])::uuid;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- For triggers on statements that write translations (or answers), which are in \`changed\`, and for an update as they were in \`before\`:
-- argument 1 is the function that looks at the document, argument 2 the table that they hang from.
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
  await db.execute(sql.raw(`-- By trigger, so that no way of writing misses it. Translations and answers are written by the statement: several rows, one look.
create or replace trigger pages_search after insert or update or delete on pages
  for each row execute function atrium_search_changed('atrium_search_page', 'id');
create or replace trigger pages_v_search after insert or update or delete on _pages_v
  for each row execute function atrium_search_changed('atrium_search_page', 'parent_id');
create or replace trigger media_search after insert or update or delete on media
  for each row execute function atrium_search_changed('atrium_search_media', 'id');
create or replace trigger forms_search after insert or update or delete on forms
  for each row execute function atrium_search_changed('atrium_search_form', 'id');
create or replace trigger form_submissions_search after insert or update or delete on form_submissions
  for each row execute function atrium_search_changed('atrium_search_lead', 'id');
create or replace trigger form_submissions_data_search after update or delete on form_submissions_submission_data
  for each row execute function atrium_search_changed('atrium_search_lead', '_parent_id');
create or replace trigger form_submissions_data_search_insert after insert on form_submissions_submission_data
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_lead', 'form_submissions');
create or replace trigger pages_locales_search_insert after insert on pages_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_locales_search_update after update on pages_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_locales_search_delete after delete on pages_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_v_locales_search_insert after insert on _pages_v_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger pages_v_locales_search_update after update on _pages_v_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger pages_v_locales_search_delete after delete on _pages_v_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger media_locales_search_insert after insert on media_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger media_locales_search_update after update on media_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger media_locales_search_delete after delete on media_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger forms_locales_search_insert after insert on forms_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
create or replace trigger forms_locales_search_update after update on forms_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
create or replace trigger forms_locales_search_delete after delete on forms_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists form_submissions_data_search_insert on form_submissions_submission_data;`))
  await db.execute(sql.raw(`-- By trigger, so that no way of writing misses it. Translations are written by the statement: several languages, one look.
create or replace trigger pages_search after insert or update or delete on pages
  for each row execute function atrium_search_changed('atrium_search_page', 'id');
create or replace trigger pages_v_search after insert or update or delete on _pages_v
  for each row execute function atrium_search_changed('atrium_search_page', 'parent_id');
create or replace trigger media_search after insert or update or delete on media
  for each row execute function atrium_search_changed('atrium_search_media', 'id');
create or replace trigger forms_search after insert or update or delete on forms
  for each row execute function atrium_search_changed('atrium_search_form', 'id');
create or replace trigger form_submissions_search after insert or update or delete on form_submissions
  for each row execute function atrium_search_changed('atrium_search_lead', 'id');
create or replace trigger form_submissions_data_search after insert or update or delete on form_submissions_submission_data
  for each row execute function atrium_search_changed('atrium_search_lead', '_parent_id');
create or replace trigger pages_locales_search_insert after insert on pages_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_locales_search_update after update on pages_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_locales_search_delete after delete on pages_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_v_locales_search_insert after insert on _pages_v_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger pages_v_locales_search_update after update on _pages_v_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger pages_v_locales_search_delete after delete on _pages_v_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger media_locales_search_insert after insert on media_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger media_locales_search_update after update on media_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger media_locales_search_delete after delete on media_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger forms_locales_search_insert after insert on forms_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
create or replace trigger forms_locales_search_update after update on forms_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
create or replace trigger forms_locales_search_delete after delete on forms_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');`))
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
}
