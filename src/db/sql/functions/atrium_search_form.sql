-- Drop: drop function if exists atrium_search_form(uuid, uuid);
create or replace function atrium_search_form(space uuid, form uuid) returns void
language plpgsql as $$
declare
  f forms;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into f from forms where id = form for no key update;
  if f.id is null then
    delete from search_documents where tenant_id = space and kind = 'forms' and document_id = form::text;
    return;
  end if;
  perform atrium_search_put(
    f.tenant_id, 'forms', f.id, false, true, f.title, null,
    concat_ws(' ', atrium_block_text(f.fields, array['label', 'text']), f.submit_button_label, atrium_block_text(f.confirmation_message, array['text'])),
    null, null, null
  );
end;
$$;
