-- Drop: drop trigger if exists payload_locked_documents_own on payload_locked_documents; drop trigger if exists payload_preferences_own on payload_preferences;
create or replace trigger payload_locked_documents_own before insert on payload_locked_documents
  for each row execute function atrium_own_row();
create or replace trigger payload_preferences_own before insert or update on payload_preferences
  for each row execute function atrium_own_row();
