-- Drop: drop function if exists atrium_translation(jsonb, _locales, _locales);
-- A JSON document with one translation in the place of all: Payload keeps those of a field of a block as an object by language,
-- {"label": {"de": "Ihr Name", "en": "Your name"}}.
create or replace function atrium_translation(document jsonb, locale _locales, main _locales) returns jsonb
language plpgsql immutable parallel safe as $$
declare
  first_key text;
begin
  if jsonb_typeof(document) = 'array' then
    return (select coalesce(jsonb_agg(atrium_translation(item, locale, main) order by n), '[]')
      from jsonb_array_elements(document) with ordinality as i(item, n));
  elsif jsonb_typeof(document) <> 'object' then
    return document;
  end if;
  select key into first_key from jsonb_object_keys(document) as key limit 1;
  if first_key is not null and not exists (
    select from jsonb_object_keys(document) as key where key <> all (enum_range(null::_locales)::text[])
  ) then
    return atrium_translation(coalesce(document -> locale::text, document -> main::text, 'null'), locale, main);
  end if;
  return (select jsonb_object_agg(key, atrium_translation(value, locale, main)) from jsonb_each(document));
end;
$$;
