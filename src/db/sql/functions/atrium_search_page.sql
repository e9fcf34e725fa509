-- Drop: drop function if exists atrium_search_page(uuid, uuid);
-- What search knows of a page, in each of its languages: what visitors see of it, and, where that is something else, what its
-- editors work on.
create or replace function atrium_search_page(space uuid, page uuid) returns void
language plpgsql as $$
declare
  p pages;
  v _pages_v;
  is_published boolean;
  drafted boolean;
  written text[] := '{}';
  l record;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into p from pages where id = page for no key update;
  if p.id is null or p.deleted_at is not null then
    delete from search_documents where tenant_id = space and kind = 'pages' and document_id = page::text;
    return;
  end if;
  select * into v from _pages_v where parent_id = page and latest order by updated_at desc limit 1;
  -- Below a page in the trash it has no address.
  is_published := p._status = 'published' and exists (select from pages_locales t where t._parent_id = page and t.path is not null);
  drafted := not is_published or coalesce(v.version__status = 'draft', false);
  for l in
    select true as published, not drafted as working, t._locale as locale, t.title, t.layout, t.meta_title, t.meta_description,
      t.path, p.published_at
    from pages_locales t where t._parent_id = page and is_published
    union all
    select false, true, t._locale, t.version_title, t.version_layout, t.version_meta_title, t.version_meta_description,
      t.version_path, v.version_published_at
    from _pages_v_locales t where t._parent_id = v.id and drafted
    union all
    select false, true, t._locale, t.title, t.layout, t.meta_title, t.meta_description, t.path, p.published_at
    from pages_locales t where t._parent_id = page and drafted and v.id is null
  loop
    perform atrium_search_put(
      p.tenant_id, 'pages', p.id, l.locale, l.published, l.working, l.title,
      concat_ws(' ', atrium_block_text(l.layout, atrium_search_keys('headings')), atrium_search_headings(l.layout)),
      atrium_block_text(l.layout, atrium_search_keys('body')),
      concat_ws(' ', l.meta_title, l.meta_description), l.path, l.published_at
    );
    written := written || (l.locale || ' ' || l.published);
  end loop;
  delete from search_documents d
  where d.tenant_id = p.tenant_id and d.kind = 'pages' and d.document_id = p.id::text
    and (d.locale || ' ' || d.published) <> all (written);
end;
$$;
