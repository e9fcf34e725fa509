-- Drop: drop trigger if exists payload_jobs_state on payload_jobs;
create or replace trigger payload_jobs_state before insert or update on payload_jobs
  for each row execute function atrium_job_state();
