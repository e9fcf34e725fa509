-- Drop: drop trigger if exists pages_moved on pages; drop trigger if exists pages_made on pages;
create or replace trigger pages_made after insert on pages
  for each row execute function atrium_page_moved();
create or replace trigger pages_moved after update on pages
  for each row when ((old.path, old._status) is distinct from (new.path, new._status)) execute function atrium_page_moved();
