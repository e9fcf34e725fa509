-- Drop: drop function if exists atrium_search_translated();
-- For triggers on statements that write translations (or answers), which are in `changed`, and for an update as they were in `before`:
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
$$;
