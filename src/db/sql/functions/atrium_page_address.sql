-- Drop: drop function if exists atrium_page_address(uuid, _locales, text);
-- The address of a page in a language: its slug below those of the pages above it, each in that language, or in the space's own one
-- where it has no translation. What is `home` in the space's own language is the start page in all of them.
-- Volatile: it has to see what the statement that asks has written before.
create or replace function atrium_page_address(page uuid, locale _locales, slug text) returns text
language plpgsql as $$
#variable_conflict use_variable
declare
  space uuid;
  main _locales;
  ancestor uuid := page;
  above uuid;
  part text;
  own_part text;
  address text := '';
  trashed boolean;
begin
  select p.tenant_id into space from pages p where p.id = page;
  main := atrium_default_locale(space);
  if coalesce(slug, '') = '' or main is null then
    return null;
  end if;
  while ancestor is not null loop
    select p.parent_id, p.deleted_at is not null, coalesce(nullif(l.slug, ''), m.slug), m.slug into above, trashed, part, own_part
    from pages p
    left join pages_locales l on l._parent_id = p.id and l._locale = locale
    left join pages_locales m on m._parent_id = p.id and m._locale = main
    where p.id = ancestor;
    -- In the trash, or below a page that is: the address is free for others.
    if trashed then
      return null;
    end if;
    if ancestor = page then
      part := slug;
      own_part := case when locale = main then slug else own_part end;
    end if;
    if above is not null or 'home' not in (coalesce(part, ''), coalesce(own_part, '')) then
      address := coalesce('/' || part, '') || address;
    end if;
    ancestor := above;
  end loop;
  return case when address = '' then '/' else address end;
end;
$$;
