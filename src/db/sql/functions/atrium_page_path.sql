-- Drop: drop function if exists atrium_page_path();
-- Writes the address of a translation, whatever it was sent with.
create or replace function atrium_page_path() returns trigger
language plpgsql as $$
begin
  -- See atrium_page_tree: what is written here depends on the pages above, and those below on it.
  if tg_op = 'INSERT' or new.slug is distinct from old.slug then
    perform pg_advisory_xact_lock(hashtextextended('pages:' || p.tenant_id, 0)) from pages p where p.id = new._parent_id;
  end if;
  new.path := atrium_page_address(new._parent_id, new._locale, new.slug);
  return new;
end;
$$;
