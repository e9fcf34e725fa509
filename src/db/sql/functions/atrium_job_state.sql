-- Drop: drop function if exists atrium_job_state();
-- One word for what Payload keeps in three columns: for lists, for the claim's index, and for the policy on cancelling.
-- A job stays with the tenant for which it was queued. Runners hear of a new one when its transaction is committed.
create or replace function atrium_job_state() returns trigger
language plpgsql as $$
begin
  new.state := case
    when coalesce(new.has_error, false) then 'failed'
    when new.completed_at is not null then 'done'
    when coalesce(new.processing, false) then 'running'
    else 'waiting'
  end;
  if tg_op = 'UPDATE' and new.tenant_id is distinct from old.tenant_id then
    raise exception 'a job does not move to another tenant' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' and (new.wait_until is null or new.wait_until <= now()) then
    perform pg_notify('atrium', 'jobs');
  end if;
  return new;
end;
$$;
