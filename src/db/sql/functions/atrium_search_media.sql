-- Drop: drop function if exists atrium_search_media(uuid, uuid);
create or replace function atrium_search_media(space uuid, medium uuid) returns void
language plpgsql as $$
declare
  m media;
  main _locales;
  written text[] := '{}';
  l record;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into m from media where id = medium for no key update;
  if m.id is null or m.deleted_at is not null then
    delete from search_documents where tenant_id = space and kind = 'media' and document_id = medium::text;
    return;
  end if;
  main := atrium_default_locale(m.tenant_id);
  for l in
    select coalesce(t._locale, main) as locale, t.alt, t.caption
    from (select) as one left join media_locales t on t._parent_id = medium
  loop
    perform atrium_search_put(
      m.tenant_id, 'media', m.id, l.locale, false, true, l.alt, null,
      -- "harbour-at-night.jpg" is found by each of its words.
      concat_ws(' ', l.caption, m.filename, regexp_replace(m.filename, '[._-]+', ' ', 'g')), null, null, null
    );
    written := written || l.locale::text;
  end loop;
  delete from search_documents d
  where d.tenant_id = m.tenant_id and d.kind = 'media' and d.document_id = m.id::text
    and d.locale <> all (written);
end;
$$;
