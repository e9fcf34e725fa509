-- Drop: drop function if exists atrium_space_language(uuid, text);
-- The text search configuration of a language in a space: the one that the space chose is that of its main language.
create or replace function atrium_space_language(tenant uuid, locale text) returns regconfig
language sql stable as $$
  select atrium_search_language(locale, case when t.default_locale::text = locale then t.settings ->> 'searchLanguage' end)
  from tenants t where t.id = tenant
$$;
