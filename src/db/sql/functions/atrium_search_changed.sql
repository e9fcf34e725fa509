-- Drop: drop function if exists atrium_search_changed();
-- For triggers: argument 1 is the function that looks at the document, argument 2 the column that says which one it is.
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
$$;
