-- Drop: drop trigger if exists pages_tree on pages; drop trigger if exists pages_placed on pages; drop trigger if exists pages_locales_path on pages_locales; drop trigger if exists pages_locales_children_insert on pages_locales; drop trigger if exists pages_locales_children_update on pages_locales; drop trigger if exists pages_locales_children_delete on pages_locales; drop trigger if exists tenants_locale on tenants;
create or replace trigger pages_tree before insert or update on pages
  for each row execute function atrium_page_tree();
create or replace trigger pages_placed after update on pages
  for each row when ((old.parent_id, old.deleted_at is null) is distinct from (new.parent_id, new.deleted_at is null))
  execute function atrium_page_placed();
create or replace trigger pages_locales_path before insert or update on pages_locales
  for each row execute function atrium_page_path();
create or replace trigger pages_locales_children_insert after insert on pages_locales
  referencing new table as changed for each statement execute function atrium_page_children();
create or replace trigger pages_locales_children_update after update on pages_locales
  referencing old table as before new table as changed for each statement execute function atrium_page_children();
create or replace trigger pages_locales_children_delete after delete on pages_locales
  referencing old table as changed for each statement execute function atrium_page_children();
create or replace trigger tenants_locale after update on tenants
  for each row when (old.default_locale is distinct from new.default_locale) execute function atrium_space_locale();
