-- Drop: drop trigger if exists comments_rels_person on comments_rels; drop trigger if exists teams_rels_person on teams_rels; drop trigger if exists notifications_person on notifications; drop trigger if exists reviews_person on reviews; drop trigger if exists form_submissions_person on form_submissions;
create or replace trigger comments_rels_person before insert or update on comments_rels
  for each row execute function atrium_check_person('users_id');
create or replace trigger teams_rels_person before insert or update on teams_rels
  for each row execute function atrium_check_person('users_id');
create or replace trigger notifications_person before insert or update on notifications
  for each row execute function atrium_check_person('recipient_id');
create or replace trigger reviews_person before insert or update on reviews
  for each row execute function atrium_check_person('decided_by_id');
create or replace trigger form_submissions_person before insert or update on form_submissions
  for each row execute function atrium_check_person('assignee_id');
