-- Drop: drop function if exists atrium_search_media(uuid, uuid);
create or replace function atrium_search_media(space uuid, medium uuid) returns void
language plpgsql as $$
declare
  m media;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into m from media where id = medium for no key update;
  if m.id is null then
    delete from search_documents where tenant_id = space and kind = 'media' and document_id = medium::text;
    return;
  end if;
  perform atrium_search_put(
    m.tenant_id, 'media', m.id, false, true, m.alt, null,
    -- "harbour-at-night.jpg" is found by each of its words.
    concat_ws(' ', m.caption, m.filename, regexp_replace(m.filename, '[._-]+', ' ', 'g')), null, null, null
  );
end;
$$;
