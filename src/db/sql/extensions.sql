-- Drop: select 1;
-- Trusted extensions: the owner of the database may create them. They stay when the migration is undone; others may use them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;
