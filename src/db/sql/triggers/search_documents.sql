-- Drop: drop trigger if exists pages_search on pages; drop trigger if exists pages_v_search on _pages_v; drop trigger if exists media_search on media; drop trigger if exists forms_search on forms; drop trigger if exists form_submissions_search on form_submissions; drop trigger if exists form_submissions_data_search on form_submissions_submission_data;
-- By trigger, so that no way of writing misses it.
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
create or replace trigger form_submissions_data_search after insert or update or delete on form_submissions_submission_data
  for each row execute function atrium_search_changed('atrium_search_lead', '_parent_id');
