-- Drop: drop function if exists atrium_page_at(uuid, text);
-- The page at an address of a site, as it is written in the address line: one that is published, if there is one. A page that is not
-- translated is at its main path behind the prefix of a language.
create or replace function atrium_page_at(space uuid, address text) returns uuid
language plpgsql stable as $$
#variable_conflict use_variable
declare
  main _locales := atrium_default_locale(space);
  locale _locales := atrium_address_locale(space, address);
  path text := address;
  page uuid;
begin
  if locale <> main then
    path := coalesce(nullif(substr(address, length(locale::text) + 2), ''), '/');
  end if;
  select p.id into page
  from pages_locales l join pages p on p.id = l._parent_id
  where l.tenant_id = space and l.path = path and (
    l._locale = locale
    or (l._locale = main and not exists (
      select from pages_locales own where own._parent_id = l._parent_id and own._locale = locale and own.path is not null))
  )
  order by p._status = 'published' desc, l._locale = locale desc
  limit 1;
  return page;
end;
$$;
