-- Drop: drop function if exists atrium_page_placed();
-- A page that stands below another one, or goes to the trash or comes back: the addresses from it on are others.
create or replace function atrium_page_placed() returns trigger
language plpgsql as $$
begin
  perform atrium_page_follow(new.id);
  return null;
exception when unique_violation then
  -- It comes back from the trash under another name, and Payload writes its translations after the page: then these are looked at.
  if old.deleted_at is not null and new.deleted_at is null then
    return null;
  end if;
  raise;
end;
$$;
