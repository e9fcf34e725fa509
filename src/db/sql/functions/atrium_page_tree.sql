-- Drop: drop function if exists atrium_page_tree();
-- What holds of the tree of pages, whoever writes it. Runs as the invoker: a parent in another tenant is not there.
create or replace function atrium_page_tree() returns trigger
language plpgsql as $$
declare
  ancestor uuid := new.parent_id;
  depth int := 0;
begin
  -- Two moves at once could make a circle, and a page that is written meanwhile would miss the move: one at a time in a space.
  -- Payload writes by INSERT … ON CONFLICT, so the lock comes before those of rows, and nobody waits for each other.
  if tg_op = 'INSERT' or (new.parent_id, new.deleted_at) is distinct from (old.parent_id, old.deleted_at) then
    perform pg_advisory_xact_lock(hashtextextended('pages:' || new.tenant_id, 0));
  end if;
  while ancestor is not null loop
    depth := depth + 1;
    if ancestor = new.id then
      raise exception 'a page cannot be below itself' using errcode = 'AT001',
        hint = 'A page cannot be below itself or below a page that is below it.';
    end if;
    if depth > 12 then
      raise exception 'pages are nested too deeply' using errcode = 'AT001',
        hint = 'Pages can be nested up to 12 levels deep.';
    end if;
    select p.parent_id into ancestor from pages p where p.id = ancestor;
  end loop;
  return new;
end;
$$;
