-- Drop: drop function if exists atrium_keep_tenant();
-- A row does not move to another tenant, not even by somebody who works in both: what refers to it would stay behind.
create or replace function atrium_keep_tenant() returns trigger
language plpgsql as $$
begin
  if new.tenant_id is distinct from old.tenant_id then
    raise exception 'a row does not move to another tenant' using errcode = '42501';
  end if;
  return new;
end;
$$;
