-- Drop: drop function if exists atrium_page_settled(uuid, _locales);
-- A published page wins its address in a language from a redirect, so that moving back leaves no circle.
create or replace function atrium_page_settled(page uuid, locale _locales) returns void
language sql as $$
  delete from redirects r using pages p, pages_locales l
  where p.id = page and p._status = 'published' and l._parent_id = p.id and l._locale = locale
    and r.tenant_id = p.tenant_id and r."from" = atrium_page_href(p.tenant_id, locale, l.path)
$$;
