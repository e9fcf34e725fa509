-- Drop: drop function if exists atrium_search_put(uuid, text, uuid, _locales, boolean, boolean, text, text, text, text, text, timestamptz);
-- Writes what search knows of one document in one language: title over headings over body over what search engines are told. Words
-- are kept as they are written, too, for suggestions; those of published pages only, since strangers get them suggested.
create or replace function atrium_search_put(
  tenant uuid, kind text, document uuid, locale _locales, published boolean, working boolean,
  title text, headings text, body text, seo text, path text, visible_from timestamptz
) returns void
language plpgsql as $$
#variable_conflict use_column
declare
  language regconfig := atrium_space_language(tenant, locale::text);
begin
  -- A vector holds a megabyte at most, and nobody reads on for longer.
  body := left(regexp_replace(coalesce(body, ''), '\s+', ' ', 'g'), 100000);
  insert into search_documents as d (id, tenant_id, kind, document_id, locale, published, working, title, body, path, visible_from, vector)
  values (
    gen_random_uuid(), tenant, kind, document::text, atrium_search_put.locale::text, published, working,
    left(coalesce(title, ''), 500), body, path, visible_from,
    setweight(to_tsvector(language, coalesce(title, '')), 'A')
      || setweight(to_tsvector(language, left(coalesce(headings, ''), 20000)), 'B')
      || atrium_search_title(tenant, title)
      || setweight(to_tsvector(language, body), 'C') || setweight(to_tsvector(language, left(coalesce(seo, ''), 2000)), 'D')
  )
  on conflict (tenant_id, kind, document_id, locale, published) do update set
    working = excluded.working, title = excluded.title, body = excluded.body, path = excluded.path,
    visible_from = excluded.visible_from, vector = excluded.vector
  where (d.working, d.title, d.body, d.path, d.visible_from, d.vector) is distinct from
    (excluded.working, excluded.title, excluded.body, excluded.path, excluded.visible_from, excluded.vector);
  if published and coalesce(visible_from <= now(), true) then
    insert into search_words (id, tenant_id, word)
    select gen_random_uuid(), tenant, w.word
    from unnest(tsvector_to_array(to_tsvector('public.atrium_simple', concat_ws(' ', title, headings, body)))) as w(word)
    where w.word ~ '^[[:alpha:]][[:alpha:]''-]{2,39}$'
    -- In one order, so that two at once wait for each other instead of both.
    order by w.word
    on conflict do nothing;
  end if;
end;
$$;
