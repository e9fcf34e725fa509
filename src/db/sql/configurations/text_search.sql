-- Drop: do $$ declare l text; begin for l in select cfgname from pg_ts_config where cfgnamespace = 'public'::regnamespace and cfgname like 'atrium\_%' loop execute format('drop text search configuration public.%I', l); end loop; end $$;
-- PostgreSQL's languages with accents folded before the stem is taken: atrium_german finds "Ruckkehr" and "Rückkehr" by either.
-- The list is that of PostgreSQL 15, so that the schema is the same on every version.
do $$
declare
  language text;
  dictionary text;
begin
  foreach language in array array['arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french',
    'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese',
    'romanian', 'russian', 'serbian', 'simple', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish']
  loop
    if not exists (select from pg_ts_config where cfgnamespace = 'public'::regnamespace and cfgname = 'atrium_' || language) then
      dictionary := case language when 'simple' then 'simple' else language || '_stem' end;
      execute format('create text search configuration public.%I (copy = pg_catalog.%I)', 'atrium_' || language, language);
      execute format(
        'alter text search configuration public.%I alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.%I',
        'atrium_' || language, dictionary
      );
    end if;
  end loop;
end $$;
