-- Drop: drop function if exists atrium_page_published();
-- For atrium_page_settled, when the transaction ends.
create or replace function atrium_page_published() returns trigger
language plpgsql as $$
begin
  perform atrium_page_settled(new.id, l._locale) from pages_locales l where l._parent_id = new.id;
  return null;
end;
$$;
