-- Drop: drop trigger if exists pages_path on pages; drop trigger if exists pages_children on pages;
create or replace trigger pages_path before insert or update on pages
  for each row execute function atrium_page_path();
create or replace trigger pages_children after update on pages
  for each row when (old.path is distinct from new.path) execute function atrium_page_children();
