-- Drop: drop function if exists atrium_search_language(text, text);
-- The text search configuration for text in a locale (BCP 47), or for the language that a space chose by name. What PostgreSQL
-- has no stemmer for is searched word by word.
create or replace function atrium_search_language(locale text, chosen text default null) returns regconfig
language sql stable parallel safe as $$
  select coalesce(
    (
      select c.oid::regconfig from pg_ts_config c
      where c.cfgnamespace = 'public'::regnamespace and c.cfgname = 'atrium_' || coalesce(
        lower(nullif(chosen, '')),
        case split_part(lower(locale), '-', 1)
          when 'ar' then 'arabic' when 'ca' then 'catalan' when 'da' then 'danish' when 'de' then 'german'
          when 'el' then 'greek' when 'en' then 'english' when 'es' then 'spanish' when 'eu' then 'basque'
          when 'fi' then 'finnish' when 'fr' then 'french' when 'ga' then 'irish' when 'hi' then 'hindi'
          when 'hu' then 'hungarian' when 'hy' then 'armenian' when 'id' then 'indonesian' when 'it' then 'italian'
          when 'lt' then 'lithuanian' when 'nb' then 'norwegian' when 'ne' then 'nepali' when 'nl' then 'dutch'
          when 'nn' then 'norwegian' when 'no' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian'
          when 'ru' then 'russian' when 'sr' then 'serbian' when 'sv' then 'swedish' when 'ta' then 'tamil'
          when 'tr' then 'turkish' when 'yi' then 'yiddish'
        end
      )
    ),
    'public.atrium_simple'::regconfig
  )
$$;
