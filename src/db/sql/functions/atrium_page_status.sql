-- Drop: drop function if exists atrium_page_status();
-- Notes, until the transaction ends, whether visitors knew a page before it: once it is published, its row does not tell. See
-- atrium_page_moved. In 256 settings by the end of the id, which is random: each note is written with those beside it.
create or replace function atrium_page_status() returns trigger
language plpgsql as $$
declare
  place text := 'atrium.known_pages_' || right(old.id::text, 2);
  noted jsonb := coalesce(nullif(current_setting(place, true), ''), '{}');
begin
  if not noted ? old.id::text then
    perform set_config(place, (noted || jsonb_build_object(
      old.id, old._status = 'published' and coalesce(old.published_at <= now(), true)
    ))::text, true);
  end if;
  return null;
end;
$$;
