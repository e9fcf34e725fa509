-- Drop: drop trigger if exists pages_search on pages; drop trigger if exists pages_locales_search_insert on pages_locales; drop trigger if exists pages_locales_search_update on pages_locales; drop trigger if exists pages_locales_search_delete on pages_locales; drop trigger if exists pages_v_search on _pages_v; drop trigger if exists pages_v_locales_search_insert on _pages_v_locales; drop trigger if exists pages_v_locales_search_update on _pages_v_locales; drop trigger if exists pages_v_locales_search_delete on _pages_v_locales; drop trigger if exists media_search on media; drop trigger if exists media_locales_search_insert on media_locales; drop trigger if exists media_locales_search_update on media_locales; drop trigger if exists media_locales_search_delete on media_locales; drop trigger if exists forms_search on forms; drop trigger if exists forms_locales_search_insert on forms_locales; drop trigger if exists forms_locales_search_update on forms_locales; drop trigger if exists forms_locales_search_delete on forms_locales; drop trigger if exists form_submissions_search on form_submissions; drop trigger if exists form_submissions_data_search on form_submissions_submission_data; drop trigger if exists form_submissions_data_search_insert on form_submissions_submission_data;
-- By trigger, so that no way of writing misses it. Translations and answers are written by the statement: several rows, one look.
create or replace trigger pages_search after insert or update or delete on pages
  for each row execute function atrium_search_changed('atrium_search_page', 'id');
create or replace trigger pages_v_search after insert or update or delete on _pages_v
  for each row execute function atrium_search_changed('atrium_search_page', 'parent_id');
create or replace trigger media_search after insert or update or delete on media
  for each row execute function atrium_search_changed('atrium_search_media', 'id');
create or replace trigger forms_search after insert or update or delete on forms
  for each row execute function atrium_search_changed('atrium_search_form', 'id');
create or replace trigger form_submissions_search after insert or update or delete on form_submissions
  for each row execute function atrium_search_changed('atrium_search_lead', 'id');
create or replace trigger form_submissions_data_search after update or delete on form_submissions_submission_data
  for each row execute function atrium_search_changed('atrium_search_lead', '_parent_id');
create or replace trigger form_submissions_data_search_insert after insert on form_submissions_submission_data
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_lead', 'form_submissions');
create or replace trigger pages_locales_search_insert after insert on pages_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_locales_search_update after update on pages_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_locales_search_delete after delete on pages_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_v_locales_search_insert after insert on _pages_v_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger pages_v_locales_search_update after update on _pages_v_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger pages_v_locales_search_delete after delete on _pages_v_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger media_locales_search_insert after insert on media_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger media_locales_search_update after update on media_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger media_locales_search_delete after delete on media_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger forms_locales_search_insert after insert on forms_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
create or replace trigger forms_locales_search_update after update on forms_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
create or replace trigger forms_locales_search_delete after delete on forms_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
