-- Drop: drop function if exists atrium_page_placed();
-- A page that stands below another one, or goes to the trash or comes back: the addresses from it on are others.
create or replace function atrium_page_placed() returns trigger
language plpgsql as $$
begin
  perform atrium_page_follow(new.id);
  return null;
end;
$$;
