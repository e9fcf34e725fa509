-- Drop: drop function if exists atrium_page_moved();
-- A published page that gets another address leaves a redirect to itself at the old one: to the page, not to its address, so that
-- later moves need no chain. A published page wins its address from a redirect, so moving back leaves no circle.
create or replace function atrium_page_moved() returns trigger
language plpgsql as $$
begin
  if new._status = 'published' then
    delete from redirects r where r.tenant_id = new.tenant_id and r."from" = lower(new.path);
  end if;
  if tg_op = 'INSERT' then
    return null;
  end if;
  if new.path <> old.path and old.path <> '/'
    -- Visitors knew the address,
    and old._status = 'published' and coalesce(old.published_at <= now(), true)
    -- and no other page has it since, in the same statement.
    and not exists (select from pages p where p.tenant_id = new.tenant_id and p.path = old.path and p._status = 'published')
  then
    insert into redirects (id, tenant_id, "from", to_type, to_reference_id, type, origin)
    values (gen_random_uuid(), new.tenant_id, lower(old.path), 'reference', new.id, '301', 'move')
    on conflict (tenant_id, "from") do update set
      to_type = excluded.to_type, to_reference_id = excluded.to_reference_id, to_url = null, type = excluded.type, origin = excluded.origin;
  end if;
  return null;
end;
$$;
