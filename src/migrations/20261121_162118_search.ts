import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261121_113257_init'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`CREATE TABLE "search_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"kind" varchar NOT NULL,
	"document_id" varchar NOT NULL,
	"locale" varchar NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	"working" boolean DEFAULT false NOT NULL,
	"title" varchar NOT NULL,
	"body" varchar NOT NULL,
	"path" varchar,
	"visible_from" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"vector" "tsvector" DEFAULT '' NOT NULL,
	CONSTRAINT "search_documents_tenant_id_id_key" UNIQUE("tenant_id","id"),
	CONSTRAINT "search_documents_tenant_kind_documentid_locale_published_key" UNIQUE("tenant_id","kind","document_id","locale","published")
);`))
  await db.execute(sql.raw(`ALTER TABLE "search_documents" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "search_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"word" varchar NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_words_tenant_id_id_key" UNIQUE("tenant_id","id"),
	CONSTRAINT "search_words_tenant_word_key" UNIQUE("tenant_id","word")
);`))
  await db.execute(sql.raw(`ALTER TABLE "search_words" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "search_words" ADD CONSTRAINT "search_words_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE INDEX "search_documents_tenant_idx" ON "search_documents" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "search_documents_updated_at_idx" ON "search_documents" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "search_documents_created_at_idx" ON "search_documents" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "search_documents_vector_gin" ON "search_documents" USING gin ("tenant_id","vector") WITH (fastupdate=false);`))
  await db.execute(sql.raw(`CREATE INDEX "search_words_tenant_idx" ON "search_words" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "search_words_updated_at_idx" ON "search_words" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "search_words_created_at_idx" ON "search_words" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "search_words_word_gin" ON "search_words" USING gin ("tenant_id","word" gin_trgm_ops) WITH (fastupdate=false);`))
  await db.execute(sql.raw(`CREATE POLICY "search_documents_platform_all" ON "search_documents" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "search_documents_tenant_all" ON "search_documents" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "search_documents_search_select" ON "search_documents" AS PERMISSIVE FOR SELECT TO "atrium_search" USING (tenant_id = (nullif(current_setting('app.tenant_ids', true), '')::uuid[])[1] and vector @@ (nullif(current_setting('app.lookup', true), ''))::tsquery);`))
  await db.execute(sql.raw(`CREATE POLICY "search_words_platform_all" ON "search_words" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "search_words_tenant_all" ON "search_words" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "search_words_search_select" ON "search_words" AS PERMISSIVE FOR SELECT TO "atrium_search" USING (tenant_id = (nullif(current_setting('app.tenant_ids', true), '')::uuid[])[1] and word % nullif(current_setting('app.lookup', true), ''));`))
  await db.execute(sql.raw(`-- PostgreSQL's languages with accents folded before the stem is taken: atrium_german finds "Ruckkehr" and "Rückkehr" by either.
-- The list is that of PostgreSQL 15, so that the schema is the same on every version.
do $$
declare
  language text;
  dictionary text;
begin
  foreach language in array array['arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french',
    'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese',
    'romanian', 'russian', 'serbian', 'simple', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish']
  loop
    if not exists (select from pg_ts_config where cfgnamespace = 'public'::regnamespace and cfgname = 'atrium_' || language) then
      dictionary := case language when 'simple' then 'simple' else language || '_stem' end;
      execute format('create text search configuration public.%I (copy = pg_catalog.%I)', 'atrium_' || language, language);
      execute format(
        'alter text search configuration public.%I alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.%I',
        'atrium_' || language, dictionary
      );
    end if;
  end loop;
end $$;`))
  await db.execute(sql.raw(`-- The strings below \`keys\`, wherever they are in a document, in its order: what a reader sees of blocks and of rich text, and
-- not their ids, kinds and addresses.
create or replace function atrium_block_text(document jsonb, keys text[]) returns text
language sql immutable parallel safe as $$
  select coalesce(string_agg(pair ->> 'value', ' '), '')
  from jsonb_path_query(document, 'strict $.** ? (@.type() == "object").keyvalue()') as pair
  where pair ->> 'key' = any (keys) and jsonb_typeof(pair -> 'value') = 'string'
$$;`))
  await db.execute(sql.raw(`-- For triggers: argument 1 is the function that looks at the document, argument 2 the column that says which one it is.
create or replace function atrium_search_changed() returns trigger
language plpgsql as $$
declare
  changed jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
  execute format('select %I($1, $2)', tg_argv[0])
    using (changed ->> 'tenant_id')::uuid, (changed ->> tg_argv[1])::uuid;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`create or replace function atrium_search_form(space uuid, form uuid) returns void
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
$$;`))
  await db.execute(sql.raw(`-- The headings that are written inside rich text (lexical's nodes of that type).
create or replace function atrium_search_headings(document jsonb) returns text
language sql immutable parallel safe as $$
  select coalesce(string_agg(atrium_block_text(heading, array['text']), ' '), '')
  from jsonb_path_query(document, 'strict $.** ? (@.type == "heading")') as heading
$$;`))
  await db.execute(sql.raw(`create or replace function atrium_search_keys(part text) returns text[]
language sql immutable parallel safe as $$
  select case part when 'headings' then array['heading', 'name', 'question']::text[]
    else array['address', 'badge', 'caption', 'directions', 'eyebrow', 'heading', 'intro', 'label', 'name', 'note', 'notice', 'period', 'phone', 'price', 'question', 'quote', 'role', 'text', 'value']::text[] end
$$;`))
  await db.execute(sql.raw(`-- The text search configuration for text in a locale (BCP 47), or for the language that a space chose by name. What PostgreSQL
-- has no stemmer for is searched word by word.
create or replace function atrium_search_language(locale text, chosen text default null) returns regconfig
language sql stable parallel safe as $$
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
$$;`))
  await db.execute(sql.raw(`create or replace function atrium_search_lead(space uuid, lead uuid) returns void
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
  perform atrium_search_put(l.tenant_id, 'form-submissions', l.id, false, true, l.summary, null, answers, null, null, null);
end;
$$;`))
  await db.execute(sql.raw(`create or replace function atrium_search_media(space uuid, medium uuid) returns void
language plpgsql as $$
declare
  m media;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into m from media where id = medium for no key update;
  if m.id is null then
    delete from search_documents where tenant_id = space and kind = 'media' and document_id = medium::text;
    return;
  end if;
  perform atrium_search_put(
    m.tenant_id, 'media', m.id, false, true, m.alt, null,
    -- "harbour-at-night.jpg" is found by each of its words.
    concat_ws(' ', m.caption, m.filename, regexp_replace(m.filename, '[._-]+', ' ', 'g')), null, null, null
  );
end;
$$;`))
  await db.execute(sql.raw(`-- What search knows of a page: what visitors see of it, and, where that is something else, what its editors work on.
create or replace function atrium_search_page(space uuid, page uuid) returns void
language plpgsql as $$
declare
  p pages;
  v _pages_v;
  is_published boolean;
  drafted boolean;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into p from pages where id = page for no key update;
  if p.id is null then
    delete from search_documents where tenant_id = space and kind = 'pages' and document_id = page::text;
    return;
  end if;
  select * into v from _pages_v where parent_id = page and latest order by updated_at desc limit 1;
  is_published := p._status = 'published';
  drafted := not is_published or coalesce(v.version__status = 'draft', false);
  if is_published then
    perform atrium_search_put(
      p.tenant_id, 'pages', p.id, true, not drafted, p.title,
      concat_ws(' ', atrium_block_text(p.layout, atrium_search_keys('headings')), atrium_search_headings(p.layout)),
      atrium_block_text(p.layout, atrium_search_keys('body')),
      concat_ws(' ', p.meta_title, p.meta_description), p.path, p.published_at
    );
  end if;
  if drafted and v.id is not null then
    perform atrium_search_put(
      p.tenant_id, 'pages', p.id, false, true, v.version_title,
      concat_ws(' ', atrium_block_text(v.version_layout, atrium_search_keys('headings')), atrium_search_headings(v.version_layout)),
      atrium_block_text(v.version_layout, atrium_search_keys('body')),
      concat_ws(' ', v.version_meta_title, v.version_meta_description), v.version_path, v.version_published_at
    );
  elsif drafted then
    perform atrium_search_put(
      p.tenant_id, 'pages', p.id, false, true, p.title,
      concat_ws(' ', atrium_block_text(p.layout, atrium_search_keys('headings')), atrium_search_headings(p.layout)),
      atrium_block_text(p.layout, atrium_search_keys('body')),
      concat_ws(' ', p.meta_title, p.meta_description), p.path, p.published_at
    );
  end if;
  delete from search_documents d
  where d.tenant_id = p.tenant_id and d.kind = 'pages' and d.document_id = p.id::text
    and not (d.published and is_published) and not (not d.published and drafted);
end;
$$;`))
  await db.execute(sql.raw(`-- Writes what search knows of one document: title over headings over body over what search engines are told. Words are kept as
-- they are written, too, for suggestions; those of published pages only, since strangers get them suggested.
create or replace function atrium_search_put(
  tenant uuid, kind text, document uuid, published boolean, working boolean,
  title text, headings text, body text, seo text, path text, visible_from timestamptz
) returns void
language plpgsql as $$
#variable_conflict use_column
declare
  main text;
  language regconfig;
begin
  select coalesce(t.settings ->> 'locale', 'en'), atrium_search_language(coalesce(t.settings ->> 'locale', 'en'), t.settings ->> 'searchLanguage')
    into main, language from tenants t where t.id = tenant;
  -- A vector holds a megabyte at most, and nobody reads on for longer.
  body := left(regexp_replace(coalesce(body, ''), '\\s+', ' ', 'g'), 100000);
  insert into search_documents as d (id, tenant_id, kind, document_id, locale, published, working, title, body, path, visible_from, vector)
  values (
    gen_random_uuid(), tenant, kind, document::text, main, published, working, left(coalesce(title, ''), 500), body, path, visible_from,
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
$$;`))
  await db.execute(sql.raw(`-- The words of a title as they are written, for what is being typed. GIN reads a prefix in all spaces before it looks at the
-- tenant, so these words begin with the end of the tenant's id, which in a UUID of version 7 is its random part.
create or replace function atrium_search_title(tenant uuid, title text) returns tsvector
language sql stable parallel safe as $$
  select array_to_tsvector(array(
    select right(tenant::text, 8) || ':' || word
    from unnest(tsvector_to_array(to_tsvector('public.atrium_simple', coalesce(title, '')))) as word
  ))
$$;`))
  await db.execute(sql.raw(`alter table "search_documents" force row level security;`))
  await db.execute(sql.raw(`alter table "search_words" force row level security;`))
  await db.execute(sql.raw(`revoke all on "_pages_v" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "_pages_v" to atrium_platform;
grant select, insert, update, delete on "_pages_v" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "_pages_v_rels" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "_pages_v_rels" to atrium_platform;
grant select, insert, update, delete on "_pages_v_rels" to atrium_tenant;
grant usage on sequence "_pages_v_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "countries" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "countries" to atrium_platform;
grant select on "countries" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "currencies" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "currencies" to atrium_platform;
grant select on "currencies" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "form_submissions" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "form_submissions" to atrium_platform;
grant select, insert, update, delete on "form_submissions" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "form_submissions_submission_data" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "form_submissions_submission_data" to atrium_platform;
grant select, insert, update, delete on "form_submissions_submission_data" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "forms" to atrium_platform;
grant select, insert, update, delete on "forms" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms_emails" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "forms_emails" to atrium_platform;
grant select, insert, update, delete on "forms_emails" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "media" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "media" to atrium_platform;
grant select, insert, update, delete on "media" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "pages" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "pages" to atrium_platform;
grant select, insert, update, delete on "pages" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "pages_rels" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "pages_rels" to atrium_platform;
grant select, insert, update, delete on "pages_rels" to atrium_tenant;
grant usage on sequence "pages_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_kv" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "payload_kv" to atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_locked_documents" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "payload_locked_documents" to atrium_platform;
grant select, insert, update, delete on "payload_locked_documents" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_locked_documents_rels" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "payload_locked_documents_rels" to atrium_platform;
grant select, insert, update, delete on "payload_locked_documents_rels" to atrium_tenant;
grant usage on sequence "payload_locked_documents_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_migrations" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select on "payload_migrations" to atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_preferences" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "payload_preferences" to atrium_platform;
grant select, insert, update, delete on "payload_preferences" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_preferences_rels" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "payload_preferences_rels" to atrium_platform;
grant select, insert, update, delete on "payload_preferences_rels" to atrium_tenant;
grant usage on sequence "payload_preferences_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "search_documents" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "search_documents" to atrium_platform;
grant select, insert, update, delete on "search_documents" to atrium_tenant;
grant select on "search_documents" to atrium_search;`))
  await db.execute(sql.raw(`revoke all on "search_words" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "search_words" to atrium_platform;
grant select, insert, update, delete on "search_words" to atrium_tenant;
grant select on "search_words" to atrium_search;`))
  await db.execute(sql.raw(`revoke all on "site_footer_columns" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_footer_columns" to atrium_platform;
grant select, insert, update, delete on "site_footer_columns" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_footer_links" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_footer_links" to atrium_platform;
grant select, insert, update, delete on "site_footer_links" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_menu" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_menu" to atrium_platform;
grant select, insert, update, delete on "site_menu" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_settings" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_settings" to atrium_platform;
grant select, insert, update, delete on "site_settings" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_social" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_social" to atrium_platform;
grant select, insert, update, delete on "site_social" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_submenu" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_submenu" to atrium_platform;
grant select, insert, update, delete on "site_submenu" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "tenants" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "tenants" to atrium_platform;
grant select, insert, update on "tenants" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "tenants_domains" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "tenants_domains" to atrium_platform;
grant select, insert, update, delete on "tenants_domains" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "time_zones" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "time_zones" to atrium_platform;
grant select on "time_zones" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "users" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "users" to atrium_platform;
grant select, insert, update, delete on "users" to atrium_tenant;
grant select, update (hash, salt, login_attempts, lock_until, reset_password_token, reset_password_expiration, reset_password_requested_at, _verified, _verificationtoken, last_login, updated_at) on "users" to atrium_identity;`))
  await db.execute(sql.raw(`revoke all on "users_sessions" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "users_sessions" to atrium_platform;
grant select, insert, update, delete on "users_sessions" to atrium_tenant;
grant select, insert, update, delete on "users_sessions" to atrium_identity;`))
  await db.execute(sql.raw(`revoke all on "users_tenants" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "users_tenants" to atrium_platform;
grant select, insert, update, delete on "users_tenants" to atrium_tenant;
grant select on "users_tenants" to atrium_identity;`))
  await db.execute(sql.raw(`create or replace trigger "search_documents_touch" before update on "search_documents" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "search_words_touch" before update on "search_words" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "search_documents_keep_tenant" before update on "search_documents" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "search_words_keep_tenant" before update on "search_words" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`-- By trigger, so that no way of writing misses it.
create or replace trigger pages_search after insert or update or delete on pages
  for each row execute function atrium_search_changed('atrium_search_page', 'id');
create or replace trigger pages_v_search after insert or update or delete on _pages_v
  for each row execute function atrium_search_changed('atrium_search_page', 'parent_id');
create or replace trigger media_search after insert or update or delete on media
  for each row execute function atrium_search_changed('atrium_search_media', 'id');
create or replace trigger forms_search after insert or update or delete on forms
  for each row execute function atrium_search_changed('atrium_search_form', 'id');
create or replace trigger form_submissions_search after insert or update or delete on form_submissions
  for each row execute function atrium_search_changed('atrium_search_lead', 'id');
create or replace trigger form_submissions_data_search after insert or update or delete on form_submissions_submission_data
  for each row execute function atrium_search_changed('atrium_search_lead', '_parent_id');`))
  // What is there already: the owner sees no rows, so as the role that sees all.
  await db.execute(sql.raw(`set local role atrium_platform;
select count(atrium_search_page(tenant_id, id)) from pages;
select count(atrium_search_media(tenant_id, id)) from media;
select count(atrium_search_form(tenant_id, id)) from forms;
select count(atrium_search_lead(tenant_id, id)) from form_submissions;
reset role;`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists pages_search on pages; drop trigger if exists pages_v_search on _pages_v; drop trigger if exists media_search on media; drop trigger if exists forms_search on forms; drop trigger if exists form_submissions_search on form_submissions; drop trigger if exists form_submissions_data_search on form_submissions_submission_data;`))
  await db.execute(sql.raw(`drop trigger if exists "search_words_keep_tenant" on "search_words";`))
  await db.execute(sql.raw(`drop trigger if exists "search_documents_keep_tenant" on "search_documents";`))
  await db.execute(sql.raw(`drop trigger if exists "search_words_touch" on "search_words";`))
  await db.execute(sql.raw(`drop trigger if exists "search_documents_touch" on "search_documents";`))
  await db.execute(sql.raw(`revoke all on "users_tenants" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "users_tenants" to atrium_platform;
grant select, insert, update, delete on "users_tenants" to atrium_tenant;
grant select on "users_tenants" to atrium_identity;`))
  await db.execute(sql.raw(`revoke all on "users_sessions" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "users_sessions" to atrium_platform;
grant select, insert, update, delete on "users_sessions" to atrium_tenant;
grant select, insert, update, delete on "users_sessions" to atrium_identity;`))
  await db.execute(sql.raw(`revoke all on "users" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "users" to atrium_platform;
grant select, insert, update, delete on "users" to atrium_tenant;
grant select, update (hash, salt, login_attempts, lock_until, reset_password_token, reset_password_expiration, reset_password_requested_at, _verified, _verificationtoken, last_login, updated_at) on "users" to atrium_identity;`))
  await db.execute(sql.raw(`revoke all on "time_zones" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "time_zones" to atrium_platform;
grant select on "time_zones" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "tenants_domains" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "tenants_domains" to atrium_platform;
grant select, insert, update, delete on "tenants_domains" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "tenants" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "tenants" to atrium_platform;
grant select, insert, update on "tenants" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_submenu" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_submenu" to atrium_platform;
grant select, insert, update, delete on "site_submenu" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_social" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_social" to atrium_platform;
grant select, insert, update, delete on "site_social" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_settings" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_settings" to atrium_platform;
grant select, insert, update, delete on "site_settings" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_menu" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_menu" to atrium_platform;
grant select, insert, update, delete on "site_menu" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_footer_links" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_footer_links" to atrium_platform;
grant select, insert, update, delete on "site_footer_links" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_footer_columns" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_footer_columns" to atrium_platform;
grant select, insert, update, delete on "site_footer_columns" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "search_words" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "search_documents" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_preferences_rels" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_preferences_rels" to atrium_platform;
grant select, insert, update, delete on "payload_preferences_rels" to atrium_tenant;
grant usage on sequence "payload_preferences_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_preferences" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_preferences" to atrium_platform;
grant select, insert, update, delete on "payload_preferences" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_migrations" from atrium_tenant, atrium_identity, atrium_platform;
grant select on "payload_migrations" to atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_locked_documents_rels" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_locked_documents_rels" to atrium_platform;
grant select, insert, update, delete on "payload_locked_documents_rels" to atrium_tenant;
grant usage on sequence "payload_locked_documents_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_locked_documents" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_locked_documents" to atrium_platform;
grant select, insert, update, delete on "payload_locked_documents" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_kv" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_kv" to atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "pages_rels" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "pages_rels" to atrium_platform;
grant select, insert, update, delete on "pages_rels" to atrium_tenant;
grant usage on sequence "pages_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "pages" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "pages" to atrium_platform;
grant select, insert, update, delete on "pages" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "media" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "media" to atrium_platform;
grant select, insert, update, delete on "media" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms_emails" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "forms_emails" to atrium_platform;
grant select, insert, update, delete on "forms_emails" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "forms" to atrium_platform;
grant select, insert, update, delete on "forms" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "form_submissions_submission_data" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "form_submissions_submission_data" to atrium_platform;
grant select, insert, update, delete on "form_submissions_submission_data" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "form_submissions" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "form_submissions" to atrium_platform;
grant select, insert, update, delete on "form_submissions" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "currencies" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "currencies" to atrium_platform;
grant select on "currencies" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "countries" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "countries" to atrium_platform;
grant select on "countries" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "_pages_v_rels" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "_pages_v_rels" to atrium_platform;
grant select, insert, update, delete on "_pages_v_rels" to atrium_tenant;
grant usage on sequence "_pages_v_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "_pages_v" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "_pages_v" to atrium_platform;
grant select, insert, update, delete on "_pages_v" to atrium_tenant;`))
  await db.execute(sql.raw(`alter table "search_words" no force row level security;`))
  await db.execute(sql.raw(`alter table "search_documents" no force row level security;`))
  await db.execute(sql.raw(`drop function if exists atrium_search_title(uuid, text);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_put(uuid, text, uuid, boolean, boolean, text, text, text, text, text, timestamptz);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_page(uuid, uuid);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_media(uuid, uuid);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_lead(uuid, uuid);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_language(text, text);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_keys(text);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_headings(jsonb);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_form(uuid, uuid);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_changed();`))
  await db.execute(sql.raw(`drop function if exists atrium_block_text(jsonb, text[]);`))
  await db.execute(sql.raw(`do $$ declare l text; begin for l in select cfgname from pg_ts_config where cfgnamespace = 'public'::regnamespace and cfgname like 'atrium\\_%' loop execute format('drop text search configuration public.%I', l); end loop; end $$;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "search_documents_platform_all" ON "search_documents" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "search_documents_tenant_all" ON "search_documents" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "search_documents_search_select" ON "search_documents" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "search_documents" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "search_words_platform_all" ON "search_words" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "search_words_tenant_all" ON "search_words" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "search_words_search_select" ON "search_words" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "search_words" CASCADE;`))
}
