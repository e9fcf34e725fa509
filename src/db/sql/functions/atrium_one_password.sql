-- Drop: drop function if exists atrium_one_password();
-- An imported password holds until the account has one of its own, whoever sets it and by whatever way: an old password does not
-- come back after a reset, not by importing again, and not by an account that is written back as it was read before.
create or replace function atrium_one_password() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.hash is null and old.hash is not null then
    new.hash := old.hash;
    new.salt := old.salt;
  end if;
  if new.hash is not null then
    new.imported_hash := null;
  end if;
  return new;
end;
$$;
