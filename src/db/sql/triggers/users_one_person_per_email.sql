-- Drop: drop trigger if exists users_check_account on users; drop trigger if exists users_tenants_check_membership on users_tenants;
create or replace trigger users_check_account after insert or update of email, tenant_id on users
  for each row execute function atrium_check_account();
create or replace trigger users_tenants_check_membership before insert or update on users_tenants
  for each row execute function atrium_check_membership();
