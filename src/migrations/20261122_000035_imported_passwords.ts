import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261121_230926_mongo_import'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`ALTER TABLE "users" ADD COLUMN "imported_hash" varchar;`))
  await db.execute(sql.raw(`-- An imported password holds until the account has one of its own, whoever sets it and by whatever way: an old password does not
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
$$;`))
  await db.execute(sql.raw(`-- Before users_touch, which compares what is left. The shape is that of importedHashField.ts.
create or replace trigger users_one_password before insert or update on users
  for each row when (new.imported_hash is not null) execute function atrium_one_password();
alter table users drop constraint if exists users_imported_hash_is_bcrypt;
alter table users add constraint users_imported_hash_is_bcrypt
  check (imported_hash ~ '^\\$2[aby]\\$(0[4-9]|1[0-5])\\$[./A-Za-z0-9]{53}$');
alter table users drop constraint if exists users_one_password;
alter table users add constraint users_one_password check (imported_hash is null or hash is null);`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists users_one_password on users; alter table users drop constraint if exists users_imported_hash_is_bcrypt; alter table users drop constraint if exists users_one_password;`))
  await db.execute(sql.raw(`drop function if exists atrium_one_password();`))
  await db.execute(sql.raw(`ALTER TABLE "users" DROP COLUMN "imported_hash";`))
}
