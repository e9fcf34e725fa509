-- The whole schema as the migrations make it. Written by `npm run db:check -- --write`, reviewed as a diff, never run.

-- Extensions

create extension btree_gin;
create extension pg_trgm;
create extension unaccent;

-- Schemas

-- schema public belongs to atrium_owner
grant usage on schema public to atrium_identity;
grant usage on schema public to atrium_platform;
grant usage on schema public to atrium_search;
grant usage on schema public to atrium_tenant;
grant usage on schema public to public;

-- Types

create type _locales as enum ('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');
create type enum__pages_v_published_locale as enum ('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');
create type enum__pages_v_version_status as enum ('draft', 'published');
create type enum_deliveries_kind as enum ('notification', 'confirmation', 'webhook');
create type enum_deliveries_state as enum ('waiting', 'sent', 'failed');
create type enum_erasures_reason as enum ('retention', 'person');
create type enum_form_submissions_locale as enum ('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');
create type enum_form_submissions_status as enum ('new', 'in-progress', 'won', 'lost', 'spam');
create type enum_forms_confirmation_type as enum ('message', 'redirect');
create type enum_imports_status as enum ('running', 'done', 'rolled-back');
create type enum_notifications_kind as enum ('review-requested', 'review-approved', 'review-returned', 'mention', 'comment', 'assigned');
create type enum_pages_status as enum ('draft', 'published');
create type enum_payload_jobs_state as enum ('waiting', 'running', 'done', 'failed');
create type enum_redirects_origin as enum ('manual', 'move', 'import');
create type enum_redirects_to_type as enum ('reference', 'custom');
create type enum_redirects_type as enum ('301', '302', '307', '308');
create type enum_reviews_state as enum ('requested', 'approved', 'returned', 'withdrawn');
create type enum_site_body_font as enum ('modern', 'grotesque', 'humanist', 'geometric', 'rounded', 'oldStyle', 'transitional', 'didone', 'slab', 'mono');
create type enum_site_corners as enum ('sharp', 'soft', 'round');
create type enum_site_font as enum ('modern', 'grotesque', 'humanist', 'geometric', 'rounded', 'oldStyle', 'transitional', 'didone', 'slab', 'mono');
create type enum_site_footer_links_link_type as enum ('page', 'url');
create type enum_site_menu_link_type as enum ('page', 'url');
create type enum_site_settings_header_call_to_action_link_type as enum ('page', 'url');
create type enum_site_social_platform as enum ('instagram', 'facebook', 'linkedin', 'youtube', 'x', 'tiktok', 'mastodon', 'bluesky', 'threads', 'pinterest', 'vimeo', 'github', 'whatsapp', 'telegram', 'website');
create type enum_site_submenu_link_type as enum ('page', 'url');
create type enum_tenant_locales as enum ('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');
create type enum_tenants_default_locale as enum ('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');
create type enum_tenants_industry_module as enum ('coworking', 'studio', 'venue', 'education', 'other');
create type enum_tenants_plan as enum ('starter', 'standard', 'premium');
create type enum_tenants_status as enum ('active', 'suspended');
create type enum_users_notify_by_email as enum ('everything', 'important', 'nothing');
create type enum_users_platform_role as enum ('platform-admin');
create type enum_users_tenants_role as enum ('owner', 'editor', 'author', 'viewer', 'member');

-- Functions

