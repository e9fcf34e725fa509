-- Drop: drop function if exists atrium_address_locale(uuid, text);
-- The language that an address of a site is in: the one whose prefix it has, else the main one.
create or replace function atrium_address_locale(space uuid, address text) returns _locales
language sql stable as $$
  select coalesce(
    (select o.value::text::_locales from tenant_locales o
      where o.parent_id = t.id and o.value::text <> t.default_locale::text
        and starts_with(address || '/', '/' || lower(o.value::text) || '/')),
    t.default_locale::text::_locales)
  from tenants t where t.id = space
$$;
