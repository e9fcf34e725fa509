-- Drop: drop function if exists atrium_page_moved();
create or replace function atrium_page_moved() returns trigger
language plpgsql as $$
begin
  perform atrium_page_follow(new.id);
  return null;
end;
$$;
