-- Drop: drop function if exists atrium_page_children();
-- The addresses of the pages below follow in the same transaction: each is written, which makes atrium_page_path work it out.
create or replace function atrium_page_children() returns trigger
language plpgsql as $$
begin
  update pages set parent_id = parent_id where parent_id = new.id;
  return null;
end;
$$;
