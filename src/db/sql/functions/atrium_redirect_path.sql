-- Drop: drop function if exists atrium_redirect_path(text);
-- The address on the same site to which a redirect leads, as redirects are looked up; null for one that leaves the site.
create or replace function atrium_redirect_path(target text) returns text
language sql immutable parallel safe as $$
  select case when target ~ '^/' then coalesce(nullif(rtrim(lower(regexp_replace(target, '[?#].*$', '')), '/'), ''), '/') end
$$;
