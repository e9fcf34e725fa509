-- Drop: drop function if exists atrium_default_locale(uuid);
-- The language in which a space writes first, and which stands in for a translation that is missing.
create or replace function atrium_default_locale(tenant uuid) returns _locales
language sql stable as $$
  select t.default_locale::text::_locales from tenants t where t.id = tenant
$$;
