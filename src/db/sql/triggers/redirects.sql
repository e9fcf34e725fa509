-- Drop: drop trigger if exists redirects_lock on redirects; drop trigger if exists redirects_check on redirects; alter table redirects drop constraint if exists redirects_one_target;
create or replace trigger redirects_lock before insert or update on redirects
  for each row execute function atrium_redirect_lock();
create or replace trigger redirects_check after insert or update on redirects
  for each row execute function atrium_redirect_check();
alter table redirects drop constraint if exists redirects_one_target;
alter table redirects add constraint redirects_one_target
  check (to_type is not null and type is not null and origin is not null and (to_type = 'reference') = (to_reference_id is not null) and (to_type = 'custom') = (to_url is not null));
