-- Drop: drop function if exists atrium_redirect_lock();
-- The lock of atrium_page_path, taken before the row's: redirects and pages that change at once would not see each other, and
-- could make a circle together.
create or replace function atrium_redirect_lock() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('pages:' || new.tenant_id, 0));
  return new;
end;
$$;
