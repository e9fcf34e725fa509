-- Drop: drop function if exists atrium_search_title(uuid, text);
-- The words of a title as they are written, for what is being typed. GIN reads a prefix in all spaces before it looks at the
-- tenant, so these words begin with the end of the tenant's id, which in a UUID of version 7 is its random part.
create or replace function atrium_search_title(tenant uuid, title text) returns tsvector
language sql stable parallel safe as $$
  select array_to_tsvector(array(
    select right(tenant::text, 8) || ':' || word
    from unnest(tsvector_to_array(to_tsvector('public.atrium_simple', coalesce(title, '')))) as word
  ))
$$;
