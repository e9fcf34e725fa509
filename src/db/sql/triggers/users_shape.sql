-- Drop: alter table users drop constraint if exists users_staff_is_global; alter table users drop constraint if exists users_avatar_has_realm;
-- Platform staff have no home space; a picture needs one, for its library.
alter table users drop constraint if exists users_staff_is_global;
alter table users add constraint users_staff_is_global check (platform_role is null or tenant_id is null);
alter table users drop constraint if exists users_avatar_has_realm;
alter table users add constraint users_avatar_has_realm check (avatar_id is null or tenant_id is not null);
