-- Drop: drop function if exists atrium_touch_updated_at();
-- updated_at moves whichever way a row is written: Payload, a script, or a person with psql.
create or replace function atrium_touch_updated_at() returns trigger
language plpgsql as $$
begin
  if new is distinct from old then
    new.updated_at := now();
  end if;
  return new;
end;
$$;
