-- Drop: drop function if exists atrium_page_path();
-- The full address of a page, from its parent's. Runs as the invoker: a parent in another tenant is not there.
create or replace function atrium_page_path() returns trigger
language plpgsql as $$
declare
  base text := '';
  ancestor uuid := new.parent_id;
  depth int := 0;
  hidden boolean := new.deleted_at is not null;
  trashed boolean;
begin
  -- Two moves at once could make a circle, and a page that is made meanwhile would miss the move: one at a time in a space.
  if tg_op = 'INSERT' or (new.parent_id, new.slug, new.deleted_at) is distinct from (old.parent_id, old.slug, old.deleted_at) then
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
    select p.parent_id, p.deleted_at is not null into ancestor, trashed from pages p where p.id = ancestor;
    hidden := hidden or coalesce(trashed, false);
  end loop;
  if new.parent_id is not null then
    select case when p.path = '/' then '' else coalesce(p.path, '') end into base from pages p where p.id = new.parent_id;
  end if;
  new.path := case
    -- In the trash, or below a page that is: the address is free for others.
    when new.slug is null or hidden then null
    when new.parent_id is null and new.slug = 'home' then '/'
    else base || '/' || new.slug
  end;
  return new;
end;
$$;
