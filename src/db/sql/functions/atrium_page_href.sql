-- Drop: drop function if exists atrium_page_href(uuid, _locales, text);
-- What stands in the address line for a path in a language: the main language has no prefix. Null where the space does not offer
-- the language: then nobody has come by it.
create or replace function atrium_page_href(space uuid, locale _locales, path text) returns text
language sql stable as $$
  select case
    when t.default_locale::text = locale::text then lower(path)
    when exists (select from tenant_locales o where o.parent_id = t.id and o.value::text = locale::text)
      then lower('/' || locale::text || case when path = '/' then '' else path end)
  end
  from tenants t where t.id = space
$$;
