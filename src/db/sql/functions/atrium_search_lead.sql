-- Drop: drop function if exists atrium_search_lead(uuid, uuid);
create or replace function atrium_search_lead(space uuid, lead uuid) returns void
language plpgsql as $$
declare
  l form_submissions;
  answers text;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into l from form_submissions where id = lead for no key update;
  if l.id is null then
    delete from search_documents where tenant_id = space and kind = 'form-submissions' and document_id = lead::text;
    return;
  end if;
  select string_agg(d.value, ' ' order by d._order) into answers from form_submissions_submission_data d where d._parent_id = lead;
  perform atrium_search_put(
    l.tenant_id, 'form-submissions', l.id, atrium_default_locale(l.tenant_id), false, true, l.summary, null, answers, null, null, null
  );
end;
$$;
