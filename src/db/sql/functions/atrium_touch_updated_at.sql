-- Drop: drop function if exists atrium_touch_updated_at();
-- updated_at moves whichever way a row is written: Payload, a script, or a person with psql. An import says when it has the time from
-- elsewhere (src/import/write).
create or replace function atrium_touch_updated_at() returns trigger
language plpgsql as $$
begin
  if new is distinct from old and coalesce(current_setting('atrium.keep_times', true), '') <> 'on' then
    new.updated_at := now();
  end if;
  return new;
end;
$$;
