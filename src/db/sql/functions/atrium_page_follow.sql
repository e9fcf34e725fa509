-- Drop: drop function if exists atrium_page_follow(uuid);
-- The addresses of a page and of those below it, in every language: what is not right any more is written, which makes
-- atrium_page_path work it out. Addresses are worked out for these pages only: beside the join, they would be for all of the space.
-- Each page is looked up by the index (`offset 0`): a join reads all pages of the space.
create or replace function atrium_page_follow(page uuid) returns void
language sql as $$
  with recursive below as (
    select page as id
    union all
    select c.id from below b cross join lateral (select p.id from pages p where p.parent_id = b.id offset 0) c
  ), texts as materialized (
    select t.* from below b
    cross join lateral (
      select l.id, l._parent_id, l._locale, l.slug, l.path from pages_locales l where l._parent_id = b.id offset 0
    ) t
  )
  update pages_locales set slug = slug where id = any (array(
    select t.id from texts t where t.path is distinct from atrium_page_address(t._parent_id, t._locale, t.slug)
  ))
$$;
