-- Drop: drop function if exists atrium_own_row();
-- Locks and preferences belong to the person of the scope, whatever the request says.
create or replace function atrium_own_row() returns trigger
language plpgsql as $$
begin
  new.owner_id := nullif(current_setting('app.user_id', true), '')::uuid;
  return new;
end;
$$;
