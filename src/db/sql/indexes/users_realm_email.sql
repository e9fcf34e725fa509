-- Drop: drop index if exists users_realm_email_key;
-- An e-mail is one person in one realm; the same e-mail may be somebody else in another. NULL is the realm of global accounts.
create unique index if not exists users_realm_email_key on users (tenant_id, lower(email)) nulls not distinct;
