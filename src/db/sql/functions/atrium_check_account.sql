-- Drop: drop function if exists atrium_check_account();
create or replace function atrium_check_account() returns trigger
language plpgsql as $$
declare
  tenant uuid;
begin
  -- A space does not see whom a global account would clash with in another.
  if tg_op = 'UPDATE' and current_user = 'atrium_tenant' and new.tenant_id is null and lower(new.email) <> lower(old.email) then
    raise exception 'the e-mail of a global account' using errcode = 'AT001',
      hint = 'This account works in several spaces. Ask the platform to change its e-mail address.';
  end if;
  if new.tenant_id is not null then
    perform atrium_one_person_per_email(new.tenant_id, new.email, new.id);
  end if;
  for tenant in select m.tenant_id from users_tenants m where m._parent_id = new.id loop
    perform atrium_one_person_per_email(tenant, new.email, new.id);
  end loop;
  return null;
end;
$$;
