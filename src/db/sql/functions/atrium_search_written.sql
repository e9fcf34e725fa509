-- Drop: drop function if exists atrium_search_written(uuid);
-- Looks once at each page of a space that this transaction has written, and ends `atrium.search_later`, under which triggers have not:
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
$$;
