-- Drop: drop function if exists atrium_page_children();
-- For triggers on statements, whose rows are in `changed`, and for an update as they were in `before`. The addresses that depend
-- on a slug follow in the same transaction.
create or replace function atrium_page_children() returns trigger
language plpgsql as $$
declare
  page uuid;
begin
  if tg_op = 'UPDATE' then
    for page in
      select distinct c._parent_id from changed c join before b on b.id = c.id where c.slug is distinct from b.slug
    loop
      perform atrium_page_follow(page);
    end loop;
  elsif tg_op = 'INSERT' then
    for page in select distinct c._parent_id from changed c loop
      perform atrium_page_follow(page);
    end loop;
  else
    -- Payload takes all translations of a page away before it writes them anew: then the pages below wait for these.
    for page in
      select distinct c._parent_id from changed c
      where exists (select from pages_locales l where l._parent_id = c._parent_id)
    loop
      perform atrium_page_follow(page);
    end loop;
  end if;
  return null;
end;
$$;
