-- Drop: drop function if exists atrium_page_status();
-- Notes, until the transaction ends, whether visitors knew a page before it: once it is published, its row does not tell. See
-- atrium_page_moved.
create or replace function atrium_page_status() returns trigger
language plpgsql as $$
declare
  noted jsonb := coalesce(nullif(current_setting('atrium.known_pages', true), ''), '{}');
begin
  if not noted ? old.id::text then
    perform set_config('atrium.known_pages', (noted || jsonb_build_object(
      old.id, old._status = 'published' and coalesce(old.published_at <= now(), true)
    ))::text, true);
  end if;
  return null;
end;
$$;
