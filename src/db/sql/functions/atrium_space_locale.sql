-- Drop: drop function if exists atrium_space_locale();
-- Another main language stands in for other translations: the addresses of all pages are looked at again.
create or replace function atrium_space_locale() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('pages:' || new.id, 0));
  update pages_locales l set slug = l.slug
  where l.tenant_id = new.id and l.path is distinct from atrium_page_address(l._parent_id, l._locale, l.slug);
  return null;
end;
$$;
