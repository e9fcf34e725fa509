-- Drop: drop function if exists atrium_check_person();
-- Somebody whom a row names must be visible to who writes it: else the foreign key would tell which accounts exist elsewhere.
-- For triggers: the argument is the column. As the invoker, so that the policies of users answer.
create or replace function atrium_check_person() returns trigger
language plpgsql as $$
declare
  person uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if person is null or (tg_op = 'UPDATE' and person = (to_jsonb(old) ->> tg_argv[0])::uuid) then
    return new;
  end if;
  if not exists (select from users where id = person) then
    raise exception 'no such account' using errcode = '23503';
  end if;
  return new;
end;
$$;
