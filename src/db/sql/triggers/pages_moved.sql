-- Drop: drop trigger if exists pages_status on pages; drop trigger if exists pages_published on pages; drop trigger if exists pages_locales_moved on pages_locales;
create or replace trigger pages_status after update on pages
  for each row when ((old._status, old.published_at) is distinct from (new._status, new.published_at)) execute function atrium_page_status();
drop trigger if exists pages_published on pages;
create constraint trigger pages_published after update on pages deferrable initially deferred
  for each row when (old._status is distinct from new._status) execute function atrium_page_published();
drop trigger if exists pages_locales_moved on pages_locales;
create constraint trigger pages_locales_moved after insert or update or delete on pages_locales deferrable initially deferred
  for each row execute function atrium_page_moved();
