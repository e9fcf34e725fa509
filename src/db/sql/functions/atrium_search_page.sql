-- Drop: drop function if exists atrium_search_page(uuid, uuid);
-- What search knows of a page: what visitors see of it, and, where that is something else, what its editors work on.
create or replace function atrium_search_page(space uuid, page uuid) returns void
language plpgsql as $$
declare
  p pages;
  v _pages_v;
  is_published boolean;
  drafted boolean;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into p from pages where id = page for no key update;
  if p.id is null then
    delete from search_documents where tenant_id = space and kind = 'pages' and document_id = page::text;
    return;
  end if;
  select * into v from _pages_v where parent_id = page and latest order by updated_at desc limit 1;
  is_published := p._status = 'published';
  drafted := not is_published or coalesce(v.version__status = 'draft', false);
  if is_published then
    perform atrium_search_put(
      p.tenant_id, 'pages', p.id, true, not drafted, p.title,
      concat_ws(' ', atrium_block_text(p.layout, atrium_search_keys('headings')), atrium_search_headings(p.layout)),
      atrium_block_text(p.layout, atrium_search_keys('body')),
      concat_ws(' ', p.meta_title, p.meta_description), p.path, p.published_at
    );
  end if;
  if drafted and v.id is not null then
    perform atrium_search_put(
      p.tenant_id, 'pages', p.id, false, true, v.version_title,
      concat_ws(' ', atrium_block_text(v.version_layout, atrium_search_keys('headings')), atrium_search_headings(v.version_layout)),
      atrium_block_text(v.version_layout, atrium_search_keys('body')),
      concat_ws(' ', v.version_meta_title, v.version_meta_description), v.version_path, v.version_published_at
    );
  elsif drafted then
    perform atrium_search_put(
      p.tenant_id, 'pages', p.id, false, true, p.title,
      concat_ws(' ', atrium_block_text(p.layout, atrium_search_keys('headings')), atrium_search_headings(p.layout)),
      atrium_block_text(p.layout, atrium_search_keys('body')),
      concat_ws(' ', p.meta_title, p.meta_description), p.path, p.published_at
    );
  end if;
  delete from search_documents d
  where d.tenant_id = p.tenant_id and d.kind = 'pages' and d.document_id = p.id::text
    and not (d.published and is_published) and not (not d.published and drafted);
end;
$$;
