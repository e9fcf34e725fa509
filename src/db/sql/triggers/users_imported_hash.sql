-- Drop: drop trigger if exists users_one_password on users; alter table users drop constraint if exists users_imported_hash_is_bcrypt; alter table users drop constraint if exists users_one_password;
-- Before users_touch, which compares what is left. The shape is that of importedHashField.ts.
create or replace trigger users_one_password before insert or update on users
  for each row when (new.imported_hash is not null) execute function atrium_one_password();
alter table users drop constraint if exists users_imported_hash_is_bcrypt;
alter table users add constraint users_imported_hash_is_bcrypt
  check (imported_hash ~ '^\$2[aby]\$(0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$');
alter table users drop constraint if exists users_one_password;
alter table users add constraint users_one_password check (imported_hash is null or hash is null);
