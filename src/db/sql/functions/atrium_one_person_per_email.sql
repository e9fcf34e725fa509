-- Drop: drop function if exists atrium_one_person_per_email(uuid, text, uuid);
-- One tenant never holds an account of its own and a global member for the same e-mail: sign-in would have to guess.
-- The lock makes the two ways to get there wait for each other.
create or replace function atrium_one_person_per_email(tenant uuid, address text, person uuid) returns void
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('email:' || tenant || ':' || lower(address), 0));
  if exists (
    select from users u
    where lower(u.email) = lower(address) and u.id <> person
      and (u.tenant_id = tenant
        or exists (select from users_tenants m where m._parent_id = u.id and m.tenant_id = tenant))
  ) then
    raise exception 'this e-mail has an account here' using errcode = '23505', constraint = 'users_realm_email_key';
  end if;
end;
$$;
