-- Drop: drop function if exists atrium_search_changed();
-- For triggers: argument 1 is the function that looks at the document, argument 2 the column that says which one it is.
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
$$;
