-- Drop: drop function if exists atrium_release(text, uuid, uuid);
-- Empties what refers to a document that is deleted knowingly, read from the foreign keys, so that a new collection is covered
-- without an edit. What cannot be empty keeps the document. Runs as the invoker: another tenant's rows are not there.
create or replace function atrium_release(target text, space uuid, document uuid) returns void
language plpgsql as $$
declare
  reference record;
  above uuid;
begin
  if target = 'pages' then
    -- The pages below move up; their drafts say so, too.
    select parent_id into above from pages where tenant_id = space and id = document;
    update pages set parent_id = above where tenant_id = space and parent_id = document;
    update _pages_v set version_parent_id = above where tenant_id = space and version_parent_id = document and latest;
  end if;
  for reference in
    select c.conrelid::regclass as source, a.attname as name, a.attnotnull as required, r.relname ~ '_rels$' as listed
    from pg_constraint c
    join pg_class r on r.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = target::regclass and c.confdeltype = 'a' and array_length(c.conkey, 1) = 2
  loop
    if reference.listed then
      execute format('delete from %s where tenant_id = $1 and %I = $2', reference.source, reference.name) using space, document;
    elsif not reference.required then
      execute format('update %s set %I = null where tenant_id = $1 and %I = $2', reference.source, reference.name, reference.name)
        using space, document;
    end if;
  end loop;
end;
$$;
