-- Drop: drop function if exists atrium_page_moved();
-- A published page that has another address in a language when the transaction ends leaves a redirect to itself at the old one: to
-- the page, not to its address, so that later moves need no chain. Deferred, since Payload deletes all translations of a page on
-- each save and writes them anew.
create or replace function atrium_page_moved() returns trigger
language plpgsql as $$
declare
  known boolean;
  address text;
begin
  if tg_op <> 'DELETE' then
    perform atrium_page_settled(new._parent_id, new._locale);
  end if;
  -- Written by this transaction: nobody has come by it. The start page stays where it is, whichever page it is.
  if tg_op = 'INSERT' or old.path is null or old.path = '/' or atrium_written_here(old.xmin) then
    return null;
  end if;
  select
    coalesce(
      (nullif(current_setting('atrium.known_pages_' || right(p.id::text, 2), true), '')::jsonb ->> p.id::text)::boolean,
      p._status = 'published' and coalesce(p.published_at <= now(), true)
    ),
    coalesce(l.path, m.path)
  into known, address
  from pages p
  left join pages_locales l on l._parent_id = p.id and l._locale = old._locale
  left join pages_locales m on m._parent_id = p.id and m._locale = atrium_default_locale(p.tenant_id)
  where p.id = old._parent_id;
  if not coalesce(known, false) or address is null or address = old.path then
    return null;
  end if;
  insert into redirects (id, tenant_id, "from", to_type, to_reference_id, type, origin)
  select gen_random_uuid(), old.tenant_id, left_at, 'reference', old._parent_id, '301', 'move'
  from atrium_page_href(old.tenant_id, old._locale, old.path) left_at
  -- No other page has it since.
  where left_at is not null and not exists (
    select from pages p where p.id = atrium_page_at(old.tenant_id, left_at) and p._status = 'published')
  on conflict (tenant_id, "from") do update set
    to_type = excluded.to_type, to_reference_id = excluded.to_reference_id, to_url = null, type = excluded.type, origin = excluded.origin;
  return null;
end;
$$;
