-- Drop: drop function if exists atrium_search_translated();
-- For triggers on statements that write translations, which are in `changed`: argument 1 is the function that looks at the document,
-- argument 2 the table that the translations hang from.
create or replace function atrium_search_translated() returns trigger
language plpgsql as $$
declare
  document record;
begin
  for document in execute format(
    'select distinct c.tenant_id, %s as id from changed c join %I d on d.id = c._parent_id'
      -- Payload takes all translations away before it writes them anew, which is then looked at.
      || case tg_op when 'DELETE' then ' where exists (select from %I l where l._parent_id = d.id)' else '' end,
    case tg_argv[1] when '_pages_v' then 'd.parent_id' else 'd.id' end, tg_argv[1], tg_table_name
  ) loop
    execute format('select %I($1, $2)', tg_argv[0]) using document.tenant_id, document.id;
  end loop;
  return null;
end;
$$;
