-- Drop: drop function if exists atrium_page_follow(uuid);
-- The addresses of a page and of those below it, in every language: what is not right any more is written, which makes
-- atrium_page_path work it out. Addresses are worked out for these pages only: beside the join, they would be for all of the space.
create or replace function atrium_page_follow(page uuid) returns void
language sql as $$
  with recursive below as (
    select page as id
    union all
    select p.id from pages p join below b on p.parent_id = b.id
  ), texts as materialized (
    select l.id, l._parent_id, l._locale, l.slug, l.path from below b join pages_locales l on l._parent_id = b.id
  )
  update pages_locales l set slug = l.slug from texts t
  where l.id = t.id and t.path is distinct from atrium_page_address(t._parent_id, t._locale, t.slug)
$$;
