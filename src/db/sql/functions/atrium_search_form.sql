-- Drop: drop function if exists atrium_search_form(uuid, uuid);
create or replace function atrium_search_form(space uuid, form uuid) returns void
language plpgsql as $$
declare
  f forms;
  main _locales;
  written text[] := '{}';
  l record;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into f from forms where id = form for no key update;
  if f.id is null or f.deleted_at is not null then
    delete from search_documents where tenant_id = space and kind = 'forms' and document_id = form::text;
    return;
  end if;
  main := atrium_default_locale(f.tenant_id);
  for l in
    select coalesce(t._locale, main) as locale, t.submit_button_label, t.confirmation_message
    from (select) as one left join forms_locales t on t._parent_id = form
  loop
    perform atrium_search_put(
      f.tenant_id, 'forms', f.id, l.locale, false, true, f.title, null,
      concat_ws(' ', atrium_block_text(atrium_translation(f.fields, l.locale, main), array['label', 'text']), l.submit_button_label,
        atrium_block_text(l.confirmation_message, array['text'])),
      null, null, null
    );
    written := written || l.locale::text;
  end loop;
  delete from search_documents d
  where d.tenant_id = f.tenant_id and d.kind = 'forms' and d.document_id = f.id::text
    and d.locale <> all (written);
end;
$$;
