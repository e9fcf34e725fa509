-- Drop: drop function if exists atrium_check_membership();
-- Before the row is there: a role makes an account visible, and it must be visible without it.
create or replace function atrium_check_membership() returns trigger
language plpgsql as $$
declare
  person users;
begin
  select * into person from users u where u.id = new._parent_id;
  if not found then
    raise exception 'no such account' using errcode = '23503', constraint = 'users_tenants_parent_id_fk';
  end if;
  if person.tenant_id is not null and person.tenant_id <> new.tenant_id then
    raise exception 'an account of one space has no role in another' using errcode = 'AT001',
      hint = 'An account that lives in one space has no role in another.';
  end if;
  perform atrium_one_person_per_email(new.tenant_id, person.email, person.id);
  return new;
end;
$$;