CREATE OR REPLACE FUNCTION public.atrium__pages_v_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "_pages_v" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium__pages_v_rels_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "_pages_v" p where p.id = new."parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_address_locale(space uuid, address text)
 RETURNS _locales
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select o.value::text::_locales from tenant_locales o
      where o.parent_id = t.id and o.value::text <> t.default_locale::text
        and starts_with(address || '/', '/' || lower(o.value::text) || '/')),
    t.default_locale::text::_locales)
  from tenants t where t.id = space
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_block_text(document jsonb, keys text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(string_agg(pair ->> 'value', ' '), '')
  from jsonb_path_query(document, 'strict $.** ? (@.type() == "object").keyvalue()') as pair
  where pair ->> 'key' = any (keys) and jsonb_typeof(pair -> 'value') = 'string'
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_check_account()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  tenant uuid;
begin
  -- A space does not see whom a global account would clash with in another.
  if tg_op = 'UPDATE' and current_user = 'atrium_tenant' and new.tenant_id is null and lower(new.email) <> lower(old.email) then
    raise exception 'the e-mail of a global account' using errcode = 'AT001',
      hint = 'This account works in several spaces. Ask the platform to change its e-mail address.';
  end if;
  if new.tenant_id is not null then
    perform atrium_one_person_per_email(new.tenant_id, new.email, new.id);
  end if;
  for tenant in select m.tenant_id from users_tenants m where m._parent_id = new.id loop
    perform atrium_one_person_per_email(tenant, new.email, new.id);
  end loop;
  return null;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_check_membership()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  person users;
begin
  select * into person from users u where u.id = new._parent_id;
  if not found then
    raise exception 'no such account' using errcode = '23503', constraint = 'users_tenants_parent_id_fk';
  end if;
  if person.tenant_id is not null and person.tenant_id <> new.tenant_id then
    raise exception 'an account of one space has no role in another' using errcode = 'AT001',
      hint = 'An account that lives in one space has no role in another.';
  end if;
  perform atrium_one_person_per_email(new.tenant_id, person.email, person.id);
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_check_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  person uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if person is null or (tg_op = 'UPDATE' and person = (to_jsonb(old) ->> tg_argv[0])::uuid) then
    return new;
  end if;
  if not exists (select from users where id = person) then
    raise exception 'no such account' using errcode = '23503';
  end if;
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_comments_rels_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "comments" p where p.id = new."parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_default_locale(tenant uuid)
 RETURNS _locales
 LANGUAGE sql
 STABLE
AS $function$
  select t.default_locale::text::_locales from tenants t where t.id = tenant
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_form_submissions_notes_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "form_submissions" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_form_submissions_submission_data_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "form_submissions" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_forms_emails_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "forms_emails" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_forms_emails_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "forms" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_forms_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "forms" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_forms_webhooks_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "forms" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_job_state()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.state := case
    when coalesce(new.has_error, false) then 'failed'
    when new.completed_at is not null then 'done'
    when coalesce(new.processing, false) then 'running'
    else 'waiting'
  end;
  if tg_op = 'UPDATE' and new.tenant_id is distinct from old.tenant_id then
    raise exception 'a job does not move to another tenant' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' and (new.wait_until is null or new.wait_until <= now()) then
    perform pg_notify('atrium', 'jobs');
  end if;
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_keep_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.tenant_id is distinct from old.tenant_id then
    raise exception 'a row does not move to another tenant' using errcode = '42501';
  end if;
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_lock_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare owner uuid;
begin
  if new."pages_id" is not null then
    select d.tenant_id into owner from "pages" d where d.id = new."pages_id";
    if owner is null then raise exception 'no such document' using errcode = '23503'; end if;
    update payload_locked_documents set tenant_id = owner where id = new.parent_id;
  end if;
  if new."media_id" is not null then
    select d.tenant_id into owner from "media" d where d.id = new."media_id";
    if owner is null then raise exception 'no such document' using errcode = '23503'; end if;
    update payload_locked_documents set tenant_id = owner where id = new.parent_id;
  end if;
  if new."redirects_id" is not null then
    select d.tenant_id into owner from "redirects" d where d.id = new."redirects_id";
    if owner is null then raise exception 'no such document' using errcode = '23503'; end if;
    update payload_locked_documents set tenant_id = owner where id = new.parent_id;
  end if;
  if new."site_settings_id" is not null then
    select d.tenant_id into owner from "site_settings" d where d.id = new."site_settings_id";
    if owner is null then raise exception 'no such document' using errcode = '23503'; end if;
    update payload_locked_documents set tenant_id = owner where id = new.parent_id;
  end if;
  if new."teams_id" is not null then
    select d.tenant_id into owner from "teams" d where d.id = new."teams_id";
    if owner is null then raise exception 'no such document' using errcode = '23503'; end if;
    update payload_locked_documents set tenant_id = owner where id = new.parent_id;
  end if;
  if new."tenants_id" is not null then
    select d.id into owner from "tenants" d where d.id = new."tenants_id";
    if owner is null then raise exception 'no such document' using errcode = '23503'; end if;
    update payload_locked_documents set tenant_id = owner where id = new.parent_id;
  end if;
  if new."forms_id" is not null then
    select d.tenant_id into owner from "forms" d where d.id = new."forms_id";
    if owner is null then raise exception 'no such document' using errcode = '23503'; end if;
    update payload_locked_documents set tenant_id = owner where id = new.parent_id;
  end if;
  if new."users_id" is not null and not exists (select from "users" d where d.id = new."users_id") then
    raise exception 'no such document' using errcode = '23503';
  end if;
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_media_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "media" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_one_password()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.hash is null and old.hash is not null then
    new.hash := old.hash;
    new.salt := old.salt;
  end if;
  if new.hash is not null then
    new.imported_hash := null;
  end if;
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_one_person_per_email(tenant uuid, address text, person uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('email:' || tenant || ':' || lower(address), 0));
  if exists (
    select from users u
    where lower(u.email) = lower(address) and u.id <> person
      and (u.tenant_id = tenant
        or exists (select from users_tenants m where m._parent_id = u.id and m.tenant_id = tenant))
  ) then
    raise exception 'this e-mail has an account here' using errcode = '23505', constraint = 'users_realm_email_key';
  end if;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_own_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.owner_id := nullif(current_setting('app.user_id', true), '')::uuid;
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_address(page uuid, locale _locales, slug text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_at(space uuid, address text)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
#variable_conflict use_variable
declare
  main _locales := atrium_default_locale(space);
  locale _locales := atrium_address_locale(space, address);
  path text := address;
  page uuid;
begin
  if locale <> main then
    path := coalesce(nullif(substr(address, length(locale::text) + 2), ''), '/');
  end if;
  select p.id into page
  from pages_locales l join pages p on p.id = l._parent_id
  where l.tenant_id = space and l.path = path and (
    l._locale = locale
    or (l._locale = main and not exists (
      select from pages_locales own where own._parent_id = l._parent_id and own._locale = locale and own.path is not null))
  )
  order by p._status = 'published' desc, l._locale = locale desc
  limit 1;
  return page;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_children()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_follow(page uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_href(space uuid, locale _locales, path text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when t.default_locale::text = locale::text then lower(path)
    when exists (select from tenant_locales o where o.parent_id = t.id and o.value::text = locale::text)
      then lower('/' || locale::text || case when path = '/' then '' else path end)
  end
  from tenants t where t.id = space
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  known boolean;
  address text;
begin
  if tg_op <> 'DELETE' then
    perform atrium_page_settled(new._parent_id, new._locale);
  end if;
  -- Written by this transaction: nobody has come by it. The start page stays where it is, whichever page it is.
  if tg_op = 'INSERT' or old.path is null or old.path = '/' or atrium_written_here(old.xmin) then
    return null;
  end if;
  select
    coalesce(
      (nullif(current_setting('atrium.known_pages_' || right(p.id::text, 2), true), '')::jsonb ->> p.id::text)::boolean,
      p._status = 'published' and coalesce(p.published_at <= now(), true)
    ),
    coalesce(l.path, m.path)
  into known, address
  from pages p
  left join pages_locales l on l._parent_id = p.id and l._locale = old._locale
  left join pages_locales m on m._parent_id = p.id and m._locale = atrium_default_locale(p.tenant_id)
  where p.id = old._parent_id;
  if not coalesce(known, false) or address is null or address = old.path then
    return null;
  end if;
  insert into redirects (id, tenant_id, "from", to_type, to_reference_id, type, origin)
  select gen_random_uuid(), old.tenant_id, left_at, 'reference', old._parent_id, '301', 'move'
  from atrium_page_href(old.tenant_id, old._locale, old.path) left_at
  -- No other page has it since.
  where left_at is not null and not exists (
    select from pages p where p.id = atrium_page_at(old.tenant_id, left_at) and p._status = 'published')
  on conflict (tenant_id, "from") do update set
    to_type = excluded.to_type, to_reference_id = excluded.to_reference_id, to_url = null, type = excluded.type, origin = excluded.origin;
  return null;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_path()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- See atrium_page_tree: what is written here depends on the pages above, and those below on it.
  if tg_op = 'INSERT' or new.slug is distinct from old.slug then
    perform pg_advisory_xact_lock(hashtextextended('pages:' || p.tenant_id, 0)) from pages p where p.id = new._parent_id;
  end if;
  new.path := atrium_page_address(new._parent_id, new._locale, new.slug);
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_placed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform atrium_page_follow(new.id);
  return null;
exception when unique_violation then
  -- It comes back from the trash under another name, and Payload writes its translations after the page: then these are looked at.
  if old.deleted_at is not null and new.deleted_at is null then
    return null;
  end if;
  raise;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_published()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform atrium_page_settled(new.id, l._locale) from pages_locales l where l._parent_id = new.id;
  return null;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_settled(page uuid, locale _locales)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from redirects r using pages p, pages_locales l
  where p.id = page and p._status = 'published' and l._parent_id = p.id and l._locale = locale
    and r.tenant_id = p.tenant_id and r."from" = atrium_page_href(p.tenant_id, locale, l.path)
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_status()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  place text := 'atrium.known_pages_' || right(old.id::text, 2);
  noted jsonb := coalesce(nullif(current_setting(place, true), ''), '{}');
begin
  if not noted ? old.id::text then
    perform set_config(place, (noted || jsonb_build_object(
      old.id, old._status = 'published' and coalesce(old.published_at <= now(), true)
    ))::text, true);
  end if;
  return null;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_page_tree()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ancestor uuid := new.parent_id;
  depth int := 0;
begin
  -- Two moves at once could make a circle, and a page that is written meanwhile would miss the move: one at a time in a space.
  -- Payload writes by INSERT … ON CONFLICT, so the lock comes before those of rows, and nobody waits for each other.
  if tg_op = 'INSERT' or (new.parent_id, new.deleted_at) is distinct from (old.parent_id, old.deleted_at) then
    perform pg_advisory_xact_lock(hashtextextended('pages:' || new.tenant_id, 0));
  end if;
  while ancestor is not null loop
    depth := depth + 1;
    if ancestor = new.id then
      raise exception 'a page cannot be below itself' using errcode = 'AT001',
        hint = 'A page cannot be below itself or below a page that is below it.';
    end if;
    if depth > 12 then
      raise exception 'pages are nested too deeply' using errcode = 'AT001',
        hint = 'Pages can be nested up to 12 levels deep.';
    end if;
    select p.parent_id into ancestor from pages p where p.id = ancestor;
  end loop;
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_pages_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "pages" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_pages_rels_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "pages" p where p.id = new."parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_redirect_check()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_redirect_lock()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('pages:' || new.tenant_id, 0));
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_redirect_path(target text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when target ~ '^/' then coalesce(nullif(rtrim(lower(regexp_replace(target, '[?#].*$', '')), '/'), ''), '/') end
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_release(target text, space uuid, document uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  reference record;
  above uuid;
begin
  if target = 'pages' then
    -- The pages below move up; their drafts say so, too.
    select parent_id into above from pages where tenant_id = space and id = document;
    update pages set parent_id = above where tenant_id = space and parent_id = document;
    update _pages_v set version_parent_id = above where tenant_id = space and version_parent_id = document and latest;
  end if;
  for reference in
    select c.conrelid::regclass as source, a.attname as name, a.attnotnull as required, r.relname ~ '_rels$' as listed
    from pg_constraint c
    join pg_class r on r.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = target::regclass and c.confdeltype = 'a' and array_length(c.conkey, 1) = 2
  loop
    if reference.listed then
      execute format('delete from %s where tenant_id = $1 and %I = $2', reference.source, reference.name) using space, document;
    elsif not reference.required then
      execute format('update %s set %I = null where tenant_id = $1 and %I = $2', reference.source, reference.name, reference.name)
        using space, document;
    end if;
  end loop;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
  times constant text[] := '{created_at,updated_at,version_created_at,version_updated_at}';
begin
  if tg_argv[0] = 'atrium_search_page' and current_setting('atrium.search_later', true) = 'on' then
    return null;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(old) - times = changed - times then
    return null;
  end if;
  execute format('select %I($1, $2)', tg_argv[0])
    using (changed ->> 'tenant_id')::uuid, (changed ->> tg_argv[1])::uuid;
  return null;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_form(space uuid, form uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_headings(document jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(string_agg(atrium_block_text(heading, array['text']), ' '), '')
  from jsonb_path_query(document, 'strict $.** ? (@.type == "heading")') as heading
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_keys(part text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case part when 'headings' then array['heading', 'name', 'question']::text[]
    else array['address', 'badge', 'caption', 'directions', 'eyebrow', 'heading', 'intro', 'label', 'name', 'note', 'notice', 'period', 'phone', 'price', 'question', 'quote', 'role', 'text', 'value']::text[] end
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_language(locale text, chosen text DEFAULT NULL::text)
 RETURNS regconfig
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(
    (
      select c.oid::regconfig from pg_ts_config c
      where c.cfgnamespace = 'public'::regnamespace and c.cfgname = 'atrium_' || coalesce(
        lower(nullif(chosen, '')),
        case split_part(lower(locale), '-', 1)
          when 'ar' then 'arabic' when 'ca' then 'catalan' when 'da' then 'danish' when 'de' then 'german'
          when 'el' then 'greek' when 'en' then 'english' when 'es' then 'spanish' when 'eu' then 'basque'
          when 'fi' then 'finnish' when 'fr' then 'french' when 'ga' then 'irish' when 'hi' then 'hindi'
          when 'hu' then 'hungarian' when 'hy' then 'armenian' when 'id' then 'indonesian' when 'it' then 'italian'
          when 'lt' then 'lithuanian' when 'nb' then 'norwegian' when 'ne' then 'nepali' when 'nl' then 'dutch'
          when 'nn' then 'norwegian' when 'no' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian'
          when 'ru' then 'russian' when 'sr' then 'serbian' when 'sv' then 'swedish' when 'ta' then 'tamil'
          when 'tr' then 'turkish' when 'yi' then 'yiddish'
        end
      )
    ),
    'public.atrium_simple'::regconfig
  )
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_lead(space uuid, lead uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_media(space uuid, medium uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  m media;
  main _locales;
  written text[] := '{}';
  l record;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into m from media where id = medium for no key update;
  if m.id is null or m.deleted_at is not null then
    delete from search_documents where tenant_id = space and kind = 'media' and document_id = medium::text;
    return;
  end if;
  main := atrium_default_locale(m.tenant_id);
  for l in
    select coalesce(t._locale, main) as locale, t.alt, t.caption
    from (select) as one left join media_locales t on t._parent_id = medium
  loop
    perform atrium_search_put(
      m.tenant_id, 'media', m.id, l.locale, false, true, l.alt, null,
      -- "harbour-at-night.jpg" is found by each of its words.
      concat_ws(' ', l.caption, m.filename, regexp_replace(m.filename, '[._-]+', ' ', 'g')), null, null, null
    );
    written := written || l.locale::text;
  end loop;
  delete from search_documents d
  where d.tenant_id = m.tenant_id and d.kind = 'media' and d.document_id = m.id::text
    and d.locale <> all (written);
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_page(space uuid, page uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  p pages;
  v _pages_v;
  is_published boolean;
  drafted boolean;
  written text[] := '{}';
  l record;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into p from pages where id = page for no key update;
  if p.id is null or p.deleted_at is not null then
    delete from search_documents where tenant_id = space and kind = 'pages' and document_id = page::text;
    return;
  end if;
  select * into v from _pages_v where parent_id = page and latest order by updated_at desc limit 1;
  -- Below a page in the trash it has no address.
  is_published := p._status = 'published' and exists (select from pages_locales t where t._parent_id = page and t.path is not null);
  drafted := not is_published or coalesce(v.version__status = 'draft', false);
  for l in
    select true as published, not drafted as working, t._locale as locale, t.title, t.layout, t.meta_title, t.meta_description,
      t.path, p.published_at
    from pages_locales t where t._parent_id = page and is_published
    union all
    select false, true, t._locale, t.version_title, t.version_layout, t.version_meta_title, t.version_meta_description,
      t.version_path, v.version_published_at
    from _pages_v_locales t where t._parent_id = v.id and drafted
    union all
    select false, true, t._locale, t.title, t.layout, t.meta_title, t.meta_description, t.path, p.published_at
    from pages_locales t where t._parent_id = page and drafted and v.id is null
  loop
    perform atrium_search_put(
      p.tenant_id, 'pages', p.id, l.locale, l.published, l.working, l.title,
      concat_ws(' ', atrium_block_text(l.layout, atrium_search_keys('headings')), atrium_search_headings(l.layout)),
      atrium_block_text(l.layout, atrium_search_keys('body')),
      concat_ws(' ', l.meta_title, l.meta_description), l.path, l.published_at
    );
    written := written || (l.locale || ' ' || l.published);
  end loop;
  delete from search_documents d
  where d.tenant_id = p.tenant_id and d.kind = 'pages' and d.document_id = p.id::text
    and (d.locale || ' ' || d.published) <> all (written);
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_put(tenant uuid, kind text, document uuid, locale _locales, published boolean, working boolean, title text, headings text, body text, seo text, path text, visible_from timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
declare
  language regconfig := atrium_space_language(tenant, locale::text);
begin
  -- A vector holds a megabyte at most, and nobody reads on for longer.
  body := left(regexp_replace(coalesce(body, ''), '\s+', ' ', 'g'), 100000);
  insert into search_documents as d (id, tenant_id, kind, document_id, locale, published, working, title, body, path, visible_from, vector)
  values (
    gen_random_uuid(), tenant, kind, document::text, atrium_search_put.locale::text, published, working,
    left(coalesce(title, ''), 500), body, path, visible_from,
    setweight(to_tsvector(language, coalesce(title, '')), 'A')
      || setweight(to_tsvector(language, left(coalesce(headings, ''), 20000)), 'B')
      || atrium_search_title(tenant, title)
      || setweight(to_tsvector(language, body), 'C') || setweight(to_tsvector(language, left(coalesce(seo, ''), 2000)), 'D')
  )
  on conflict (tenant_id, kind, document_id, locale, published) do update set
    working = excluded.working, title = excluded.title, body = excluded.body, path = excluded.path,
    visible_from = excluded.visible_from, vector = excluded.vector
  where (d.working, d.title, d.body, d.path, d.visible_from, d.vector) is distinct from
    (excluded.working, excluded.title, excluded.body, excluded.path, excluded.visible_from, excluded.vector);
  if published and coalesce(visible_from <= now(), true) then
    insert into search_words (id, tenant_id, word)
    select gen_random_uuid(), tenant, w.word
    from unnest(tsvector_to_array(to_tsvector('public.atrium_simple', concat_ws(' ', title, headings, body)))) as w(word)
    where w.word ~ '^[[:alpha:]][[:alpha:]''-]{2,39}$'
    -- In one order, so that two at once wait for each other instead of both.
    order by w.word
    on conflict do nothing;
  end if;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_title(tenant uuid, title text)
 RETURNS tsvector
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select array_to_tsvector(array(
    select right(tenant::text, 8) || ':' || word
    from unnest(tsvector_to_array(to_tsvector('public.atrium_simple', coalesce(title, '')))) as word
  ))
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_translated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  document record;
begin
  if tg_argv[0] = 'atrium_search_page' and current_setting('atrium.search_later', true) = 'on' then
    return null;
  end if;
  for document in execute format(
    'select distinct c.tenant_id, %s as id from changed c join %I d on d.id = c._parent_id %s',
    case tg_argv[1] when '_pages_v' then 'd.parent_id' else 'd.id' end,
    tg_argv[1],
    case tg_op
      when 'UPDATE' then 'join before b on b.id = c.id where c is distinct from b'
      -- Payload takes all translations away before it writes them anew, which is then looked at.
      when 'DELETE' then format('where exists (select from %I l where l._parent_id = d.id)', tg_table_name)
      else ''
    end
  ) loop
    execute format('select %I($1, $2)', tg_argv[0]) using document.tenant_id, document.id;
  end loop;
  return null;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_search_written(space uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('atrium.search_later', '', true);
  perform atrium_search_page(p.tenant_id, p.id)
  from pages p
  where p.tenant_id = space and (
    atrium_written_here(p.xmin)
    or exists (select from pages_locales l where l._parent_id = p.id and atrium_written_here(l.xmin))
    or exists (select from _pages_v v where v.parent_id = p.id and v.latest and atrium_written_here(v.xmin))
  );
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_footer_columns_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_footer_columns" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_footer_columns_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_settings" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_footer_links_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_footer_links" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_footer_links_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_footer_columns" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_menu_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_menu" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_menu_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_settings" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_settings_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_settings" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_social_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_settings" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_submenu_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_submenu" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_site_submenu_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "site_menu" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_space_language(tenant uuid, locale text)
 RETURNS regconfig
 LANGUAGE sql
 STABLE
AS $function$
  select atrium_search_language(locale, case when t.default_locale::text = locale then t.settings ->> 'searchLanguage' end)
  from tenants t where t.id = tenant
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_space_locale()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('pages:' || new.id, 0));
  update pages_locales l set slug = l.slug
  where l.tenant_id = new.id and l.path is distinct from atrium_page_address(l._parent_id, l._locale, l.slug);
  return null;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_teams_rels_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.tenant_id from "teams" p where p.id = new."parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_tenant_locales_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.id from "tenants" p where p.id = new."parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_tenants_domains_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.tenant_id := (select p.id from "tenants" p where p.id = new."_parent_id");
  return new;
end; $function$
;
CREATE OR REPLACE FUNCTION public.atrium_touch_updated_at()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new is distinct from old and coalesce(current_setting('atrium.keep_times', true), '') <> 'on' then
    new.updated_at := now();
  end if;
  return new;
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_translation(document jsonb, locale _locales, main _locales)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  first_key text;
begin
  if jsonb_typeof(document) = 'array' then
    return (select coalesce(jsonb_agg(atrium_translation(item, locale, main) order by n), '[]')
      from jsonb_array_elements(document) with ordinality as i(item, n));
  elsif jsonb_typeof(document) <> 'object' then
    return document;
  end if;
  select key into first_key from jsonb_object_keys(document) as key limit 1;
  if first_key is not null and not exists (
    select from jsonb_object_keys(document) as key where key <> all (enum_range(null::_locales)::text[])
  ) then
    return atrium_translation(coalesce(document -> locale::text, document -> main::text, 'null'), locale, main);
  end if;
  return (select jsonb_object_agg(key, atrium_translation(value, locale, main)) from jsonb_each(document));
end;
$function$
;
CREATE OR REPLACE FUNCTION public.atrium_written_here(writer xid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_variable
declare
  top bigint := pg_current_xact_id()::text::bigint;
  -- Rows keep 32 of 64 bits: the first number from this transaction's on that ends like that.
  number bigint := (top & ~4294967295) | writer::text::bigint;
begin
  number := case when number < top then number + 4294967296 else number end;
  if number - top >= 2147483648 then
    return false;
  end if;
  return number = top or pg_xact_status(number::text::xid8) = 'in progress';
exception when invalid_parameter_value then
  -- Nobody has that number yet: the row is two thousand million transactions old.
  return false;
end;
$function$
;

-- Text search

create text search configuration atrium_arabic (asciihword, asciiword, hword_asciipart with arabic_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, arabic_stem);
create text search configuration atrium_armenian (asciihword, asciiword, hword_asciipart with armenian_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, armenian_stem);
create text search configuration atrium_basque (asciihword, asciiword, hword_asciipart with basque_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, basque_stem);
create text search configuration atrium_catalan (asciihword, asciiword, hword_asciipart with catalan_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, catalan_stem);
create text search configuration atrium_danish (asciihword, asciiword, hword_asciipart with danish_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, danish_stem);
create text search configuration atrium_dutch (asciihword, asciiword, hword_asciipart with dutch_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, dutch_stem);
create text search configuration atrium_english (asciihword, asciiword, hword_asciipart with english_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, english_stem);
create text search configuration atrium_finnish (asciihword, asciiword, hword_asciipart with finnish_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, finnish_stem);
create text search configuration atrium_french (asciihword, asciiword, hword_asciipart with french_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, french_stem);
create text search configuration atrium_german (asciihword, asciiword, hword_asciipart with german_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, german_stem);
create text search configuration atrium_greek (asciihword, asciiword, hword_asciipart with greek_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, greek_stem);
create text search configuration atrium_hindi (asciihword, asciiword, hword_asciipart with english_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, hindi_stem);
create text search configuration atrium_hungarian (asciihword, asciiword, hword_asciipart with hungarian_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, hungarian_stem);
create text search configuration atrium_indonesian (asciihword, asciiword, hword_asciipart with indonesian_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, indonesian_stem);
create text search configuration atrium_irish (asciihword, asciiword, hword_asciipart with irish_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, irish_stem);
create text search configuration atrium_italian (asciihword, asciiword, hword_asciipart with italian_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, italian_stem);
create text search configuration atrium_lithuanian (asciihword, asciiword, hword_asciipart with lithuanian_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, lithuanian_stem);
create text search configuration atrium_nepali (asciihword, asciiword, hword_asciipart with nepali_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, nepali_stem);
create text search configuration atrium_norwegian (asciihword, asciiword, hword_asciipart with norwegian_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, norwegian_stem);
create text search configuration atrium_portuguese (asciihword, asciiword, hword_asciipart with portuguese_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, portuguese_stem);
create text search configuration atrium_romanian (asciihword, asciiword, hword_asciipart with romanian_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, romanian_stem);
create text search configuration atrium_russian (asciihword, asciiword, hword_asciipart with english_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, russian_stem);
create text search configuration atrium_serbian (asciihword, asciiword, hword_asciipart with serbian_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, serbian_stem);
create text search configuration atrium_simple (asciihword, asciiword, email, file, float, host, hword_asciipart, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, simple);
create text search configuration atrium_spanish (asciihword, asciiword, hword_asciipart with spanish_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, spanish_stem);
create text search configuration atrium_swedish (asciihword, asciiword, hword_asciipart with swedish_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, swedish_stem);
create text search configuration atrium_tamil (asciihword, asciiword, hword_asciipart with tamil_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, tamil_stem);
create text search configuration atrium_turkish (asciihword, asciiword, hword_asciipart with turkish_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, turkish_stem);
create text search configuration atrium_yiddish (asciihword, asciiword, hword_asciipart with yiddish_stem; email, file, float, host, hword_numpart, int, numhword, numword, sfloat, uint, url, url_path, version with simple; hword, hword_part, word with unaccent, yiddish_stem);

-- Sequences

create sequence _pages_v_locales_id_seq as integer;
grant usage on sequence _pages_v_locales_id_seq to atrium_platform;
grant usage on sequence _pages_v_locales_id_seq to atrium_tenant;
create sequence _pages_v_rels_id_seq as integer;
grant usage on sequence _pages_v_rels_id_seq to atrium_platform;
grant usage on sequence _pages_v_rels_id_seq to atrium_tenant;
create sequence comments_rels_id_seq as integer;
grant usage on sequence comments_rels_id_seq to atrium_platform;
grant usage on sequence comments_rels_id_seq to atrium_tenant;
create sequence forms_emails_locales_id_seq as integer;
grant usage on sequence forms_emails_locales_id_seq to atrium_platform;
grant usage on sequence forms_emails_locales_id_seq to atrium_tenant;
create sequence forms_locales_id_seq as integer;
grant usage on sequence forms_locales_id_seq to atrium_platform;
grant usage on sequence forms_locales_id_seq to atrium_tenant;
create sequence media_locales_id_seq as integer;
grant usage on sequence media_locales_id_seq to atrium_platform;
grant usage on sequence media_locales_id_seq to atrium_tenant;
create sequence pages_locales_id_seq as integer;
grant usage on sequence pages_locales_id_seq to atrium_platform;
grant usage on sequence pages_locales_id_seq to atrium_tenant;
create sequence pages_rels_id_seq as integer;
grant usage on sequence pages_rels_id_seq to atrium_platform;
grant usage on sequence pages_rels_id_seq to atrium_tenant;
create sequence payload_locked_documents_rels_id_seq as integer;
grant usage on sequence payload_locked_documents_rels_id_seq to atrium_platform;
grant usage on sequence payload_locked_documents_rels_id_seq to atrium_tenant;
create sequence payload_preferences_rels_id_seq as integer;
grant usage on sequence payload_preferences_rels_id_seq to atrium_platform;
grant usage on sequence payload_preferences_rels_id_seq to atrium_tenant;
create sequence site_footer_columns_locales_id_seq as integer;
grant usage on sequence site_footer_columns_locales_id_seq to atrium_platform;
grant usage on sequence site_footer_columns_locales_id_seq to atrium_tenant;
create sequence site_footer_links_locales_id_seq as integer;
grant usage on sequence site_footer_links_locales_id_seq to atrium_platform;
grant usage on sequence site_footer_links_locales_id_seq to atrium_tenant;
create sequence site_menu_locales_id_seq as integer;
grant usage on sequence site_menu_locales_id_seq to atrium_platform;
grant usage on sequence site_menu_locales_id_seq to atrium_tenant;
create sequence site_settings_locales_id_seq as integer;
grant usage on sequence site_settings_locales_id_seq to atrium_platform;
grant usage on sequence site_settings_locales_id_seq to atrium_tenant;
create sequence site_submenu_locales_id_seq as integer;
grant usage on sequence site_submenu_locales_id_seq to atrium_platform;
grant usage on sequence site_submenu_locales_id_seq to atrium_tenant;
create sequence teams_rels_id_seq as integer;
grant usage on sequence teams_rels_id_seq to atrium_platform;
grant usage on sequence teams_rels_id_seq to atrium_tenant;

-- _pages_v

create table _pages_v (
  id uuid not null,
  parent_id uuid,
  tenant_id uuid not null,
  version_meta_image_id uuid,
  version_meta_no_index boolean default false,
  version_parent_id uuid,
  version_published_at timestamp(3) with time zone,
  version_created_by_id uuid,
  version_updated_at timestamp(3) with time zone,
  version_created_at timestamp(3) with time zone,
  version__status enum__pages_v_version_status default 'draft'::enum__pages_v_version_status,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  latest boolean,
  autosave boolean,
  version_team_id uuid,
  version_deleted_at timestamp(3) with time zone,
  snapshot boolean,
  published_locale enum__pages_v_published_locale
);
alter table _pages_v add constraint _pages_v_parent_id_tenant_fk FOREIGN KEY (tenant_id, parent_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
alter table _pages_v add constraint _pages_v_pkey PRIMARY KEY (id);
alter table _pages_v add constraint _pages_v_tenant_id_id_key UNIQUE (tenant_id, id);
alter table _pages_v add constraint _pages_v_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table _pages_v add constraint _pages_v_version_created_by_id_users_id_fk FOREIGN KEY (version_created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table _pages_v add constraint _pages_v_version_meta_image_id_tenant_fk FOREIGN KEY (tenant_id, version_meta_image_id) REFERENCES media(tenant_id, id) ON DELETE SET NULL (version_meta_image_id);
alter table _pages_v add constraint _pages_v_version_parent_id_tenant_fk FOREIGN KEY (tenant_id, version_parent_id) REFERENCES pages(tenant_id, id) ON DELETE SET NULL (version_parent_id);
alter table _pages_v add constraint _pages_v_version_team_id_tenant_fk FOREIGN KEY (tenant_id, version_team_id) REFERENCES teams(tenant_id, id) ON DELETE SET NULL (version_team_id);
CREATE INDEX _pages_v_autosave_idx ON _pages_v USING btree (tenant_id, autosave);
CREATE INDEX _pages_v_created_at_idx ON _pages_v USING btree (tenant_id, created_at);
CREATE INDEX _pages_v_latest_idx ON _pages_v USING btree (tenant_id, latest);
CREATE INDEX _pages_v_parent_idx ON _pages_v USING btree (parent_id, tenant_id);
CREATE INDEX _pages_v_published_locale_idx ON _pages_v USING btree (tenant_id, published_locale);
CREATE INDEX _pages_v_snapshot_idx ON _pages_v USING btree (tenant_id, snapshot);
CREATE INDEX _pages_v_tenant_latest_idx ON _pages_v USING btree (tenant_id, latest, version_updated_at);
CREATE INDEX _pages_v_updated_at_idx ON _pages_v USING btree (tenant_id, updated_at);
CREATE INDEX _pages_v_version_meta_version_meta_image_idx ON _pages_v USING btree (tenant_id, version_meta_image_id);
CREATE INDEX _pages_v_version_version__status_idx ON _pages_v USING btree (tenant_id, version__status);
CREATE INDEX _pages_v_version_version_created_at_idx ON _pages_v USING btree (tenant_id, version_created_at);
CREATE INDEX _pages_v_version_version_created_by_idx ON _pages_v USING btree (version_created_by_id);
CREATE INDEX _pages_v_version_version_deleted_at_idx ON _pages_v USING btree (tenant_id, version_deleted_at);
CREATE INDEX _pages_v_version_version_parent_idx ON _pages_v USING btree (tenant_id, version_parent_id);
CREATE INDEX _pages_v_version_version_team_idx ON _pages_v USING btree (tenant_id, version_team_id);
CREATE INDEX _pages_v_version_version_tenant_idx ON _pages_v USING btree (tenant_id);
CREATE INDEX _pages_v_version_version_updated_at_idx ON _pages_v USING btree (tenant_id, version_updated_at);
alter table _pages_v enable row level security;
alter table _pages_v force row level security;
create policy _pages_v_platform_all on _pages_v for all to atrium_platform
  using (true)
  with check (true);
create policy _pages_v_tenant_all on _pages_v for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER _pages_v_keep_tenant BEFORE UPDATE ON _pages_v FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER _pages_v_touch BEFORE UPDATE ON _pages_v FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
CREATE TRIGGER pages_v_search AFTER INSERT OR DELETE OR UPDATE ON _pages_v FOR EACH ROW EXECUTE FUNCTION atrium_search_changed('atrium_search_page', 'parent_id');
grant delete, insert, select, update on _pages_v to atrium_platform;
grant delete, insert, select, update on _pages_v to atrium_tenant;

-- _pages_v_locales

create table _pages_v_locales (
  version_title character varying,
  version_layout jsonb,
  version_meta_title character varying,
  version_meta_description character varying,
  version_slug character varying,
  version_path character varying,
  id integer not null default nextval('_pages_v_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id uuid not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table _pages_v_locales add constraint _pages_v_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES _pages_v(tenant_id, id) ON DELETE CASCADE;
alter table _pages_v_locales add constraint _pages_v_locales_pkey PRIMARY KEY (id);
alter table _pages_v_locales add constraint _pages_v_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX _pages_v_locales_parent_idx ON _pages_v_locales USING btree (_parent_id, tenant_id);
CREATE INDEX _pages_v_version_version_slug_idx ON _pages_v_locales USING btree (tenant_id, version_slug, _locale);
CREATE UNIQUE INDEX _pages_v_locales_locale_parent_id_unique ON _pages_v_locales USING btree (tenant_id, _locale, _parent_id);
alter table _pages_v_locales enable row level security;
alter table _pages_v_locales force row level security;
create policy _pages_v_locales_platform_all on _pages_v_locales for all to atrium_platform
  using (true)
  with check (true);
create policy _pages_v_locales_tenant_all on _pages_v_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER _pages_v_locales_tenant BEFORE INSERT OR UPDATE ON _pages_v_locales FOR EACH ROW EXECUTE FUNCTION atrium__pages_v_locales_tenant();
CREATE TRIGGER _pages_v_locales_touch BEFORE UPDATE ON _pages_v_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
CREATE TRIGGER pages_v_locales_search_delete AFTER DELETE ON _pages_v_locales REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_page', '_pages_v');
CREATE TRIGGER pages_v_locales_search_insert AFTER INSERT ON _pages_v_locales REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_page', '_pages_v');
CREATE TRIGGER pages_v_locales_search_update AFTER UPDATE ON _pages_v_locales REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_page', '_pages_v');
grant delete, insert, select, update on _pages_v_locales to atrium_platform;
grant delete, insert, select, update on _pages_v_locales to atrium_tenant;

-- _pages_v_rels

create table _pages_v_rels (
  id integer not null default nextval('_pages_v_rels_id_seq'::regclass),
  order integer,
  parent_id uuid not null,
  path character varying not null,
  media_id uuid,
  pages_id uuid,
  forms_id uuid,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  locale _locales
);
alter table _pages_v_rels add constraint _pages_v_rels_forms_fk FOREIGN KEY (tenant_id, forms_id) REFERENCES forms(tenant_id, id) ON DELETE CASCADE;
alter table _pages_v_rels add constraint _pages_v_rels_media_fk FOREIGN KEY (tenant_id, media_id) REFERENCES media(tenant_id, id) ON DELETE CASCADE;
alter table _pages_v_rels add constraint _pages_v_rels_pages_fk FOREIGN KEY (tenant_id, pages_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
alter table _pages_v_rels add constraint _pages_v_rels_parent_fk FOREIGN KEY (tenant_id, parent_id) REFERENCES _pages_v(tenant_id, id) ON DELETE CASCADE;
alter table _pages_v_rels add constraint _pages_v_rels_pkey PRIMARY KEY (id);
alter table _pages_v_rels add constraint _pages_v_rels_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX _pages_v_rels_forms_id_idx ON _pages_v_rels USING btree (tenant_id, forms_id, locale);
CREATE INDEX _pages_v_rels_locale_idx ON _pages_v_rels USING btree (tenant_id, locale);
CREATE INDEX _pages_v_rels_media_id_idx ON _pages_v_rels USING btree (tenant_id, media_id, locale);
CREATE INDEX _pages_v_rels_order_idx ON _pages_v_rels USING btree (tenant_id, "order");
CREATE INDEX _pages_v_rels_pages_id_idx ON _pages_v_rels USING btree (tenant_id, pages_id, locale);
CREATE INDEX _pages_v_rels_parent_idx ON _pages_v_rels USING btree (parent_id, tenant_id);
CREATE INDEX _pages_v_rels_path_idx ON _pages_v_rels USING btree (tenant_id, path);
alter table _pages_v_rels enable row level security;
alter table _pages_v_rels force row level security;
create policy _pages_v_rels_platform_all on _pages_v_rels for all to atrium_platform
  using (true)
  with check (true);
create policy _pages_v_rels_tenant_all on _pages_v_rels for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER _pages_v_rels_tenant BEFORE INSERT OR UPDATE ON _pages_v_rels FOR EACH ROW EXECUTE FUNCTION atrium__pages_v_rels_tenant();
CREATE TRIGGER _pages_v_rels_touch BEFORE UPDATE ON _pages_v_rels FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on _pages_v_rels to atrium_platform;
grant delete, insert, select, update on _pages_v_rels to atrium_tenant;

-- comments

create table comments (
  id uuid not null,
  tenant_id uuid not null,
  page_id uuid not null,
  text character varying not null,
  resolved boolean default false,
  created_by_id uuid,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table comments add constraint comments_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table comments add constraint comments_page_id_tenant_fk FOREIGN KEY (tenant_id, page_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
alter table comments add constraint comments_pkey PRIMARY KEY (id);
alter table comments add constraint comments_tenant_id_id_key UNIQUE (tenant_id, id);
alter table comments add constraint comments_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX comments_created_at_idx ON comments USING btree (tenant_id, created_at);
CREATE INDEX comments_created_by_idx ON comments USING btree (created_by_id);
CREATE INDEX comments_page_idx ON comments USING btree (tenant_id, page_id);
CREATE INDEX comments_tenant_idx ON comments USING btree (tenant_id);
CREATE INDEX comments_tenant_page_createdat_idx ON comments USING btree (tenant_id, page_id, created_at);
CREATE INDEX comments_updated_at_idx ON comments USING btree (tenant_id, updated_at);
alter table comments enable row level security;
alter table comments force row level security;
create policy comments_platform_all on comments for all to atrium_platform
  using (true)
  with check (true);
create policy comments_tenant_all on comments for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER comments_keep_tenant BEFORE UPDATE ON comments FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER comments_touch BEFORE UPDATE ON comments FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on comments to atrium_platform;
grant delete, insert, select, update on comments to atrium_tenant;

-- comments_rels

create table comments_rels (
  id integer not null default nextval('comments_rels_id_seq'::regclass),
  order integer,
  parent_id uuid not null,
  path character varying not null,
  users_id uuid,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table comments_rels add constraint comments_rels_parent_fk FOREIGN KEY (tenant_id, parent_id) REFERENCES comments(tenant_id, id) ON DELETE CASCADE;
alter table comments_rels add constraint comments_rels_pkey PRIMARY KEY (id);
alter table comments_rels add constraint comments_rels_tenant_id_id_key UNIQUE (tenant_id, id);
alter table comments_rels add constraint comments_rels_users_fk FOREIGN KEY (users_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX comments_rels_order_idx ON comments_rels USING btree (tenant_id, "order");
CREATE INDEX comments_rels_parent_idx ON comments_rels USING btree (parent_id, tenant_id);
CREATE INDEX comments_rels_path_idx ON comments_rels USING btree (tenant_id, path);
CREATE INDEX comments_rels_users_id_idx ON comments_rels USING btree (tenant_id, users_id);
alter table comments_rels enable row level security;
alter table comments_rels force row level security;
create policy comments_rels_platform_all on comments_rels for all to atrium_platform
  using (true)
  with check (true);
create policy comments_rels_tenant_all on comments_rels for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER comments_rels_person BEFORE INSERT OR UPDATE ON comments_rels FOR EACH ROW EXECUTE FUNCTION atrium_check_person('users_id');
CREATE TRIGGER comments_rels_tenant BEFORE INSERT OR UPDATE ON comments_rels FOR EACH ROW EXECUTE FUNCTION atrium_comments_rels_tenant();
CREATE TRIGGER comments_rels_touch BEFORE UPDATE ON comments_rels FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on comments_rels to atrium_platform;
grant delete, insert, select, update on comments_rels to atrium_tenant;

-- countries

create table countries (
  id uuid not null,
  code character varying not null,
  name character varying not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table countries add constraint countries_pkey PRIMARY KEY (id);
CREATE INDEX countries_created_at_idx ON countries USING btree (created_at);
CREATE INDEX countries_updated_at_idx ON countries USING btree (updated_at);
CREATE UNIQUE INDEX countries_code_idx ON countries USING btree (code);
alter table countries enable row level security;
alter table countries force row level security;
create policy countries_platform_all on countries for all to atrium_platform
  using (true)
  with check (true);
create policy countries_tenant_select on countries for select to atrium_tenant
  using (true);
CREATE TRIGGER countries_touch BEFORE UPDATE ON countries FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on countries to atrium_platform;
grant select on countries to atrium_tenant;

-- currencies

create table currencies (
  id uuid not null,
  code character varying not null,
  name character varying not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table currencies add constraint currencies_pkey PRIMARY KEY (id);
CREATE INDEX currencies_created_at_idx ON currencies USING btree (created_at);
CREATE INDEX currencies_updated_at_idx ON currencies USING btree (updated_at);
CREATE UNIQUE INDEX currencies_code_idx ON currencies USING btree (code);
alter table currencies enable row level security;
alter table currencies force row level security;
create policy currencies_platform_all on currencies for all to atrium_platform
  using (true)
  with check (true);
create policy currencies_tenant_select on currencies for select to atrium_tenant
  using (true);
CREATE TRIGGER currencies_touch BEFORE UPDATE ON currencies FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on currencies to atrium_platform;
grant select on currencies to atrium_tenant;

-- deliveries

create table deliveries (
  id uuid not null,
  tenant_id uuid not null,
  target character varying not null,
  outcome character varying,
  kind enum_deliveries_kind not null,
  state enum_deliveries_state not null default 'waiting'::enum_deliveries_state,
  attempts numeric default 0,
  sent_at timestamp(3) with time zone,
  lead_id uuid not null,
  form_id uuid not null,
  source character varying,
  job character varying,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table deliveries add constraint deliveries_form_id_tenant_fk FOREIGN KEY (tenant_id, form_id) REFERENCES forms(tenant_id, id);
alter table deliveries add constraint deliveries_lead_id_tenant_fk FOREIGN KEY (tenant_id, lead_id) REFERENCES form_submissions(tenant_id, id) ON DELETE CASCADE;
alter table deliveries add constraint deliveries_pkey PRIMARY KEY (id);
alter table deliveries add constraint deliveries_tenant_id_id_key UNIQUE (tenant_id, id);
alter table deliveries add constraint deliveries_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX deliveries_created_at_idx ON deliveries USING btree (tenant_id, created_at);
CREATE INDEX deliveries_form_idx ON deliveries USING btree (tenant_id, form_id);
CREATE INDEX deliveries_lead_idx ON deliveries USING btree (tenant_id, lead_id);
CREATE INDEX deliveries_tenant_form_target_createdat_idx ON deliveries USING btree (tenant_id, form_id, target, created_at);
CREATE INDEX deliveries_tenant_idx ON deliveries USING btree (tenant_id);
CREATE INDEX deliveries_updated_at_idx ON deliveries USING btree (tenant_id, updated_at);
alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy deliveries_platform_all on deliveries for all to atrium_platform
  using (true)
  with check (true);
create policy deliveries_tenant_all on deliveries for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER deliveries_keep_tenant BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER deliveries_touch BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on deliveries to atrium_platform;
grant delete, insert, select, update on deliveries to atrium_tenant;

-- documents

create table documents (
  id uuid not null,
  tenant_id uuid not null,
  source_collection character varying not null,
  source_id character varying not null,
  source_database character varying,
  data jsonb not null,
  complete boolean not null default true,
  row_collection character varying,
  row_id character varying,
  hash character varying not null,
  made_by character varying not null,
  written_by character varying not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table documents add constraint documents_pkey PRIMARY KEY (id);
alter table documents add constraint documents_tenant_id_id_key UNIQUE (tenant_id, id);
alter table documents add constraint documents_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX documents_created_at_idx ON documents USING btree (tenant_id, created_at);
CREATE INDEX documents_tenant_idx ON documents USING btree (tenant_id);
CREATE INDEX documents_tenant_sourcecollection_id_idx ON documents USING btree (tenant_id, source_collection, id);
CREATE INDEX documents_tenant_sourceid_idx ON documents USING btree (tenant_id, source_id);
CREATE INDEX documents_updated_at_idx ON documents USING btree (tenant_id, updated_at);
alter table documents enable row level security;
alter table documents force row level security;
create policy documents_platform_all on documents for all to atrium_platform
  using (true)
  with check (true);
create policy documents_tenant_all on documents for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER documents_keep_tenant BEFORE UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER documents_touch BEFORE UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on documents to atrium_platform;
grant delete, insert, select, update on documents to atrium_tenant;

-- erasures

create table erasures (
  id uuid not null,
  tenant_id uuid not null,
  form_title character varying not null,
  reason enum_erasures_reason not null,
  leads numeric not null,
  deliveries numeric not null,
  created_by_id uuid,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  files numeric default 0
);
alter table erasures add constraint erasures_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table erasures add constraint erasures_pkey PRIMARY KEY (id);
alter table erasures add constraint erasures_tenant_id_id_key UNIQUE (tenant_id, id);
alter table erasures add constraint erasures_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX erasures_created_at_idx ON erasures USING btree (tenant_id, created_at);
CREATE INDEX erasures_created_by_idx ON erasures USING btree (created_by_id);
CREATE INDEX erasures_tenant_createdat_idx ON erasures USING btree (tenant_id, created_at);
CREATE INDEX erasures_tenant_idx ON erasures USING btree (tenant_id);
CREATE INDEX erasures_updated_at_idx ON erasures USING btree (tenant_id, updated_at);
alter table erasures enable row level security;
alter table erasures force row level security;
create policy erasures_platform_all on erasures for all to atrium_platform
  using (true)
  with check (true);
create policy erasures_tenant_all on erasures for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER erasures_keep_tenant BEFORE UPDATE ON erasures FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER erasures_touch BEFORE UPDATE ON erasures FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on erasures to atrium_platform;
grant delete, insert, select, update on erasures to atrium_tenant;

-- form_submissions

create table form_submissions (
  id uuid not null,
  tenant_id uuid not null,
  summary character varying,
  form_id uuid not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  status enum_form_submissions_status not null default 'new'::enum_form_submissions_status,
  assignee_id uuid,
  consent_text character varying,
  consent_version numeric,
  consent_given_at timestamp(3) with time zone,
  challenge character varying,
  locale enum_form_submissions_locale
);
alter table form_submissions add constraint form_submissions_assignee_id_users_id_fk FOREIGN KEY (assignee_id) REFERENCES users(id) ON DELETE SET NULL;
alter table form_submissions add constraint form_submissions_form_id_tenant_fk FOREIGN KEY (tenant_id, form_id) REFERENCES forms(tenant_id, id);
alter table form_submissions add constraint form_submissions_pkey PRIMARY KEY (id);
alter table form_submissions add constraint form_submissions_tenant_challenge_key UNIQUE (tenant_id, challenge);
alter table form_submissions add constraint form_submissions_tenant_id_id_key UNIQUE (tenant_id, id);
alter table form_submissions add constraint form_submissions_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX form_submissions_assignee_idx ON form_submissions USING btree (assignee_id);
CREATE INDEX form_submissions_created_at_idx ON form_submissions USING btree (tenant_id, created_at);
CREATE INDEX form_submissions_form_idx ON form_submissions USING btree (tenant_id, form_id);
CREATE INDEX form_submissions_status_idx ON form_submissions USING btree (tenant_id, status);
CREATE INDEX form_submissions_tenant_idx ON form_submissions USING btree (tenant_id);
CREATE INDEX form_submissions_tenant_status_createdat_idx ON form_submissions USING btree (tenant_id, status, created_at);
CREATE INDEX form_submissions_updated_at_idx ON form_submissions USING btree (tenant_id, updated_at);
alter table form_submissions enable row level security;
alter table form_submissions force row level security;
create policy form_submissions_platform_all on form_submissions for all to atrium_platform
  using (true)
  with check (true);
create policy form_submissions_tenant_all on form_submissions for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER form_submissions_keep_tenant BEFORE UPDATE ON form_submissions FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER form_submissions_person BEFORE INSERT OR UPDATE ON form_submissions FOR EACH ROW EXECUTE FUNCTION atrium_check_person('assignee_id');
CREATE TRIGGER form_submissions_search AFTER INSERT OR DELETE OR UPDATE ON form_submissions FOR EACH ROW EXECUTE FUNCTION atrium_search_changed('atrium_search_lead', 'id');
CREATE TRIGGER form_submissions_touch BEFORE UPDATE ON form_submissions FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on form_submissions to atrium_platform;
grant delete, insert, select, update on form_submissions to atrium_tenant;

-- form_submissions_notes

create table form_submissions_notes (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  text character varying not null,
  created_by_id uuid,
  at timestamp(3) with time zone,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table form_submissions_notes add constraint form_submissions_notes_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table form_submissions_notes add constraint form_submissions_notes_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES form_submissions(tenant_id, id) ON DELETE CASCADE;
alter table form_submissions_notes add constraint form_submissions_notes_pkey PRIMARY KEY (id);
alter table form_submissions_notes add constraint form_submissions_notes_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX form_submissions_notes_created_by_idx ON form_submissions_notes USING btree (created_by_id);
CREATE INDEX form_submissions_notes_order_idx ON form_submissions_notes USING btree (tenant_id, _order);
CREATE INDEX form_submissions_notes_parent_id_idx ON form_submissions_notes USING btree (_parent_id, tenant_id);
alter table form_submissions_notes enable row level security;
alter table form_submissions_notes force row level security;
create policy form_submissions_notes_platform_all on form_submissions_notes for all to atrium_platform
  using (true)
  with check (true);
create policy form_submissions_notes_tenant_all on form_submissions_notes for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER form_submissions_notes_tenant BEFORE INSERT OR UPDATE ON form_submissions_notes FOR EACH ROW EXECUTE FUNCTION atrium_form_submissions_notes_tenant();
CREATE TRIGGER form_submissions_notes_touch BEFORE UPDATE ON form_submissions_notes FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on form_submissions_notes to atrium_platform;
grant delete, insert, select, update on form_submissions_notes to atrium_tenant;

-- form_submissions_submission_data

create table form_submissions_submission_data (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  field character varying not null,
  value character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table form_submissions_submission_data add constraint form_submissions_submission_data_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES form_submissions(tenant_id, id) ON DELETE CASCADE;
alter table form_submissions_submission_data add constraint form_submissions_submission_data_pkey PRIMARY KEY (id);
alter table form_submissions_submission_data add constraint form_submissions_submission_data_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX form_submissions_submission_data_order_idx ON form_submissions_submission_data USING btree (tenant_id, _order);
CREATE INDEX form_submissions_submission_data_parent_id_idx ON form_submissions_submission_data USING btree (_parent_id, tenant_id);
alter table form_submissions_submission_data enable row level security;
alter table form_submissions_submission_data force row level security;
create policy form_submissions_submission_data_platform_all on form_submissions_submission_data for all to atrium_platform
  using (true)
  with check (true);
create policy form_submissions_submission_data_tenant_all on form_submissions_submission_data for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER form_submissions_data_search AFTER DELETE OR UPDATE ON form_submissions_submission_data FOR EACH ROW EXECUTE FUNCTION atrium_search_changed('atrium_search_lead', '_parent_id');
CREATE TRIGGER form_submissions_data_search_insert AFTER INSERT ON form_submissions_submission_data REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_lead', 'form_submissions');
CREATE TRIGGER form_submissions_submission_data_tenant BEFORE INSERT OR UPDATE ON form_submissions_submission_data FOR EACH ROW EXECUTE FUNCTION atrium_form_submissions_submission_data_tenant();
CREATE TRIGGER form_submissions_submission_data_touch BEFORE UPDATE ON form_submissions_submission_data FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on form_submissions_submission_data to atrium_platform;
grant delete, insert, select, update on form_submissions_submission_data to atrium_tenant;

-- forms

create table forms (
  id uuid not null,
  tenant_id uuid not null,
  title character varying not null,
  fields jsonb,
  confirmation_type enum_forms_confirmation_type default 'message'::enum_forms_confirmation_type,
  redirect_url character varying,
  created_by_id uuid,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  confirmation_mail_enabled boolean default false,
  confirmation_mail_reply_to character varying,
  consent_version numeric default 0,
  captcha boolean default false,
  retention_days numeric,
  deleted_at timestamp(3) with time zone
);
alter table forms add constraint forms_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table forms add constraint forms_pkey PRIMARY KEY (id);
alter table forms add constraint forms_tenant_id_id_key UNIQUE (tenant_id, id);
alter table forms add constraint forms_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX forms_created_at_idx ON forms USING btree (tenant_id, created_at);
CREATE INDEX forms_created_by_idx ON forms USING btree (created_by_id);
CREATE INDEX forms_deleted_at_idx ON forms USING btree (tenant_id, deleted_at);
CREATE INDEX forms_tenant_idx ON forms USING btree (tenant_id);
CREATE INDEX forms_updated_at_idx ON forms USING btree (tenant_id, updated_at);
alter table forms enable row level security;
alter table forms force row level security;
create policy forms_platform_all on forms for all to atrium_platform
  using (true)
  with check (true);
create policy forms_tenant_all on forms for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER forms_keep_tenant BEFORE UPDATE ON forms FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER forms_search AFTER INSERT OR DELETE OR UPDATE ON forms FOR EACH ROW EXECUTE FUNCTION atrium_search_changed('atrium_search_form', 'id');
CREATE TRIGGER forms_touch BEFORE UPDATE ON forms FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on forms to atrium_platform;
grant delete, insert, select, update on forms to atrium_tenant;

-- forms_emails

create table forms_emails (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  email_to character varying,
  cc character varying,
  bcc character varying,
  reply_to character varying,
  email_from character varying,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table forms_emails add constraint forms_emails_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES forms(tenant_id, id) ON DELETE CASCADE;
alter table forms_emails add constraint forms_emails_pkey PRIMARY KEY (id);
alter table forms_emails add constraint forms_emails_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX forms_emails_order_idx ON forms_emails USING btree (tenant_id, _order);
CREATE INDEX forms_emails_parent_id_idx ON forms_emails USING btree (_parent_id, tenant_id);
alter table forms_emails enable row level security;
alter table forms_emails force row level security;
create policy forms_emails_platform_all on forms_emails for all to atrium_platform
  using (true)
  with check (true);
create policy forms_emails_tenant_all on forms_emails for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER forms_emails_tenant BEFORE INSERT OR UPDATE ON forms_emails FOR EACH ROW EXECUTE FUNCTION atrium_forms_emails_tenant();
CREATE TRIGGER forms_emails_touch BEFORE UPDATE ON forms_emails FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on forms_emails to atrium_platform;
grant delete, insert, select, update on forms_emails to atrium_tenant;

-- forms_emails_locales

create table forms_emails_locales (
  subject character varying not null default 'You''ve received a new message.'::character varying,
  message jsonb,
  id integer not null default nextval('forms_emails_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table forms_emails_locales add constraint forms_emails_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES forms_emails(tenant_id, id) ON DELETE CASCADE;
alter table forms_emails_locales add constraint forms_emails_locales_pkey PRIMARY KEY (id);
alter table forms_emails_locales add constraint forms_emails_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE UNIQUE INDEX forms_emails_locales_locale_parent_id_unique ON forms_emails_locales USING btree (tenant_id, _locale, _parent_id);
alter table forms_emails_locales enable row level security;
alter table forms_emails_locales force row level security;
create policy forms_emails_locales_platform_all on forms_emails_locales for all to atrium_platform
  using (true)
  with check (true);
create policy forms_emails_locales_tenant_all on forms_emails_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER forms_emails_locales_tenant BEFORE INSERT OR UPDATE ON forms_emails_locales FOR EACH ROW EXECUTE FUNCTION atrium_forms_emails_locales_tenant();
CREATE TRIGGER forms_emails_locales_touch BEFORE UPDATE ON forms_emails_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on forms_emails_locales to atrium_platform;
grant delete, insert, select, update on forms_emails_locales to atrium_tenant;

-- forms_locales

create table forms_locales (
  submit_button_label character varying,
  confirmation_message jsonb,
  confirmation_mail_subject character varying,
  confirmation_mail_message character varying,
  consent_text character varying,
  id integer not null default nextval('forms_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id uuid not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table forms_locales add constraint forms_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES forms(tenant_id, id) ON DELETE CASCADE;
alter table forms_locales add constraint forms_locales_pkey PRIMARY KEY (id);
alter table forms_locales add constraint forms_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE UNIQUE INDEX forms_locales_locale_parent_id_unique ON forms_locales USING btree (tenant_id, _locale, _parent_id);
alter table forms_locales enable row level security;
alter table forms_locales force row level security;
create policy forms_locales_platform_all on forms_locales for all to atrium_platform
  using (true)
  with check (true);
create policy forms_locales_tenant_all on forms_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER forms_locales_search_delete AFTER DELETE ON forms_locales REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_form', 'forms');
CREATE TRIGGER forms_locales_search_insert AFTER INSERT ON forms_locales REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_form', 'forms');
CREATE TRIGGER forms_locales_search_update AFTER UPDATE ON forms_locales REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_form', 'forms');
CREATE TRIGGER forms_locales_tenant BEFORE INSERT OR UPDATE ON forms_locales FOR EACH ROW EXECUTE FUNCTION atrium_forms_locales_tenant();
CREATE TRIGGER forms_locales_touch BEFORE UPDATE ON forms_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on forms_locales to atrium_platform;
grant delete, insert, select, update on forms_locales to atrium_tenant;

-- forms_webhooks

create table forms_webhooks (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  url character varying not null,
  secret character varying,
  active boolean default true,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table forms_webhooks add constraint forms_webhooks_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES forms(tenant_id, id) ON DELETE CASCADE;
alter table forms_webhooks add constraint forms_webhooks_pkey PRIMARY KEY (id);
alter table forms_webhooks add constraint forms_webhooks_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX forms_webhooks_order_idx ON forms_webhooks USING btree (tenant_id, _order);
CREATE INDEX forms_webhooks_parent_id_idx ON forms_webhooks USING btree (_parent_id, tenant_id);
alter table forms_webhooks enable row level security;
alter table forms_webhooks force row level security;
create policy forms_webhooks_platform_all on forms_webhooks for all to atrium_platform
  using (true)
  with check (true);
create policy forms_webhooks_tenant_all on forms_webhooks for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER forms_webhooks_tenant BEFORE INSERT OR UPDATE ON forms_webhooks FOR EACH ROW EXECUTE FUNCTION atrium_forms_webhooks_tenant();
CREATE TRIGGER forms_webhooks_touch BEFORE UPDATE ON forms_webhooks FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on forms_webhooks to atrium_platform;
grant delete, insert, select, update on forms_webhooks to atrium_tenant;

-- import_changes

create table import_changes (
  id uuid not null,
  tenant_id uuid not null,
  import character varying not null,
  row_collection character varying not null,
  row_id character varying not null,
  before jsonb,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table import_changes add constraint import_changes_pkey PRIMARY KEY (id);
alter table import_changes add constraint import_changes_tenant_id_id_key UNIQUE (tenant_id, id);
alter table import_changes add constraint import_changes_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table import_changes add constraint import_changes_tenant_import_rowcollection_rowid_key UNIQUE (tenant_id, import, row_collection, row_id);
CREATE INDEX import_changes_created_at_idx ON import_changes USING btree (tenant_id, created_at);
CREATE INDEX import_changes_tenant_idx ON import_changes USING btree (tenant_id);
CREATE INDEX import_changes_updated_at_idx ON import_changes USING btree (tenant_id, updated_at);
alter table import_changes enable row level security;
alter table import_changes force row level security;
create policy import_changes_platform_all on import_changes for all to atrium_platform
  using (true)
  with check (true);
create policy import_changes_tenant_all on import_changes for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER import_changes_keep_tenant BEFORE UPDATE ON import_changes FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER import_changes_touch BEFORE UPDATE ON import_changes FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on import_changes to atrium_platform;
grant delete, insert, select, update on import_changes to atrium_tenant;

-- import_checkpoints

create table import_checkpoints (
  id uuid not null,
  import character varying not null,
  stage character varying not null,
  file character varying not null,
  state jsonb not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table import_checkpoints add constraint import_checkpoints_pkey PRIMARY KEY (id);
CREATE INDEX import_checkpoints_created_at_idx ON import_checkpoints USING btree (created_at);
CREATE INDEX import_checkpoints_updated_at_idx ON import_checkpoints USING btree (updated_at);
alter table import_checkpoints enable row level security;
alter table import_checkpoints force row level security;
create policy import_checkpoints_platform_all on import_checkpoints for all to atrium_platform
  using (true)
  with check (true);
CREATE TRIGGER import_checkpoints_touch BEFORE UPDATE ON import_checkpoints FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on import_checkpoints to atrium_platform;

-- import_rows

create table import_rows (
  id uuid not null,
  tenant_id uuid not null,
  row_collection character varying not null,
  row_id character varying not null,
  source_database character varying,
  source_collection character varying not null,
  source_id character varying not null,
  hash character varying not null,
  row_hash character varying not null,
  waiting character varying,
  made_by character varying not null,
  written_by character varying not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table import_rows add constraint import_rows_pkey PRIMARY KEY (id);
alter table import_rows add constraint import_rows_tenant_id_id_key UNIQUE (tenant_id, id);
alter table import_rows add constraint import_rows_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX import_rows_created_at_idx ON import_rows USING btree (tenant_id, created_at);
CREATE INDEX import_rows_tenant_idx ON import_rows USING btree (tenant_id);
CREATE INDEX import_rows_tenant_rowcollection_rowid_idx ON import_rows USING btree (tenant_id, row_collection, row_id);
CREATE INDEX import_rows_tenant_sourcecollection_id_idx ON import_rows USING btree (tenant_id, source_collection, id);
CREATE INDEX import_rows_tenant_sourceid_idx ON import_rows USING btree (tenant_id, source_id);
CREATE INDEX import_rows_updated_at_idx ON import_rows USING btree (tenant_id, updated_at);
alter table import_rows enable row level security;
alter table import_rows force row level security;
create policy import_rows_platform_all on import_rows for all to atrium_platform
  using (true)
  with check (true);
create policy import_rows_tenant_all on import_rows for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER import_rows_keep_tenant BEFORE UPDATE ON import_rows FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER import_rows_touch BEFORE UPDATE ON import_rows FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on import_rows to atrium_platform;
grant delete, insert, select, update on import_rows to atrium_tenant;

-- imports

create table imports (
  id uuid not null,
  source character varying not null,
  status enum_imports_status not null default 'running'::enum_imports_status,
  finished_at timestamp(3) with time zone,
  fingerprint character varying not null,
  map character varying not null,
  options jsonb not null,
  report jsonb,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table imports add constraint imports_pkey PRIMARY KEY (id);
CREATE INDEX imports_created_at_idx ON imports USING btree (created_at);
CREATE INDEX imports_updated_at_idx ON imports USING btree (updated_at);
alter table imports enable row level security;
alter table imports force row level security;
create policy imports_platform_all on imports for all to atrium_platform
  using (true)
  with check (true);
CREATE TRIGGER imports_touch BEFORE UPDATE ON imports FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on imports to atrium_platform;

-- lead_files

create table lead_files (
  id uuid not null,
  tenant_id uuid not null,
  name character varying not null,
  field character varying not null,
  lead_id uuid not null,
  prefix character varying default ''::character varying,
  _objectkey character varying,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  url character varying,
  thumbnail_u_r_l character varying,
  filename character varying,
  mime_type character varying,
  filesize numeric,
  width numeric,
  height numeric
);
alter table lead_files add constraint lead_files_lead_id_tenant_fk FOREIGN KEY (tenant_id, lead_id) REFERENCES form_submissions(tenant_id, id) ON DELETE CASCADE;
alter table lead_files add constraint lead_files_pkey PRIMARY KEY (id);
alter table lead_files add constraint lead_files_tenant_id_id_key UNIQUE (tenant_id, id);
alter table lead_files add constraint lead_files_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX lead_files_created_at_idx ON lead_files USING btree (tenant_id, created_at);
CREATE INDEX lead_files_filename_idx ON lead_files USING btree (tenant_id, filename);
CREATE INDEX lead_files_lead_idx ON lead_files USING btree (tenant_id, lead_id);
CREATE INDEX lead_files_tenant_idx ON lead_files USING btree (tenant_id);
CREATE INDEX lead_files_updated_at_idx ON lead_files USING btree (tenant_id, updated_at);
CREATE UNIQUE INDEX lead_files_filename_compound_idx ON lead_files USING btree (tenant_id, filename);
alter table lead_files enable row level security;
alter table lead_files force row level security;
create policy lead_files_platform_all on lead_files for all to atrium_platform
  using (true)
  with check (true);
create policy lead_files_tenant_all on lead_files for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER lead_files_keep_tenant BEFORE UPDATE ON lead_files FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER lead_files_touch BEFORE UPDATE ON lead_files FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on lead_files to atrium_platform;
grant delete, insert, select, update on lead_files to atrium_tenant;

-- media

create table media (
  id uuid not null,
  tenant_id uuid not null,
  created_by_id uuid,
  prefix character varying default ''::character varying,
  _objectkey character varying,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  url character varying,
  thumbnail_u_r_l character varying,
  filename character varying,
  mime_type character varying,
  filesize numeric,
  width numeric,
  height numeric,
  focal_x numeric,
  focal_y numeric,
  sizes_thumbnail_url character varying,
  sizes_thumbnail_width numeric,
  sizes_thumbnail_height numeric,
  sizes_thumbnail_mime_type character varying,
  sizes_thumbnail_filesize numeric,
  sizes_thumbnail_filename character varying,
  sizes_small_url character varying,
  sizes_small_width numeric,
  sizes_small_height numeric,
  sizes_small_mime_type character varying,
  sizes_small_filesize numeric,
  sizes_small_filename character varying,
  sizes_medium_url character varying,
  sizes_medium_width numeric,
  sizes_medium_height numeric,
  sizes_medium_mime_type character varying,
  sizes_medium_filesize numeric,
  sizes_medium_filename character varying,
  sizes_large_url character varying,
  sizes_large_width numeric,
  sizes_large_height numeric,
  sizes_large_mime_type character varying,
  sizes_large_filesize numeric,
  sizes_large_filename character varying,
  sizes_og_url character varying,
  sizes_og_width numeric,
  sizes_og_height numeric,
  sizes_og_mime_type character varying,
  sizes_og_filesize numeric,
  sizes_og_filename character varying,
  deleted_at timestamp(3) with time zone
);
alter table media add constraint media_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table media add constraint media_pkey PRIMARY KEY (id);
alter table media add constraint media_tenant_id_id_key UNIQUE (tenant_id, id);
alter table media add constraint media_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX media_created_at_idx ON media USING btree (tenant_id, created_at);
CREATE INDEX media_created_by_idx ON media USING btree (created_by_id);
CREATE INDEX media_deleted_at_idx ON media USING btree (tenant_id, deleted_at);
CREATE INDEX media_filename_idx ON media USING btree (tenant_id, filename);
CREATE INDEX media_sizes_large_sizes_large_filename_idx ON media USING btree (tenant_id, sizes_large_filename);
CREATE INDEX media_sizes_medium_sizes_medium_filename_idx ON media USING btree (tenant_id, sizes_medium_filename);
CREATE INDEX media_sizes_og_sizes_og_filename_idx ON media USING btree (tenant_id, sizes_og_filename);
CREATE INDEX media_sizes_small_sizes_small_filename_idx ON media USING btree (tenant_id, sizes_small_filename);
CREATE INDEX media_sizes_thumbnail_sizes_thumbnail_filename_idx ON media USING btree (tenant_id, sizes_thumbnail_filename);
CREATE INDEX media_tenant_idx ON media USING btree (tenant_id);
CREATE INDEX media_updated_at_idx ON media USING btree (tenant_id, updated_at);
CREATE UNIQUE INDEX media_filename_compound_idx ON media USING btree (tenant_id, filename);
alter table media enable row level security;
alter table media force row level security;
create policy media_platform_all on media for all to atrium_platform
  using (true)
  with check (true);
create policy media_tenant_all on media for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER media_keep_tenant BEFORE UPDATE ON media FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER media_search AFTER INSERT OR DELETE OR UPDATE ON media FOR EACH ROW EXECUTE FUNCTION atrium_search_changed('atrium_search_media', 'id');
CREATE TRIGGER media_touch BEFORE UPDATE ON media FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on media to atrium_platform;
grant delete, insert, select, update on media to atrium_tenant;

-- media_locales

create table media_locales (
  alt character varying not null,
  caption character varying,
  id integer not null default nextval('media_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id uuid not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table media_locales add constraint media_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES media(tenant_id, id) ON DELETE CASCADE;
alter table media_locales add constraint media_locales_pkey PRIMARY KEY (id);
alter table media_locales add constraint media_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE UNIQUE INDEX media_locales_locale_parent_id_unique ON media_locales USING btree (tenant_id, _locale, _parent_id);
alter table media_locales enable row level security;
alter table media_locales force row level security;
create policy media_locales_platform_all on media_locales for all to atrium_platform
  using (true)
  with check (true);
create policy media_locales_tenant_all on media_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER media_locales_search_delete AFTER DELETE ON media_locales REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_media', 'media');
CREATE TRIGGER media_locales_search_insert AFTER INSERT ON media_locales REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_media', 'media');
CREATE TRIGGER media_locales_search_update AFTER UPDATE ON media_locales REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_media', 'media');
CREATE TRIGGER media_locales_tenant BEFORE INSERT OR UPDATE ON media_locales FOR EACH ROW EXECUTE FUNCTION atrium_media_locales_tenant();
CREATE TRIGGER media_locales_touch BEFORE UPDATE ON media_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on media_locales to atrium_platform;
grant delete, insert, select, update on media_locales to atrium_tenant;

-- notifications

create table notifications (
  id uuid not null,
  tenant_id uuid not null,
  recipient_id uuid not null,
  kind enum_notifications_kind not null,
  text character varying not null,
  page_id uuid not null,
  read_at timestamp(3) with time zone,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table notifications add constraint notifications_page_id_tenant_fk FOREIGN KEY (tenant_id, page_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
alter table notifications add constraint notifications_pkey PRIMARY KEY (id);
alter table notifications add constraint notifications_recipient_id_users_id_fk FOREIGN KEY (recipient_id) REFERENCES users(id) ON DELETE SET NULL;
alter table notifications add constraint notifications_tenant_id_id_key UNIQUE (tenant_id, id);
alter table notifications add constraint notifications_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX notifications_created_at_idx ON notifications USING btree (tenant_id, created_at);
CREATE INDEX notifications_page_idx ON notifications USING btree (tenant_id, page_id);
CREATE INDEX notifications_recipient_idx ON notifications USING btree (recipient_id);
CREATE INDEX notifications_tenant_idx ON notifications USING btree (tenant_id);
CREATE INDEX notifications_tenant_recipient_createdat_idx ON notifications USING btree (tenant_id, recipient_id, created_at);
CREATE INDEX notifications_updated_at_idx ON notifications USING btree (tenant_id, updated_at);
alter table notifications enable row level security;
alter table notifications force row level security;
create policy notifications_platform_all on notifications for all to atrium_platform
  using (true)
  with check (true);
create policy notifications_tenant_all on notifications for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER notifications_keep_tenant BEFORE UPDATE ON notifications FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER notifications_person BEFORE INSERT OR UPDATE ON notifications FOR EACH ROW EXECUTE FUNCTION atrium_check_person('recipient_id');
CREATE TRIGGER notifications_touch BEFORE UPDATE ON notifications FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on notifications to atrium_platform;
grant delete, insert, select, update on notifications to atrium_tenant;

-- page_embeddings

create table page_embeddings (
  id uuid not null,
  tenant_id uuid not null,
  page_id uuid not null,
  entry_id uuid not null,
  locale character varying not null,
  model character varying not null,
  hash character varying not null,
  written_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  embedding real[],
  signs bit varying
);
alter table page_embeddings add constraint page_embeddings_entry_id_tenant_fk FOREIGN KEY (tenant_id, entry_id) REFERENCES search_documents(tenant_id, id) ON DELETE CASCADE;
alter table page_embeddings add constraint page_embeddings_page_id_tenant_fk FOREIGN KEY (tenant_id, page_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
alter table page_embeddings add constraint page_embeddings_pkey PRIMARY KEY (id);
alter table page_embeddings add constraint page_embeddings_tenant_entry_key UNIQUE (tenant_id, entry_id);
alter table page_embeddings add constraint page_embeddings_tenant_id_id_key UNIQUE (tenant_id, id);
alter table page_embeddings add constraint page_embeddings_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX page_embeddings_created_at_idx ON page_embeddings USING btree (tenant_id, created_at);
CREATE INDEX page_embeddings_entry_idx ON page_embeddings USING btree (tenant_id, entry_id);
CREATE INDEX page_embeddings_page_idx ON page_embeddings USING btree (tenant_id, page_id);
CREATE INDEX page_embeddings_tenant_idx ON page_embeddings USING btree (tenant_id);
CREATE INDEX page_embeddings_updated_at_idx ON page_embeddings USING btree (tenant_id, updated_at);
alter table page_embeddings enable row level security;
alter table page_embeddings force row level security;
create policy page_embeddings_platform_all on page_embeddings for all to atrium_platform
  using (true)
  with check (true);
create policy page_embeddings_tenant_all on page_embeddings for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER page_embeddings_keep_tenant BEFORE UPDATE ON page_embeddings FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER page_embeddings_touch BEFORE UPDATE ON page_embeddings FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on page_embeddings to atrium_platform;
grant delete, insert, select, update on page_embeddings to atrium_tenant;

-- pages

create table pages (
  id uuid not null,
  tenant_id uuid not null,
  meta_image_id uuid,
  meta_no_index boolean default false,
  parent_id uuid,
  published_at timestamp(3) with time zone,
  created_by_id uuid,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  _status enum_pages_status default 'draft'::enum_pages_status,
  team_id uuid,
  deleted_at timestamp(3) with time zone
);
alter table pages add constraint pages_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table pages add constraint pages_meta_image_id_tenant_fk FOREIGN KEY (tenant_id, meta_image_id) REFERENCES media(tenant_id, id);
alter table pages add constraint pages_parent_id_tenant_fk FOREIGN KEY (tenant_id, parent_id) REFERENCES pages(tenant_id, id);
alter table pages add constraint pages_pkey PRIMARY KEY (id);
alter table pages add constraint pages_published TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table pages add constraint pages_team_id_tenant_fk FOREIGN KEY (tenant_id, team_id) REFERENCES teams(tenant_id, id);
alter table pages add constraint pages_tenant_id_id_key UNIQUE (tenant_id, id);
alter table pages add constraint pages_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX pages__status_idx ON pages USING btree (tenant_id, _status);
CREATE INDEX pages_created_at_idx ON pages USING btree (tenant_id, created_at);
CREATE INDEX pages_created_by_idx ON pages USING btree (created_by_id);
CREATE INDEX pages_deleted_at_idx ON pages USING btree (tenant_id, deleted_at);
CREATE INDEX pages_meta_meta_image_idx ON pages USING btree (tenant_id, meta_image_id);
CREATE INDEX pages_parent_idx ON pages USING btree (tenant_id, parent_id);
CREATE INDEX pages_team_idx ON pages USING btree (tenant_id, team_id);
CREATE INDEX pages_tenant_idx ON pages USING btree (tenant_id);
CREATE INDEX pages_updated_at_idx ON pages USING btree (tenant_id, updated_at);
alter table pages enable row level security;
alter table pages force row level security;
create policy pages_platform_all on pages for all to atrium_platform
  using (true)
  with check (true);
create policy pages_tenant_all on pages for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE CONSTRAINT TRIGGER pages_published AFTER UPDATE ON pages DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (old._status IS DISTINCT FROM new._status) EXECUTE FUNCTION atrium_page_published();
CREATE TRIGGER pages_keep_tenant BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER pages_placed AFTER UPDATE ON pages FOR EACH ROW WHEN (old.parent_id IS DISTINCT FROM new.parent_id OR (old.deleted_at IS NULL) IS DISTINCT FROM (new.deleted_at IS NULL)) EXECUTE FUNCTION atrium_page_placed();
CREATE TRIGGER pages_search AFTER INSERT OR DELETE OR UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION atrium_search_changed('atrium_search_page', 'id');
CREATE TRIGGER pages_status AFTER UPDATE ON pages FOR EACH ROW WHEN (old._status IS DISTINCT FROM new._status OR old.published_at IS DISTINCT FROM new.published_at) EXECUTE FUNCTION atrium_page_status();
CREATE TRIGGER pages_touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
CREATE TRIGGER pages_tree BEFORE INSERT OR UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION atrium_page_tree();
grant delete, insert, select, update on pages to atrium_platform;
grant delete, insert, select, update on pages to atrium_tenant;

-- pages_locales

create table pages_locales (
  title character varying,
  layout jsonb,
  meta_title character varying,
  meta_description character varying,
  slug character varying,
  path character varying,
  id integer not null default nextval('pages_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id uuid not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table pages_locales add constraint pages_locales_moved TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table pages_locales add constraint pages_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
alter table pages_locales add constraint pages_locales_pkey PRIMARY KEY (id);
alter table pages_locales add constraint pages_locales_tenant_id_id_key UNIQUE (tenant_id, id);
alter table pages_locales add constraint pages_locales_tenant_path_key UNIQUE (tenant_id, _locale, path);
CREATE INDEX pages_locales_parent_idx ON pages_locales USING btree (_parent_id, tenant_id);
CREATE INDEX pages_slug_idx ON pages_locales USING btree (tenant_id, slug, _locale);
CREATE UNIQUE INDEX pages_locales_locale_parent_id_unique ON pages_locales USING btree (tenant_id, _locale, _parent_id);
alter table pages_locales enable row level security;
alter table pages_locales force row level security;
create policy pages_locales_platform_all on pages_locales for all to atrium_platform
  using (true)
  with check (true);
create policy pages_locales_tenant_all on pages_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE CONSTRAINT TRIGGER pages_locales_moved AFTER INSERT OR DELETE OR UPDATE ON pages_locales DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION atrium_page_moved();
CREATE TRIGGER pages_locales_children_delete AFTER DELETE ON pages_locales REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_page_children();
CREATE TRIGGER pages_locales_children_insert AFTER INSERT ON pages_locales REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_page_children();
CREATE TRIGGER pages_locales_children_update AFTER UPDATE ON pages_locales REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_page_children();
CREATE TRIGGER pages_locales_path BEFORE INSERT OR UPDATE ON pages_locales FOR EACH ROW EXECUTE FUNCTION atrium_page_path();
CREATE TRIGGER pages_locales_search_delete AFTER DELETE ON pages_locales REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_page', 'pages');
CREATE TRIGGER pages_locales_search_insert AFTER INSERT ON pages_locales REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_page', 'pages');
CREATE TRIGGER pages_locales_search_update AFTER UPDATE ON pages_locales REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION atrium_search_translated('atrium_search_page', 'pages');
CREATE TRIGGER pages_locales_tenant BEFORE INSERT OR UPDATE ON pages_locales FOR EACH ROW EXECUTE FUNCTION atrium_pages_locales_tenant();
CREATE TRIGGER pages_locales_touch BEFORE UPDATE ON pages_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on pages_locales to atrium_platform;
grant delete, insert, select, update on pages_locales to atrium_tenant;

-- pages_rels

create table pages_rels (
  id integer not null default nextval('pages_rels_id_seq'::regclass),
  order integer,
  parent_id uuid not null,
  path character varying not null,
  media_id uuid,
  pages_id uuid,
  forms_id uuid,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  locale _locales
);
alter table pages_rels add constraint pages_rels_forms_fk FOREIGN KEY (tenant_id, forms_id) REFERENCES forms(tenant_id, id);
alter table pages_rels add constraint pages_rels_media_fk FOREIGN KEY (tenant_id, media_id) REFERENCES media(tenant_id, id);
alter table pages_rels add constraint pages_rels_pages_fk FOREIGN KEY (tenant_id, pages_id) REFERENCES pages(tenant_id, id);
alter table pages_rels add constraint pages_rels_parent_fk FOREIGN KEY (tenant_id, parent_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
alter table pages_rels add constraint pages_rels_pkey PRIMARY KEY (id);
alter table pages_rels add constraint pages_rels_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX pages_rels_forms_id_idx ON pages_rels USING btree (tenant_id, forms_id, locale);
CREATE INDEX pages_rels_locale_idx ON pages_rels USING btree (tenant_id, locale);
CREATE INDEX pages_rels_media_id_idx ON pages_rels USING btree (tenant_id, media_id, locale);
CREATE INDEX pages_rels_order_idx ON pages_rels USING btree (tenant_id, "order");
CREATE INDEX pages_rels_pages_id_idx ON pages_rels USING btree (tenant_id, pages_id, locale);
CREATE INDEX pages_rels_parent_idx ON pages_rels USING btree (parent_id, tenant_id);
CREATE INDEX pages_rels_path_idx ON pages_rels USING btree (tenant_id, path);
alter table pages_rels enable row level security;
alter table pages_rels force row level security;
create policy pages_rels_platform_all on pages_rels for all to atrium_platform
  using (true)
  with check (true);
create policy pages_rels_tenant_all on pages_rels for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER pages_rels_tenant BEFORE INSERT OR UPDATE ON pages_rels FOR EACH ROW EXECUTE FUNCTION atrium_pages_rels_tenant();
CREATE TRIGGER pages_rels_touch BEFORE UPDATE ON pages_rels FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on pages_rels to atrium_platform;
grant delete, insert, select, update on pages_rels to atrium_tenant;

-- payload_jobs

create table payload_jobs (
  id uuid not null,
  title character varying,
  state enum_payload_jobs_state,
  problem character varying,
  document character varying,
  wait_until timestamp(3) with time zone,
  completed_at timestamp(3) with time zone,
  total_tried numeric default 0,
  created_by_id uuid,
  tenant_id uuid,
  task_slug character varying,
  input jsonb,
  error jsonb,
  lease_until timestamp(3) with time zone,
  lease_token character varying,
  processing boolean default false,
  has_error boolean default false,
  queue character varying default 'default'::character varying,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table payload_jobs add constraint payload_jobs_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table payload_jobs add constraint payload_jobs_pkey PRIMARY KEY (id);
alter table payload_jobs add constraint payload_jobs_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE;
CREATE INDEX "state_waitUntil_idx" ON payload_jobs USING btree (state, wait_until);
CREATE INDEX "tenant_createdAt_idx" ON payload_jobs USING btree (tenant_id, created_at);
CREATE INDEX payload_jobs_created_at_idx ON payload_jobs USING btree (created_at);
CREATE INDEX payload_jobs_created_by_idx ON payload_jobs USING btree (created_by_id);
CREATE INDEX payload_jobs_task_slug_idx ON payload_jobs USING btree (task_slug);
CREATE INDEX payload_jobs_tenant_idx ON payload_jobs USING btree (tenant_id);
CREATE INDEX payload_jobs_updated_at_idx ON payload_jobs USING btree (updated_at);
alter table payload_jobs enable row level security;
alter table payload_jobs force row level security;
create policy payload_jobs_platform_all on payload_jobs for all to atrium_platform
  using (true)
  with check (true);
create policy payload_jobs_tenant_delete on payload_jobs for delete to atrium_tenant
  using (((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])) AND (state = 'waiting'::enum_payload_jobs_state)));
create policy payload_jobs_tenant_insert on payload_jobs for insert to atrium_tenant
  with check (((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])) AND (state = 'waiting'::enum_payload_jobs_state) AND ((created_by_id IS NULL) OR (created_by_id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid))));
create policy payload_jobs_tenant_select on payload_jobs for select to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER payload_jobs_state BEFORE INSERT OR UPDATE ON payload_jobs FOR EACH ROW EXECUTE FUNCTION atrium_job_state();
CREATE TRIGGER payload_jobs_touch BEFORE UPDATE ON payload_jobs FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select on payload_jobs to atrium_tenant;
grant delete, insert, select, update on payload_jobs to atrium_platform;

-- payload_jobs_log

create table payload_jobs_log (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  executed_at timestamp(3) with time zone not null,
  completed_at timestamp(3) with time zone not null,
  task_slug character varying not null,
  task_i_d character varying not null,
  input jsonb,
  output jsonb,
  state character varying not null,
  error jsonb,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table payload_jobs_log add constraint payload_jobs_log_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES payload_jobs(id) ON DELETE CASCADE;
alter table payload_jobs_log add constraint payload_jobs_log_pkey PRIMARY KEY (id);
CREATE INDEX payload_jobs_log_order_idx ON payload_jobs_log USING btree (_order);
CREATE INDEX payload_jobs_log_parent_id_idx ON payload_jobs_log USING btree (_parent_id);
alter table payload_jobs_log enable row level security;
alter table payload_jobs_log force row level security;
create policy payload_jobs_log_platform_all on payload_jobs_log for all to atrium_platform
  using (true)
  with check (true);
create policy payload_jobs_log_tenant_select on payload_jobs_log for select to atrium_tenant
  using ((EXISTS ( SELECT
   FROM payload_jobs p
  WHERE (p.id = payload_jobs_log._parent_id))));
CREATE TRIGGER payload_jobs_log_touch BEFORE UPDATE ON payload_jobs_log FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on payload_jobs_log to atrium_platform;
grant select on payload_jobs_log to atrium_tenant;

-- payload_kv

create table payload_kv (
  id uuid not null,
  key character varying not null,
  data jsonb not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table payload_kv add constraint payload_kv_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX payload_kv_key_idx ON payload_kv USING btree (key);
alter table payload_kv enable row level security;
alter table payload_kv force row level security;
create policy payload_kv_platform_all on payload_kv for all to atrium_platform
  using (true)
  with check (true);
CREATE TRIGGER payload_kv_touch BEFORE UPDATE ON payload_kv FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on payload_kv to atrium_platform;

-- payload_locked_documents

create table payload_locked_documents (
  id uuid not null,
  global_slug character varying,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  owner_id uuid,
  tenant_id uuid
);
alter table payload_locked_documents add constraint payload_locked_documents_pkey PRIMARY KEY (id);
CREATE INDEX payload_locked_documents_created_at_idx ON payload_locked_documents USING btree (created_at);
CREATE INDEX payload_locked_documents_global_slug_idx ON payload_locked_documents USING btree (global_slug);
CREATE INDEX payload_locked_documents_updated_at_idx ON payload_locked_documents USING btree (updated_at);
alter table payload_locked_documents enable row level security;
alter table payload_locked_documents force row level security;
create policy payload_locked_documents_platform_all on payload_locked_documents for all to atrium_platform
  using (true)
  with check (true);
create policy payload_locked_documents_tenant_all on payload_locked_documents for all to atrium_tenant
  using (((owner_id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid) OR (tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))))
  with check ((((owner_id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid) AND (tenant_id IS NULL)) OR (tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))));
CREATE TRIGGER payload_locked_documents_own BEFORE INSERT ON payload_locked_documents FOR EACH ROW EXECUTE FUNCTION atrium_own_row();
CREATE TRIGGER payload_locked_documents_touch BEFORE UPDATE ON payload_locked_documents FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on payload_locked_documents to atrium_platform;
grant delete, insert, select, update on payload_locked_documents to atrium_tenant;

-- payload_locked_documents_rels

create table payload_locked_documents_rels (
  id integer not null default nextval('payload_locked_documents_rels_id_seq'::regclass),
  order integer,
  parent_id uuid not null,
  path character varying not null,
  pages_id uuid,
  media_id uuid,
  site_settings_id uuid,
  tenants_id uuid,
  forms_id uuid,
  users_id uuid,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  redirects_id uuid,
  teams_id uuid
);
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_forms_fk FOREIGN KEY (forms_id) REFERENCES forms(id) ON DELETE CASCADE;
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_media_fk FOREIGN KEY (media_id) REFERENCES media(id) ON DELETE CASCADE;
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_pages_fk FOREIGN KEY (pages_id) REFERENCES pages(id) ON DELETE CASCADE;
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES payload_locked_documents(id) ON DELETE CASCADE;
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_pkey PRIMARY KEY (id);
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_redirects_fk FOREIGN KEY (redirects_id) REFERENCES redirects(id) ON DELETE CASCADE;
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_site_settings_fk FOREIGN KEY (site_settings_id) REFERENCES site_settings(id) ON DELETE CASCADE;
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_teams_fk FOREIGN KEY (teams_id) REFERENCES teams(id) ON DELETE CASCADE;
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_tenants_fk FOREIGN KEY (tenants_id) REFERENCES tenants(id) ON DELETE CASCADE;
alter table payload_locked_documents_rels add constraint payload_locked_documents_rels_users_fk FOREIGN KEY (users_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX payload_locked_documents_rels_forms_id_idx ON payload_locked_documents_rels USING btree (forms_id);
CREATE INDEX payload_locked_documents_rels_media_id_idx ON payload_locked_documents_rels USING btree (media_id);
CREATE INDEX payload_locked_documents_rels_order_idx ON payload_locked_documents_rels USING btree ("order");
CREATE INDEX payload_locked_documents_rels_pages_id_idx ON payload_locked_documents_rels USING btree (pages_id);
CREATE INDEX payload_locked_documents_rels_parent_idx ON payload_locked_documents_rels USING btree (parent_id);
CREATE INDEX payload_locked_documents_rels_path_idx ON payload_locked_documents_rels USING btree (path);
CREATE INDEX payload_locked_documents_rels_redirects_id_idx ON payload_locked_documents_rels USING btree (redirects_id);
CREATE INDEX payload_locked_documents_rels_site_settings_id_idx ON payload_locked_documents_rels USING btree (site_settings_id);
CREATE INDEX payload_locked_documents_rels_teams_id_idx ON payload_locked_documents_rels USING btree (teams_id);
CREATE INDEX payload_locked_documents_rels_tenants_id_idx ON payload_locked_documents_rels USING btree (tenants_id);
CREATE INDEX payload_locked_documents_rels_users_id_idx ON payload_locked_documents_rels USING btree (users_id);
alter table payload_locked_documents_rels enable row level security;
alter table payload_locked_documents_rels force row level security;
create policy payload_locked_documents_rels_platform_all on payload_locked_documents_rels for all to atrium_platform
  using (true)
  with check (true);
create policy payload_locked_documents_rels_tenant_all on payload_locked_documents_rels for all to atrium_tenant
  using ((EXISTS ( SELECT
   FROM payload_locked_documents p
  WHERE (p.id = payload_locked_documents_rels.parent_id))))
  with check ((EXISTS ( SELECT
   FROM payload_locked_documents p
  WHERE (p.id = payload_locked_documents_rels.parent_id))));
CREATE TRIGGER payload_locked_documents_rels_tenant BEFORE INSERT OR UPDATE ON payload_locked_documents_rels FOR EACH ROW EXECUTE FUNCTION atrium_lock_tenant();
CREATE TRIGGER payload_locked_documents_rels_touch BEFORE UPDATE ON payload_locked_documents_rels FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on payload_locked_documents_rels to atrium_platform;
grant delete, insert, select, update on payload_locked_documents_rels to atrium_tenant;

-- payload_migrations

create table payload_migrations (
  id uuid not null,
  name character varying,
  batch numeric,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  checksum character varying
);
alter table payload_migrations add constraint payload_migrations_pkey PRIMARY KEY (id);
CREATE INDEX payload_migrations_created_at_idx ON payload_migrations USING btree (created_at);
CREATE INDEX payload_migrations_updated_at_idx ON payload_migrations USING btree (updated_at);
alter table payload_migrations enable row level security;
alter table payload_migrations force row level security;
create policy payload_migrations_platform_select on payload_migrations for select to atrium_platform
  using (true);
CREATE TRIGGER payload_migrations_touch BEFORE UPDATE ON payload_migrations FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant select on payload_migrations to atrium_platform;

-- payload_preferences

create table payload_preferences (
  id uuid not null,
  key character varying,
  value jsonb,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  owner_id uuid
);
alter table payload_preferences add constraint payload_preferences_pkey PRIMARY KEY (id);
CREATE INDEX payload_preferences_created_at_idx ON payload_preferences USING btree (created_at);
CREATE INDEX payload_preferences_key_idx ON payload_preferences USING btree (key);
CREATE INDEX payload_preferences_updated_at_idx ON payload_preferences USING btree (updated_at);
alter table payload_preferences enable row level security;
alter table payload_preferences force row level security;
create policy payload_preferences_platform_all on payload_preferences for all to atrium_platform
  using (true)
  with check (true);
create policy payload_preferences_tenant_all on payload_preferences for all to atrium_tenant
  using ((owner_id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid))
  with check ((owner_id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid));
CREATE TRIGGER payload_preferences_own BEFORE INSERT OR UPDATE ON payload_preferences FOR EACH ROW EXECUTE FUNCTION atrium_own_row();
CREATE TRIGGER payload_preferences_touch BEFORE UPDATE ON payload_preferences FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on payload_preferences to atrium_platform;
grant delete, insert, select, update on payload_preferences to atrium_tenant;

-- payload_preferences_rels

create table payload_preferences_rels (
  id integer not null default nextval('payload_preferences_rels_id_seq'::regclass),
  order integer,
  parent_id uuid not null,
  path character varying not null,
  users_id uuid,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table payload_preferences_rels add constraint payload_preferences_rels_parent_fk FOREIGN KEY (parent_id) REFERENCES payload_preferences(id) ON DELETE CASCADE;
alter table payload_preferences_rels add constraint payload_preferences_rels_pkey PRIMARY KEY (id);
alter table payload_preferences_rels add constraint payload_preferences_rels_users_fk FOREIGN KEY (users_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX payload_preferences_rels_order_idx ON payload_preferences_rels USING btree ("order");
CREATE INDEX payload_preferences_rels_parent_idx ON payload_preferences_rels USING btree (parent_id);
CREATE INDEX payload_preferences_rels_path_idx ON payload_preferences_rels USING btree (path);
CREATE INDEX payload_preferences_rels_users_id_idx ON payload_preferences_rels USING btree (users_id);
alter table payload_preferences_rels enable row level security;
alter table payload_preferences_rels force row level security;
create policy payload_preferences_rels_platform_all on payload_preferences_rels for all to atrium_platform
  using (true)
  with check (true);
create policy payload_preferences_rels_tenant_all on payload_preferences_rels for all to atrium_tenant
  using (((EXISTS ( SELECT
   FROM payload_preferences p
  WHERE (p.id = payload_preferences_rels.parent_id))) AND ((users_id IS NULL) OR (users_id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid))))
  with check (((EXISTS ( SELECT
   FROM payload_preferences p
  WHERE (p.id = payload_preferences_rels.parent_id))) AND ((users_id IS NULL) OR (users_id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid))));
CREATE TRIGGER payload_preferences_rels_touch BEFORE UPDATE ON payload_preferences_rels FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on payload_preferences_rels to atrium_platform;
grant delete, insert, select, update on payload_preferences_rels to atrium_tenant;

-- redirects

create table redirects (
  id uuid not null,
  tenant_id uuid not null,
  from character varying not null,
  to_type enum_redirects_to_type default 'reference'::enum_redirects_to_type,
  to_reference_id uuid,
  to_url character varying,
  type enum_redirects_type default '301'::enum_redirects_type,
  origin enum_redirects_origin default 'manual'::enum_redirects_origin,
  created_by_id uuid,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table redirects add constraint redirects_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table redirects add constraint redirects_one_target CHECK (to_type IS NOT NULL AND type IS NOT NULL AND origin IS NOT NULL AND (to_type = 'reference'::enum_redirects_to_type) = (to_reference_id IS NOT NULL) AND (to_type = 'custom'::enum_redirects_to_type) = (to_url IS NOT NULL));
alter table redirects add constraint redirects_pkey PRIMARY KEY (id);
alter table redirects add constraint redirects_tenant_from_key UNIQUE (tenant_id, "from");
alter table redirects add constraint redirects_tenant_id_id_key UNIQUE (tenant_id, id);
alter table redirects add constraint redirects_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table redirects add constraint redirects_to_reference_id_tenant_fk FOREIGN KEY (tenant_id, to_reference_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
CREATE INDEX redirects_created_at_idx ON redirects USING btree (tenant_id, created_at);
CREATE INDEX redirects_created_by_idx ON redirects USING btree (created_by_id);
CREATE INDEX redirects_tenant_idx ON redirects USING btree (tenant_id);
CREATE INDEX redirects_to_to_reference_idx ON redirects USING btree (tenant_id, to_reference_id);
CREATE INDEX redirects_updated_at_idx ON redirects USING btree (tenant_id, updated_at);
alter table redirects enable row level security;
alter table redirects force row level security;
create policy redirects_platform_all on redirects for all to atrium_platform
  using (true)
  with check (true);
create policy redirects_tenant_all on redirects for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER redirects_check AFTER INSERT OR UPDATE ON redirects FOR EACH ROW EXECUTE FUNCTION atrium_redirect_check();
CREATE TRIGGER redirects_keep_tenant BEFORE UPDATE ON redirects FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER redirects_lock BEFORE INSERT OR UPDATE ON redirects FOR EACH ROW EXECUTE FUNCTION atrium_redirect_lock();
CREATE TRIGGER redirects_touch BEFORE UPDATE ON redirects FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on redirects to atrium_platform;
grant delete, insert, select, update on redirects to atrium_tenant;

-- reviews

create table reviews (
  id uuid not null,
  tenant_id uuid not null,
  page_id uuid not null,
  state enum_reviews_state not null default 'requested'::enum_reviews_state,
  note character varying,
  created_by_id uuid,
  decided_by_id uuid,
  decided_at timestamp(3) with time zone,
  answer character varying,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table reviews add constraint reviews_created_by_id_users_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table reviews add constraint reviews_decided_by_id_users_id_fk FOREIGN KEY (decided_by_id) REFERENCES users(id) ON DELETE SET NULL;
alter table reviews add constraint reviews_page_id_tenant_fk FOREIGN KEY (tenant_id, page_id) REFERENCES pages(tenant_id, id) ON DELETE CASCADE;
alter table reviews add constraint reviews_pkey PRIMARY KEY (id);
alter table reviews add constraint reviews_tenant_id_id_key UNIQUE (tenant_id, id);
alter table reviews add constraint reviews_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX reviews_created_at_idx ON reviews USING btree (tenant_id, created_at);
CREATE INDEX reviews_created_by_idx ON reviews USING btree (created_by_id);
CREATE INDEX reviews_decided_by_idx ON reviews USING btree (decided_by_id);
CREATE INDEX reviews_page_idx ON reviews USING btree (tenant_id, page_id);
CREATE INDEX reviews_state_idx ON reviews USING btree (tenant_id, state);
CREATE INDEX reviews_tenant_idx ON reviews USING btree (tenant_id);
CREATE INDEX reviews_tenant_page_createdat_idx ON reviews USING btree (tenant_id, page_id, created_at);
CREATE INDEX reviews_updated_at_idx ON reviews USING btree (tenant_id, updated_at);
CREATE UNIQUE INDEX reviews_open ON reviews USING btree (tenant_id, page_id) WHERE state = 'requested'::enum_reviews_state;
alter table reviews enable row level security;
alter table reviews force row level security;
create policy reviews_platform_all on reviews for all to atrium_platform
  using (true)
  with check (true);
create policy reviews_tenant_all on reviews for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER reviews_keep_tenant BEFORE UPDATE ON reviews FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER reviews_person BEFORE INSERT OR UPDATE ON reviews FOR EACH ROW EXECUTE FUNCTION atrium_check_person('decided_by_id');
CREATE TRIGGER reviews_touch BEFORE UPDATE ON reviews FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on reviews to atrium_platform;
grant delete, insert, select, update on reviews to atrium_tenant;

-- search_documents

create table search_documents (
  id uuid not null,
  tenant_id uuid not null,
  kind character varying not null,
  document_id character varying not null,
  locale character varying not null,
  published boolean not null default false,
  working boolean not null default false,
  title character varying not null,
  body character varying not null,
  path character varying,
  visible_from timestamp(3) with time zone,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  vector tsvector not null default ''::tsvector
);
alter table search_documents add constraint search_documents_pkey PRIMARY KEY (id);
alter table search_documents add constraint search_documents_tenant_id_id_key UNIQUE (tenant_id, id);
alter table search_documents add constraint search_documents_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table search_documents add constraint search_documents_tenant_kind_documentid_locale_published_key UNIQUE (tenant_id, kind, document_id, locale, published);
CREATE INDEX search_documents_created_at_idx ON search_documents USING btree (tenant_id, created_at);
CREATE INDEX search_documents_tenant_idx ON search_documents USING btree (tenant_id);
CREATE INDEX search_documents_updated_at_idx ON search_documents USING btree (tenant_id, updated_at);
CREATE INDEX search_documents_vector_gin ON search_documents USING gin (tenant_id, vector) WITH (fastupdate='false');
alter table search_documents enable row level security;
alter table search_documents force row level security;
create policy search_documents_platform_all on search_documents for all to atrium_platform
  using (true)
  with check (true);
create policy search_documents_search_select on search_documents for select to atrium_search
  using (((tenant_id = ((NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[])[1]) AND (vector @@ (NULLIF(current_setting('app.lookup'::text, true), ''::text))::tsquery)));
create policy search_documents_tenant_all on search_documents for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER search_documents_keep_tenant BEFORE UPDATE ON search_documents FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER search_documents_touch BEFORE UPDATE ON search_documents FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on search_documents to atrium_platform;
grant delete, insert, select, update on search_documents to atrium_tenant;
grant select on search_documents to atrium_search;

-- search_words

create table search_words (
  id uuid not null,
  tenant_id uuid not null,
  word character varying not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table search_words add constraint search_words_pkey PRIMARY KEY (id);
alter table search_words add constraint search_words_tenant_id_id_key UNIQUE (tenant_id, id);
alter table search_words add constraint search_words_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table search_words add constraint search_words_tenant_word_key UNIQUE (tenant_id, word);
CREATE INDEX search_words_created_at_idx ON search_words USING btree (tenant_id, created_at);
CREATE INDEX search_words_tenant_idx ON search_words USING btree (tenant_id);
CREATE INDEX search_words_updated_at_idx ON search_words USING btree (tenant_id, updated_at);
CREATE INDEX search_words_word_gin ON search_words USING gin (tenant_id, word gin_trgm_ops) WITH (fastupdate='false');
alter table search_words enable row level security;
alter table search_words force row level security;
create policy search_words_platform_all on search_words for all to atrium_platform
  using (true)
  with check (true);
create policy search_words_search_select on search_words for select to atrium_search
  using (((tenant_id = ((NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[])[1]) AND ((word)::text % NULLIF(current_setting('app.lookup'::text, true), ''::text))));
create policy search_words_tenant_all on search_words for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER search_words_keep_tenant BEFORE UPDATE ON search_words FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER search_words_touch BEFORE UPDATE ON search_words FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on search_words to atrium_platform;
grant delete, insert, select, update on search_words to atrium_tenant;
grant select on search_words to atrium_search;

-- site_footer_columns

create table site_footer_columns (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_footer_columns add constraint site_footer_columns_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_settings(tenant_id, id) ON DELETE CASCADE;
alter table site_footer_columns add constraint site_footer_columns_pkey PRIMARY KEY (id);
alter table site_footer_columns add constraint site_footer_columns_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX site_footer_columns_order_idx ON site_footer_columns USING btree (tenant_id, _order);
CREATE INDEX site_footer_columns_parent_id_idx ON site_footer_columns USING btree (_parent_id, tenant_id);
alter table site_footer_columns enable row level security;
alter table site_footer_columns force row level security;
create policy site_footer_columns_platform_all on site_footer_columns for all to atrium_platform
  using (true)
  with check (true);
create policy site_footer_columns_tenant_all on site_footer_columns for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_footer_columns_tenant BEFORE INSERT OR UPDATE ON site_footer_columns FOR EACH ROW EXECUTE FUNCTION atrium_site_footer_columns_tenant();
CREATE TRIGGER site_footer_columns_touch BEFORE UPDATE ON site_footer_columns FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_footer_columns to atrium_platform;
grant delete, insert, select, update on site_footer_columns to atrium_tenant;

-- site_footer_columns_locales

create table site_footer_columns_locales (
  heading character varying not null,
  id integer not null default nextval('site_footer_columns_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_footer_columns_locales add constraint site_footer_columns_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_footer_columns(tenant_id, id) ON DELETE CASCADE;
alter table site_footer_columns_locales add constraint site_footer_columns_locales_pkey PRIMARY KEY (id);
alter table site_footer_columns_locales add constraint site_footer_columns_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE UNIQUE INDEX site_footer_columns_locales_locale_parent_id_unique ON site_footer_columns_locales USING btree (tenant_id, _locale, _parent_id);
alter table site_footer_columns_locales enable row level security;
alter table site_footer_columns_locales force row level security;
create policy site_footer_columns_locales_platform_all on site_footer_columns_locales for all to atrium_platform
  using (true)
  with check (true);
create policy site_footer_columns_locales_tenant_all on site_footer_columns_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_footer_columns_locales_tenant BEFORE INSERT OR UPDATE ON site_footer_columns_locales FOR EACH ROW EXECUTE FUNCTION atrium_site_footer_columns_locales_tenant();
CREATE TRIGGER site_footer_columns_locales_touch BEFORE UPDATE ON site_footer_columns_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_footer_columns_locales to atrium_platform;
grant delete, insert, select, update on site_footer_columns_locales to atrium_tenant;

-- site_footer_links

create table site_footer_links (
  _order integer not null,
  _parent_id character varying not null,
  id character varying not null,
  link_type enum_site_footer_links_link_type default 'page'::enum_site_footer_links_link_type,
  link_page_id uuid,
  link_url character varying,
  link_new_tab boolean default false,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_footer_links add constraint site_footer_links_link_page_id_tenant_fk FOREIGN KEY (tenant_id, link_page_id) REFERENCES pages(tenant_id, id);
alter table site_footer_links add constraint site_footer_links_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_footer_columns(tenant_id, id) ON DELETE CASCADE;
alter table site_footer_links add constraint site_footer_links_pkey PRIMARY KEY (id);
alter table site_footer_links add constraint site_footer_links_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX site_footer_links_link_link_page_idx ON site_footer_links USING btree (tenant_id, link_page_id);
CREATE INDEX site_footer_links_order_idx ON site_footer_links USING btree (tenant_id, _order);
CREATE INDEX site_footer_links_parent_id_idx ON site_footer_links USING btree (_parent_id, tenant_id);
alter table site_footer_links enable row level security;
alter table site_footer_links force row level security;
create policy site_footer_links_platform_all on site_footer_links for all to atrium_platform
  using (true)
  with check (true);
create policy site_footer_links_tenant_all on site_footer_links for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_footer_links_tenant BEFORE INSERT OR UPDATE ON site_footer_links FOR EACH ROW EXECUTE FUNCTION atrium_site_footer_links_tenant();
CREATE TRIGGER site_footer_links_touch BEFORE UPDATE ON site_footer_links FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_footer_links to atrium_platform;
grant delete, insert, select, update on site_footer_links to atrium_tenant;

-- site_footer_links_locales

create table site_footer_links_locales (
  link_label character varying not null,
  id integer not null default nextval('site_footer_links_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_footer_links_locales add constraint site_footer_links_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_footer_links(tenant_id, id) ON DELETE CASCADE;
alter table site_footer_links_locales add constraint site_footer_links_locales_pkey PRIMARY KEY (id);
alter table site_footer_links_locales add constraint site_footer_links_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE UNIQUE INDEX site_footer_links_locales_locale_parent_id_unique ON site_footer_links_locales USING btree (tenant_id, _locale, _parent_id);
alter table site_footer_links_locales enable row level security;
alter table site_footer_links_locales force row level security;
create policy site_footer_links_locales_platform_all on site_footer_links_locales for all to atrium_platform
  using (true)
  with check (true);
create policy site_footer_links_locales_tenant_all on site_footer_links_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_footer_links_locales_tenant BEFORE INSERT OR UPDATE ON site_footer_links_locales FOR EACH ROW EXECUTE FUNCTION atrium_site_footer_links_locales_tenant();
CREATE TRIGGER site_footer_links_locales_touch BEFORE UPDATE ON site_footer_links_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_footer_links_locales to atrium_platform;
grant delete, insert, select, update on site_footer_links_locales to atrium_tenant;

-- site_menu

create table site_menu (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  link_type enum_site_menu_link_type default 'page'::enum_site_menu_link_type,
  link_page_id uuid,
  link_url character varying,
  link_new_tab boolean default false,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_menu add constraint site_menu_link_page_id_tenant_fk FOREIGN KEY (tenant_id, link_page_id) REFERENCES pages(tenant_id, id);
alter table site_menu add constraint site_menu_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_settings(tenant_id, id) ON DELETE CASCADE;
alter table site_menu add constraint site_menu_pkey PRIMARY KEY (id);
alter table site_menu add constraint site_menu_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX site_menu_link_link_page_idx ON site_menu USING btree (tenant_id, link_page_id);
CREATE INDEX site_menu_order_idx ON site_menu USING btree (tenant_id, _order);
CREATE INDEX site_menu_parent_id_idx ON site_menu USING btree (_parent_id, tenant_id);
alter table site_menu enable row level security;
alter table site_menu force row level security;
create policy site_menu_platform_all on site_menu for all to atrium_platform
  using (true)
  with check (true);
create policy site_menu_tenant_all on site_menu for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_menu_tenant BEFORE INSERT OR UPDATE ON site_menu FOR EACH ROW EXECUTE FUNCTION atrium_site_menu_tenant();
CREATE TRIGGER site_menu_touch BEFORE UPDATE ON site_menu FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_menu to atrium_platform;
grant delete, insert, select, update on site_menu to atrium_tenant;

-- site_menu_locales

create table site_menu_locales (
  link_label character varying not null,
  id integer not null default nextval('site_menu_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_menu_locales add constraint site_menu_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_menu(tenant_id, id) ON DELETE CASCADE;
alter table site_menu_locales add constraint site_menu_locales_pkey PRIMARY KEY (id);
alter table site_menu_locales add constraint site_menu_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE UNIQUE INDEX site_menu_locales_locale_parent_id_unique ON site_menu_locales USING btree (tenant_id, _locale, _parent_id);
alter table site_menu_locales enable row level security;
alter table site_menu_locales force row level security;
create policy site_menu_locales_platform_all on site_menu_locales for all to atrium_platform
  using (true)
  with check (true);
create policy site_menu_locales_tenant_all on site_menu_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_menu_locales_tenant BEFORE INSERT OR UPDATE ON site_menu_locales FOR EACH ROW EXECUTE FUNCTION atrium_site_menu_locales_tenant();
CREATE TRIGGER site_menu_locales_touch BEFORE UPDATE ON site_menu_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_menu_locales to atrium_platform;
grant delete, insert, select, update on site_menu_locales to atrium_tenant;

-- site_settings

create table site_settings (
  id uuid not null,
  tenant_id uuid not null,
  site_name character varying not null,
  logo_id uuid,
  favicon_id uuid,
  share_image_id uuid,
  theme_primary character varying not null default '#1f5f5b'::character varying,
  theme_accent character varying not null default '#c8643c'::character varying,
  theme_surface character varying not null default '#fbfaf7'::character varying,
  theme_text character varying not null default '#1c2321'::character varying,
  theme_heading_font enum_site_font default 'modern'::enum_site_font,
  theme_body_font enum_site_body_font default 'modern'::enum_site_body_font,
  theme_corners enum_site_corners default 'soft'::enum_site_corners,
  header_call_to_action_link_type enum_site_settings_header_call_to_action_link_type default 'page'::enum_site_settings_header_call_to_action_link_type,
  header_call_to_action_link_page_id uuid,
  header_call_to_action_link_url character varying,
  header_call_to_action_link_new_tab boolean default false,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table site_settings add constraint site_settings_favicon_id_tenant_fk FOREIGN KEY (tenant_id, favicon_id) REFERENCES media(tenant_id, id);
alter table site_settings add constraint site_settings_header_call_to_action_link_page_id_tenant_fk FOREIGN KEY (tenant_id, header_call_to_action_link_page_id) REFERENCES pages(tenant_id, id);
alter table site_settings add constraint site_settings_logo_id_tenant_fk FOREIGN KEY (tenant_id, logo_id) REFERENCES media(tenant_id, id);
alter table site_settings add constraint site_settings_pkey PRIMARY KEY (id);
alter table site_settings add constraint site_settings_share_image_id_tenant_fk FOREIGN KEY (tenant_id, share_image_id) REFERENCES media(tenant_id, id);
alter table site_settings add constraint site_settings_tenant_id_id_key UNIQUE (tenant_id, id);
alter table site_settings add constraint site_settings_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX site_settings_created_at_idx ON site_settings USING btree (tenant_id, created_at);
CREATE INDEX site_settings_favicon_idx ON site_settings USING btree (tenant_id, favicon_id);
CREATE INDEX site_settings_header_call_to_action_link_header_call_to__idx ON site_settings USING btree (tenant_id, header_call_to_action_link_page_id);
CREATE INDEX site_settings_logo_idx ON site_settings USING btree (tenant_id, logo_id);
CREATE INDEX site_settings_share_image_idx ON site_settings USING btree (tenant_id, share_image_id);
CREATE INDEX site_settings_updated_at_idx ON site_settings USING btree (tenant_id, updated_at);
CREATE UNIQUE INDEX site_settings_tenant_idx ON site_settings USING btree (tenant_id);
alter table site_settings enable row level security;
alter table site_settings force row level security;
create policy site_settings_platform_all on site_settings for all to atrium_platform
  using (true)
  with check (true);
create policy site_settings_tenant_all on site_settings for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_settings_keep_tenant BEFORE UPDATE ON site_settings FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER site_settings_touch BEFORE UPDATE ON site_settings FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_settings to atrium_platform;
grant delete, insert, select, update on site_settings to atrium_tenant;

-- site_settings_locales

create table site_settings_locales (
  tagline character varying,
  description character varying,
  header_call_to_action_link_label character varying,
  footer_text character varying,
  id integer not null default nextval('site_settings_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id uuid not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_settings_locales add constraint site_settings_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_settings(tenant_id, id) ON DELETE CASCADE;
alter table site_settings_locales add constraint site_settings_locales_pkey PRIMARY KEY (id);
alter table site_settings_locales add constraint site_settings_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE UNIQUE INDEX site_settings_locales_locale_parent_id_unique ON site_settings_locales USING btree (tenant_id, _locale, _parent_id);
alter table site_settings_locales enable row level security;
alter table site_settings_locales force row level security;
create policy site_settings_locales_platform_all on site_settings_locales for all to atrium_platform
  using (true)
  with check (true);
create policy site_settings_locales_tenant_all on site_settings_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_settings_locales_tenant BEFORE INSERT OR UPDATE ON site_settings_locales FOR EACH ROW EXECUTE FUNCTION atrium_site_settings_locales_tenant();
CREATE TRIGGER site_settings_locales_touch BEFORE UPDATE ON site_settings_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_settings_locales to atrium_platform;
grant delete, insert, select, update on site_settings_locales to atrium_tenant;

-- site_social

create table site_social (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  platform enum_site_social_platform not null,
  url character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_social add constraint site_social_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_settings(tenant_id, id) ON DELETE CASCADE;
alter table site_social add constraint site_social_pkey PRIMARY KEY (id);
alter table site_social add constraint site_social_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX site_social_order_idx ON site_social USING btree (tenant_id, _order);
CREATE INDEX site_social_parent_id_idx ON site_social USING btree (_parent_id, tenant_id);
alter table site_social enable row level security;
alter table site_social force row level security;
create policy site_social_platform_all on site_social for all to atrium_platform
  using (true)
  with check (true);
create policy site_social_tenant_all on site_social for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_social_tenant BEFORE INSERT OR UPDATE ON site_social FOR EACH ROW EXECUTE FUNCTION atrium_site_social_tenant();
CREATE TRIGGER site_social_touch BEFORE UPDATE ON site_social FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_social to atrium_platform;
grant delete, insert, select, update on site_social to atrium_tenant;

-- site_submenu

create table site_submenu (
  _order integer not null,
  _parent_id character varying not null,
  id character varying not null,
  link_type enum_site_submenu_link_type default 'page'::enum_site_submenu_link_type,
  link_page_id uuid,
  link_url character varying,
  link_new_tab boolean default false,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_submenu add constraint site_submenu_link_page_id_tenant_fk FOREIGN KEY (tenant_id, link_page_id) REFERENCES pages(tenant_id, id);
alter table site_submenu add constraint site_submenu_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_menu(tenant_id, id) ON DELETE CASCADE;
alter table site_submenu add constraint site_submenu_pkey PRIMARY KEY (id);
alter table site_submenu add constraint site_submenu_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX site_submenu_link_link_page_idx ON site_submenu USING btree (tenant_id, link_page_id);
CREATE INDEX site_submenu_order_idx ON site_submenu USING btree (tenant_id, _order);
CREATE INDEX site_submenu_parent_id_idx ON site_submenu USING btree (_parent_id, tenant_id);
alter table site_submenu enable row level security;
alter table site_submenu force row level security;
create policy site_submenu_platform_all on site_submenu for all to atrium_platform
  using (true)
  with check (true);
create policy site_submenu_tenant_all on site_submenu for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_submenu_tenant BEFORE INSERT OR UPDATE ON site_submenu FOR EACH ROW EXECUTE FUNCTION atrium_site_submenu_tenant();
CREATE TRIGGER site_submenu_touch BEFORE UPDATE ON site_submenu FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_submenu to atrium_platform;
grant delete, insert, select, update on site_submenu to atrium_tenant;

-- site_submenu_locales

create table site_submenu_locales (
  link_label character varying not null,
  id integer not null default nextval('site_submenu_locales_id_seq'::regclass),
  _locale _locales not null,
  _parent_id character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table site_submenu_locales add constraint site_submenu_locales_parent_id_fk FOREIGN KEY (tenant_id, _parent_id) REFERENCES site_submenu(tenant_id, id) ON DELETE CASCADE;
alter table site_submenu_locales add constraint site_submenu_locales_pkey PRIMARY KEY (id);
alter table site_submenu_locales add constraint site_submenu_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE UNIQUE INDEX site_submenu_locales_locale_parent_id_unique ON site_submenu_locales USING btree (tenant_id, _locale, _parent_id);
alter table site_submenu_locales enable row level security;
alter table site_submenu_locales force row level security;
create policy site_submenu_locales_platform_all on site_submenu_locales for all to atrium_platform
  using (true)
  with check (true);
create policy site_submenu_locales_tenant_all on site_submenu_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER site_submenu_locales_tenant BEFORE INSERT OR UPDATE ON site_submenu_locales FOR EACH ROW EXECUTE FUNCTION atrium_site_submenu_locales_tenant();
CREATE TRIGGER site_submenu_locales_touch BEFORE UPDATE ON site_submenu_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on site_submenu_locales to atrium_platform;
grant delete, insert, select, update on site_submenu_locales to atrium_tenant;

-- teams

create table teams (
  id uuid not null,
  tenant_id uuid not null,
  name character varying not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table teams add constraint teams_pkey PRIMARY KEY (id);
alter table teams add constraint teams_tenant_id_id_key UNIQUE (tenant_id, id);
alter table teams add constraint teams_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
alter table teams add constraint teams_tenant_name_key UNIQUE (tenant_id, name);
CREATE INDEX teams_created_at_idx ON teams USING btree (tenant_id, created_at);
CREATE INDEX teams_tenant_idx ON teams USING btree (tenant_id);
CREATE INDEX teams_updated_at_idx ON teams USING btree (tenant_id, updated_at);
alter table teams enable row level security;
alter table teams force row level security;
create policy teams_platform_all on teams for all to atrium_platform
  using (true)
  with check (true);
create policy teams_tenant_all on teams for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER teams_keep_tenant BEFORE UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER teams_touch BEFORE UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on teams to atrium_platform;
grant delete, insert, select, update on teams to atrium_tenant;

-- teams_rels

create table teams_rels (
  id integer not null default nextval('teams_rels_id_seq'::regclass),
  order integer,
  parent_id uuid not null,
  path character varying not null,
  users_id uuid,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table teams_rels add constraint teams_rels_parent_fk FOREIGN KEY (tenant_id, parent_id) REFERENCES teams(tenant_id, id) ON DELETE CASCADE;
alter table teams_rels add constraint teams_rels_pkey PRIMARY KEY (id);
alter table teams_rels add constraint teams_rels_tenant_id_id_key UNIQUE (tenant_id, id);
alter table teams_rels add constraint teams_rels_users_fk FOREIGN KEY (users_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX teams_rels_order_idx ON teams_rels USING btree (tenant_id, "order");
CREATE INDEX teams_rels_parent_idx ON teams_rels USING btree (parent_id, tenant_id);
CREATE INDEX teams_rels_path_idx ON teams_rels USING btree (tenant_id, path);
CREATE INDEX teams_rels_users_id_idx ON teams_rels USING btree (tenant_id, users_id);
alter table teams_rels enable row level security;
alter table teams_rels force row level security;
create policy teams_rels_platform_all on teams_rels for all to atrium_platform
  using (true)
  with check (true);
create policy teams_rels_tenant_all on teams_rels for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER teams_rels_person BEFORE INSERT OR UPDATE ON teams_rels FOR EACH ROW EXECUTE FUNCTION atrium_check_person('users_id');
CREATE TRIGGER teams_rels_tenant BEFORE INSERT OR UPDATE ON teams_rels FOR EACH ROW EXECUTE FUNCTION atrium_teams_rels_tenant();
CREATE TRIGGER teams_rels_touch BEFORE UPDATE ON teams_rels FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on teams_rels to atrium_platform;
grant delete, insert, select, update on teams_rels to atrium_tenant;

-- tenant_locales

create table tenant_locales (
  order integer not null,
  parent_id uuid not null,
  value enum_tenant_locales,
  id uuid not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table tenant_locales add constraint tenant_locales_parent_fk FOREIGN KEY (parent_id) REFERENCES tenants(id) ON DELETE CASCADE;
alter table tenant_locales add constraint tenant_locales_pkey PRIMARY KEY (id);
alter table tenant_locales add constraint tenant_locales_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX tenant_locales_order_idx ON tenant_locales USING btree ("order");
CREATE INDEX tenant_locales_parent_idx ON tenant_locales USING btree (parent_id);
alter table tenant_locales enable row level security;
alter table tenant_locales force row level security;
create policy tenant_locales_platform_all on tenant_locales for all to atrium_platform
  using (true)
  with check (true);
create policy tenant_locales_tenant_all on tenant_locales for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER tenant_locales_tenant BEFORE INSERT OR UPDATE ON tenant_locales FOR EACH ROW EXECUTE FUNCTION atrium_tenant_locales_tenant();
CREATE TRIGGER tenant_locales_touch BEFORE UPDATE ON tenant_locales FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on tenant_locales to atrium_platform;
grant delete, insert, select, update on tenant_locales to atrium_tenant;

-- tenants

create table tenants (
  id uuid not null,
  name character varying not null,
  slug character varying not null,
  industry_module enum_tenants_industry_module not null default 'other'::enum_tenants_industry_module,
  plan enum_tenants_plan not null default 'starter'::enum_tenants_plan,
  status enum_tenants_status not null default 'active'::enum_tenants_status,
  branding jsonb default '{}'::jsonb,
  settings jsonb default '{"locale": "en", "timeZone": "UTC", "defaultCurrency": "EUR"}'::jsonb,
  feature_toggles jsonb default '{}'::jsonb,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  default_locale enum_tenants_default_locale not null default 'en'::enum_tenants_default_locale
);
alter table tenants add constraint tenants_pkey PRIMARY KEY (id);
CREATE INDEX tenants_created_at_idx ON tenants USING btree (created_at);
CREATE INDEX tenants_featuretoggles_gin ON tenants USING gin (feature_toggles);
CREATE INDEX tenants_settings_gin ON tenants USING gin (settings);
CREATE INDEX tenants_status_idx ON tenants USING btree (status);
CREATE INDEX tenants_updated_at_idx ON tenants USING btree (updated_at);
CREATE UNIQUE INDEX tenants_slug_idx ON tenants USING btree (slug);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenants_platform_all on tenants for all to atrium_platform
  using (true)
  with check (true);
create policy tenants_tenant_all on tenants for all to atrium_tenant
  using ((id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER tenants_locale AFTER UPDATE ON tenants FOR EACH ROW WHEN (old.default_locale IS DISTINCT FROM new.default_locale) EXECUTE FUNCTION atrium_space_locale();
CREATE TRIGGER tenants_touch BEFORE UPDATE ON tenants FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on tenants to atrium_platform;
grant insert, select, update on tenants to atrium_tenant;

-- tenants_domains

create table tenants_domains (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  domain character varying not null,
  tenant_id uuid not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table tenants_domains add constraint tenants_domains_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES tenants(id) ON DELETE CASCADE;
alter table tenants_domains add constraint tenants_domains_pkey PRIMARY KEY (id);
alter table tenants_domains add constraint tenants_domains_tenant_id_id_key UNIQUE (tenant_id, id);
CREATE INDEX tenants_domains_order_idx ON tenants_domains USING btree (_order);
CREATE INDEX tenants_domains_parent_id_idx ON tenants_domains USING btree (_parent_id);
CREATE UNIQUE INDEX tenants_domains_domain_idx ON tenants_domains USING btree (domain);
alter table tenants_domains enable row level security;
alter table tenants_domains force row level security;
create policy tenants_domains_platform_all on tenants_domains for all to atrium_platform
  using (true)
  with check (true);
create policy tenants_domains_tenant_all on tenants_domains for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER tenants_domains_tenant BEFORE INSERT OR UPDATE ON tenants_domains FOR EACH ROW EXECUTE FUNCTION atrium_tenants_domains_tenant();
CREATE TRIGGER tenants_domains_touch BEFORE UPDATE ON tenants_domains FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on tenants_domains to atrium_platform;
grant delete, insert, select, update on tenants_domains to atrium_tenant;

-- time_zones

create table time_zones (
  id uuid not null,
  code character varying not null,
  name character varying not null,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now()
);
alter table time_zones add constraint time_zones_pkey PRIMARY KEY (id);
CREATE INDEX time_zones_created_at_idx ON time_zones USING btree (created_at);
CREATE INDEX time_zones_updated_at_idx ON time_zones USING btree (updated_at);
CREATE UNIQUE INDEX time_zones_code_idx ON time_zones USING btree (code);
alter table time_zones enable row level security;
alter table time_zones force row level security;
create policy time_zones_platform_all on time_zones for all to atrium_platform
  using (true)
  with check (true);
create policy time_zones_tenant_select on time_zones for select to atrium_tenant
  using (true);
CREATE TRIGGER time_zones_touch BEFORE UPDATE ON time_zones FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on time_zones to atrium_platform;
grant select on time_zones to atrium_tenant;

-- users

create table users (
  id uuid not null,
  first_name character varying,
  last_name character varying,
  avatar_id uuid,
  profile jsonb default '{}'::jsonb,
  is_active boolean default true,
  last_login timestamp(3) with time zone,
  tenant_id uuid,
  platform_role enum_users_platform_role,
  updated_at timestamp(3) with time zone not null default now(),
  created_at timestamp(3) with time zone not null default now(),
  enable_a_p_i_key boolean,
  api_key character varying,
  api_key_index character varying,
  email character varying not null,
  reset_password_token character varying,
  reset_password_expiration timestamp(3) with time zone,
  salt character varying,
  hash character varying,
  reset_password_requested_at timestamp(3) with time zone,
  _verified boolean,
  _verificationtoken character varying,
  login_attempts numeric default 0,
  lock_until timestamp(3) with time zone,
  notify_by_email enum_users_notify_by_email default 'everything'::enum_users_notify_by_email,
  imported_hash character varying
);
alter table users add constraint users_avatar_has_realm CHECK (avatar_id IS NULL OR tenant_id IS NOT NULL);
alter table users add constraint users_avatar_id_tenant_fk FOREIGN KEY (tenant_id, avatar_id) REFERENCES media(tenant_id, id);
alter table users add constraint users_imported_hash_is_bcrypt CHECK (imported_hash::text ~ '^\$2[aby]\$(0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$'::text);
alter table users add constraint users_one_password CHECK (imported_hash IS NULL OR hash IS NULL);
alter table users add constraint users_pkey PRIMARY KEY (id);
alter table users add constraint users_staff_is_global CHECK (platform_role IS NULL OR tenant_id IS NULL);
alter table users add constraint users_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX users_avatar_idx ON users USING btree (avatar_id);
CREATE INDEX users_created_at_idx ON users USING btree (created_at);
CREATE INDEX users_email_idx ON users USING btree (email);
CREATE INDEX users_profile_gin ON users USING gin (profile);
CREATE INDEX users_tenant__verificationtoken_idx ON users USING btree (_verificationtoken);
CREATE INDEX users_tenant_apikeyindex_idx ON users USING btree (api_key_index);
CREATE INDEX users_tenant_idx ON users USING btree (tenant_id);
CREATE INDEX users_tenant_resetpasswordtoken_idx ON users USING btree (reset_password_token);
CREATE INDEX users_updated_at_idx ON users USING btree (updated_at);
CREATE UNIQUE INDEX users_realm_email_key ON users USING btree (tenant_id, lower(email::text)) NULLS NOT DISTINCT;
alter table users enable row level security;
alter table users force row level security;
create policy users_identity_select on users for select to atrium_identity
  using ((COALESCE(is_active, true) AND ((('id:'::text || (id)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif")) OR (('email:'::text || lower((email)::text)) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif")) OR (('api-key:'::text || (api_key_index)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif")) OR (('reset:'::text || (reset_password_token)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif")) OR (('verify:'::text || (_verificationtoken)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif"))) AND ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((tenant_id IS NULL) AND (((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[] = '{}'::uuid[]) OR (EXISTS ( SELECT
   FROM users_tenants m
  WHERE ((m._parent_id = users.id) AND (m.tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))))))))));
create policy users_identity_update on users for update to atrium_identity
  using ((COALESCE(is_active, true) AND ((('id:'::text || (id)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif")) OR (('email:'::text || lower((email)::text)) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif")) OR (('api-key:'::text || (api_key_index)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif")) OR (('reset:'::text || (reset_password_token)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif")) OR (('verify:'::text || (_verificationtoken)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif"))) AND ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((tenant_id IS NULL) AND (((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[] = '{}'::uuid[]) OR (EXISTS ( SELECT
   FROM users_tenants m
  WHERE ((m._parent_id = users.id) AND (m.tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))))))))))
  with check (((tenant_id IS NULL) OR (tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))));
create policy users_platform_all on users for all to atrium_platform
  using (true)
  with check (true);
create policy users_tenant_delete on users for delete to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
create policy users_tenant_insert on users for insert to atrium_tenant
  with check ((((id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid) OR (tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))) AND (platform_role IS NULL)));
create policy users_tenant_select on users for select to atrium_tenant
  using (((id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid) OR (tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])) OR ((tenant_id IS NULL) AND (EXISTS ( SELECT
   FROM users_tenants m
  WHERE ((m._parent_id = users.id) AND (m.tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))))))));
create policy users_tenant_update on users for update to atrium_tenant
  using (((id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid) OR (tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))))
  with check ((((id = (( SELECT NULLIF(current_setting('app.user_id'::text, true), ''::text) AS "nullif"))::uuid) OR (tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[]))) AND (platform_role IS NULL)));
CREATE TRIGGER users_check_account AFTER INSERT OR UPDATE OF email, tenant_id ON users FOR EACH ROW EXECUTE FUNCTION atrium_check_account();
CREATE TRIGGER users_keep_tenant BEFORE UPDATE ON users FOR EACH ROW WHEN (CURRENT_USER = 'atrium_tenant'::name) EXECUTE FUNCTION atrium_keep_tenant();
CREATE TRIGGER users_one_password BEFORE INSERT OR UPDATE ON users FOR EACH ROW WHEN (new.imported_hash IS NOT NULL) EXECUTE FUNCTION atrium_one_password();
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on users to atrium_platform;
grant delete, insert, select, update on users to atrium_tenant;
grant select on users to atrium_identity;
grant update (_verificationtoken, _verified, hash, last_login, lock_until, login_attempts, reset_password_expiration, reset_password_requested_at, reset_password_token, salt, updated_at) on users to atrium_identity;

-- users_sessions

create table users_sessions (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  created_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null default now()
);
alter table users_sessions add constraint users_sessions_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES users(id) ON DELETE CASCADE;
alter table users_sessions add constraint users_sessions_pkey PRIMARY KEY (id);
CREATE INDEX users_sessions_order_idx ON users_sessions USING btree (_order);
CREATE INDEX users_sessions_parent_id_idx ON users_sessions USING btree (_parent_id);
alter table users_sessions enable row level security;
alter table users_sessions force row level security;
create policy users_sessions_identity_all on users_sessions for all to atrium_identity
  using ((EXISTS ( SELECT
   FROM users u
  WHERE (u.id = users_sessions._parent_id))))
  with check ((EXISTS ( SELECT
   FROM users u
  WHERE (u.id = users_sessions._parent_id))));
create policy users_sessions_platform_all on users_sessions for all to atrium_platform
  using (true)
  with check (true);
create policy users_sessions_tenant_all on users_sessions for all to atrium_tenant
  using ((EXISTS ( SELECT
   FROM users u
  WHERE (u.id = users_sessions._parent_id))))
  with check ((EXISTS ( SELECT
   FROM users u
  WHERE (u.id = users_sessions._parent_id))));
CREATE TRIGGER users_sessions_touch BEFORE UPDATE ON users_sessions FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on users_sessions to atrium_identity;
grant delete, insert, select, update on users_sessions to atrium_platform;
grant delete, insert, select, update on users_sessions to atrium_tenant;

-- users_tenants

create table users_tenants (
  _order integer not null,
  _parent_id uuid not null,
  id character varying not null,
  tenant_id uuid not null,
  role enum_users_tenants_role not null default 'viewer'::enum_users_tenants_role,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now()
);
alter table users_tenants add constraint users_tenants_parent_id_fk FOREIGN KEY (_parent_id) REFERENCES users(id) ON DELETE CASCADE;
alter table users_tenants add constraint users_tenants_parent_tenant_key UNIQUE (_parent_id, tenant_id);
alter table users_tenants add constraint users_tenants_pkey PRIMARY KEY (id);
alter table users_tenants add constraint users_tenants_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id);
CREATE INDEX users_tenants_order_idx ON users_tenants USING btree (_order);
CREATE INDEX users_tenants_parent_id_idx ON users_tenants USING btree (_parent_id);
CREATE INDEX users_tenants_tenant_idx ON users_tenants USING btree (tenant_id);
alter table users_tenants enable row level security;
alter table users_tenants force row level security;
create policy users_tenants_identity_select on users_tenants for select to atrium_identity
  using (((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])) OR (('id:'::text || (_parent_id)::text) = ( SELECT NULLIF(current_setting('app.lookup'::text, true), ''::text) AS "nullif"))));
create policy users_tenants_platform_all on users_tenants for all to atrium_platform
  using (true)
  with check (true);
create policy users_tenants_tenant_all on users_tenants for all to atrium_tenant
  using ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])))
  with check ((tenant_id = ANY ((( SELECT NULLIF(current_setting('app.tenant_ids'::text, true), ''::text) AS "nullif"))::uuid[])));
CREATE TRIGGER users_tenants_check_membership BEFORE INSERT OR UPDATE ON users_tenants FOR EACH ROW EXECUTE FUNCTION atrium_check_membership();
CREATE TRIGGER users_tenants_touch BEFORE UPDATE ON users_tenants FOR EACH ROW EXECUTE FUNCTION atrium_touch_updated_at();
grant delete, insert, select, update on users_tenants to atrium_platform;
grant delete, insert, select, update on users_tenants to atrium_tenant;
grant select on users_tenants to atrium_identity;
