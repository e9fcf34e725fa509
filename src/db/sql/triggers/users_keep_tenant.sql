-- Drop: drop trigger if exists users_keep_tenant on users;
-- From inside a space no account moves to another one; its own policy would let people move themselves.
create or replace trigger users_keep_tenant before update on users
  for each row when (current_user = 'atrium_tenant') execute function atrium_keep_tenant();
