-- Drop: drop function if exists atrium_redirect_check();
-- Refuses a redirect that would never be followed, or for ever. Runs after the statement, so that an import is judged by what
-- it leaves behind. A redirect to a page ends there: only addresses are followed. COLUMN names the field for people.
create or replace function atrium_redirect_check() returns trigger
language plpgsql as $$
declare
  there uuid;
  step text;
  steps int := 0;
begin
  there := atrium_page_at(new.tenant_id, new."from");
  if exists (select from pages p where p.id = there and p._status = 'published') then
    raise exception 'a published page hides the redirect' using errcode = 'AT001', column = 'from',
      hint = 'A published page has this address, so nobody would be redirected. Rename or unpublish the page first.';
  end if;
  if there = new.to_reference_id then
    raise exception 'the redirect leads to itself' using errcode = 'AT001', column = 'to.reference',
      hint = 'This is the page’s own address: the redirect would lead to itself.';
  end if;
  step := atrium_redirect_path(new.to_url);
  while step is not null loop
    if step = new."from" then
      raise exception 'redirects in a circle' using errcode = 'AT001', column = 'to.url',
        hint = case when steps = 0 then 'This redirect would lead to itself.'
          else 'This address leads back here through other redirects: visitors would go round in circles.' end;
    end if;
    steps := steps + 1;
    -- Longer ones are mistakes, and walking them would make an import of thousands take minutes.
    if steps > 20 then
      raise exception 'too many redirects in a row' using errcode = 'AT001', column = 'to.url',
        hint = 'This address is redirected more than twenty times in a row. Name the last address.';
    end if;
    select atrium_redirect_path(r.to_url) into step from redirects r where r.tenant_id = new.tenant_id and r."from" = step;
  end loop;
  return null;
end;
$$;
