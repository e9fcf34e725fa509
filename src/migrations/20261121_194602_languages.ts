import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261121_180004_editing'

export async function up({ db }: MigrationArgs): Promise<void> {
  // What looked at the columns that go; the search is made anew at the end.
  await db.execute(sql.raw(`drop trigger if exists pages_path on pages; drop trigger if exists pages_children on pages; drop trigger if exists pages_moved on pages; drop trigger if exists pages_made on pages;`))
  await db.execute(sql.raw(`drop trigger if exists pages_search on pages; drop trigger if exists pages_v_search on _pages_v; drop trigger if exists media_search on media; drop trigger if exists forms_search on forms;`))
  await db.execute(sql.raw(`drop function if exists atrium_search_put(uuid, text, uuid, boolean, boolean, text, text, text, text, text, timestamptz);`))
  await db.execute(sql.raw(`CREATE TYPE "public"."_locales" AS ENUM('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum__pages_v_published_locale" AS ENUM('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_tenant_locales" AS ENUM('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_tenants_default_locale" AS ENUM('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_form_submissions_locale" AS ENUM('en', 'ar', 'bg', 'bn', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant');`))
  await db.execute(sql.raw(`CREATE TABLE "pages_locales" (
	"title" varchar,
	"layout" jsonb,
	"meta_title" varchar,
	"meta_description" varchar,
	"slug" varchar,
	"path" varchar,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pages_locales_tenant_id_id_key" UNIQUE("tenant_id","id"),
	CONSTRAINT "pages_locales_tenant_path_key" UNIQUE("tenant_id","_locale","path")
);`))
  await db.execute(sql.raw(`ALTER TABLE "pages_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "_pages_v_locales" (
	"version_title" varchar,
	"version_layout" jsonb,
	"version_meta_title" varchar,
	"version_meta_description" varchar,
	"version_slug" varchar,
	"version_path" varchar,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "_pages_v_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "media_locales" (
	"alt" varchar NOT NULL,
	"caption" varchar,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "media_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_submenu_locales" (
	"link_label" varchar NOT NULL,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_submenu_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_menu_locales" (
	"link_label" varchar NOT NULL,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_menu_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_footer_links_locales" (
	"link_label" varchar NOT NULL,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_footer_links_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_footer_columns_locales" (
	"heading" varchar NOT NULL,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_footer_columns_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_columns_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_settings_locales" (
	"tagline" varchar,
	"description" varchar,
	"header_call_to_action_link_label" varchar,
	"footer_text" varchar,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_settings_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "tenant_locales" (
	"order" integer NOT NULL,
	"parent_id" uuid NOT NULL,
	"value" "enum_tenant_locales",
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenant_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "tenant_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "forms_emails_locales" (
	"subject" varchar DEFAULT 'You''ve received a new message.' NOT NULL,
	"message" jsonb,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forms_emails_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "forms_locales" (
	"submit_button_label" varchar,
	"confirmation_message" jsonb,
	"confirmation_mail_subject" varchar,
	"confirmation_mail_message" varchar,
	"consent_text" varchar,
	"id" serial PRIMARY KEY NOT NULL,
	"_locale" "_locales" NOT NULL,
	"_parent_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forms_locales_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "forms_locales" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP CONSTRAINT IF EXISTS "pages_tenant_path_key";`))
  await db.execute(sql.raw(`DROP INDEX "pages_slug_idx";`))
  await db.execute(sql.raw(`DROP INDEX "pages_path_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_version_version_slug_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_version_version_path_idx";`))
  await db.execute(sql.raw(`DROP INDEX "pages_rels_media_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "pages_rels_pages_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "pages_rels_forms_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_rels_media_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_rels_pages_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_rels_forms_id_idx";`))
  await db.execute(sql.raw(`ALTER TABLE "pages_rels" ADD COLUMN "locale" "_locales";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "snapshot" boolean;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "published_locale" "enum__pages_v_published_locale";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_rels" ADD COLUMN "locale" "_locales";`))
  await db.execute(sql.raw(`ALTER TABLE "tenants" ADD COLUMN "default_locale" "enum_tenants_default_locale" DEFAULT 'en' NOT NULL;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD COLUMN "locale" "enum_form_submissions_locale";`))
  await db.execute(sql.raw(`ALTER TABLE "pages_locales" ADD CONSTRAINT "pages_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_locales" ADD CONSTRAINT "_pages_v_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."_pages_v"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "media_locales" ADD CONSTRAINT "media_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."media"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu_locales" ADD CONSTRAINT "site_submenu_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_submenu"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu_locales" ADD CONSTRAINT "site_menu_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_menu"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links_locales" ADD CONSTRAINT "site_footer_links_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_footer_links"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_columns_locales" ADD CONSTRAINT "site_footer_columns_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_footer_columns"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings_locales" ADD CONSTRAINT "site_settings_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_settings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "tenant_locales" ADD CONSTRAINT "tenant_locales_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails_locales" ADD CONSTRAINT "forms_emails_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."forms_emails"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_locales" ADD CONSTRAINT "forms_locales_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."forms"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE INDEX "pages_slug_idx" ON "pages_locales" USING btree ("tenant_id","slug","_locale");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "pages_locales_locale_parent_id_unique" ON "pages_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_slug_idx" ON "_pages_v_locales" USING btree ("tenant_id","version_slug","_locale");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "_pages_v_locales_locale_parent_id_unique" ON "_pages_v_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "media_locales_locale_parent_id_unique" ON "media_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "site_submenu_locales_locale_parent_id_unique" ON "site_submenu_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "site_menu_locales_locale_parent_id_unique" ON "site_menu_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "site_footer_links_locales_locale_parent_id_unique" ON "site_footer_links_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "site_footer_columns_locales_locale_parent_id_unique" ON "site_footer_columns_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "site_settings_locales_locale_parent_id_unique" ON "site_settings_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "tenant_locales_order_idx" ON "tenant_locales" USING btree ("order");`))
  await db.execute(sql.raw(`CREATE INDEX "tenant_locales_parent_idx" ON "tenant_locales" USING btree ("parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "forms_emails_locales_locale_parent_id_unique" ON "forms_emails_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "forms_locales_locale_parent_id_unique" ON "forms_locales" USING btree ("tenant_id","_locale","_parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_locale_idx" ON "pages_rels" USING btree ("tenant_id","locale");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_snapshot_idx" ON "_pages_v" USING btree ("tenant_id","snapshot");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_published_locale_idx" ON "_pages_v" USING btree ("tenant_id","published_locale");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_locale_idx" ON "_pages_v_rels" USING btree ("tenant_id","locale");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_media_id_idx" ON "pages_rels" USING btree ("tenant_id","media_id","locale");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_pages_id_idx" ON "pages_rels" USING btree ("tenant_id","pages_id","locale");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_forms_id_idx" ON "pages_rels" USING btree ("tenant_id","forms_id","locale");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_media_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","media_id","locale");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_pages_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","pages_id","locale");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_forms_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","forms_id","locale");`))
  // What is written is in the main language of its space. Forced row-level security shows the owner nothing: opened for the move.
  await db.execute(sql.raw(`alter table "tenants" no force row level security;
alter table "pages" no force row level security;
alter table "_pages_v" no force row level security;
alter table "media" no force row level security;
alter table "site_settings" no force row level security;
alter table "site_menu" no force row level security;
alter table "site_submenu" no force row level security;
alter table "site_footer_columns" no force row level security;
alter table "site_footer_links" no force row level security;
alter table "forms" no force row level security;
alter table "forms_emails" no force row level security;
alter table "pages_rels" no force row level security;
alter table "_pages_v_rels" no force row level security;`))
  await db.execute(sql.raw(`update tenants t set default_locale = coalesce(
  (select e from unnest(enum_range(null::enum_tenants_default_locale)) e where lower(e::text) = lower(t.settings ->> 'locale')),
  (select e from unnest(enum_range(null::enum_tenants_default_locale)) e where e::text = lower(split_part(t.settings ->> 'locale', '-', 1))),
  'en'
);`))
  await db.execute(sql.raw(`insert into pages_locales (_locale, _parent_id, tenant_id, title, layout, meta_title, meta_description, slug, path)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.title, s.layout, s.meta_title, s.meta_description, s.slug, s.path from pages s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into _pages_v_locales (_locale, _parent_id, tenant_id, version_title, version_layout, version_meta_title, version_meta_description, version_slug, version_path)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.version_title, s.version_layout, s.version_meta_title, s.version_meta_description, s.version_slug, s.version_path from _pages_v s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into media_locales (_locale, _parent_id, tenant_id, alt, caption)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.alt, s.caption from media s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into site_settings_locales (_locale, _parent_id, tenant_id, tagline, description, header_call_to_action_link_label, footer_text)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.tagline, s.description, s.header_call_to_action_link_label, s.footer_text from site_settings s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into site_menu_locales (_locale, _parent_id, tenant_id, link_label)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.link_label from site_menu s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into site_submenu_locales (_locale, _parent_id, tenant_id, link_label)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.link_label from site_submenu s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into site_footer_columns_locales (_locale, _parent_id, tenant_id, heading)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.heading from site_footer_columns s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into site_footer_links_locales (_locale, _parent_id, tenant_id, link_label)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.link_label from site_footer_links s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into forms_locales (_locale, _parent_id, tenant_id, submit_button_label, confirmation_message, confirmation_mail_subject, confirmation_mail_message, consent_text)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.submit_button_label, s.confirmation_message, s.confirmation_mail_subject, s.confirmation_mail_message, s.consent_text from forms s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`insert into forms_emails_locales (_locale, _parent_id, tenant_id, subject, message)
select t.default_locale::text::_locales, s.id, s.tenant_id, s.subject, s.message from forms_emails s join tenants t on t.id = s.tenant_id;`))
  await db.execute(sql.raw(`update pages_rels r set locale = t.default_locale::text::_locales from tenants t where t.id = r.tenant_id and r.path = 'references';`))
  await db.execute(sql.raw(`update _pages_v_rels r set locale = t.default_locale::text::_locales from tenants t where t.id = r.tenant_id and r.path = 'version.references';`))
  // A field of a form's block keeps its translations in itself, as an object by language.
  await db.execute(sql.raw(`update forms f set fields = (
  select coalesce(jsonb_agg(b.block
    || case when jsonb_typeof(b.block -> 'label') = 'string' then jsonb_build_object('label', jsonb_build_object(t.default_locale::text, b.block -> 'label')) else '{}' end
    || case when b.block ->> 'blockType' = 'step' and jsonb_typeof(b.block -> 'title') = 'string' then jsonb_build_object('title', jsonb_build_object(t.default_locale::text, b.block -> 'title')) else '{}' end
    || case when jsonb_typeof(b.block -> 'message') = 'object' then jsonb_build_object('message', jsonb_build_object(t.default_locale::text, b.block -> 'message')) else '{}' end
    || case when b.block ->> 'blockType' in ('select', 'text', 'textarea') and jsonb_typeof(b.block -> 'defaultValue') = 'string' then jsonb_build_object('defaultValue', jsonb_build_object(t.default_locale::text, b.block -> 'defaultValue')) else '{}' end
    || case when jsonb_typeof(b.block -> 'options') = 'array' then jsonb_build_object('options', (
      select coalesce(jsonb_agg(o.choice || case when jsonb_typeof(o.choice -> 'label') = 'string'
        then jsonb_build_object('label', jsonb_build_object(t.default_locale::text, o.choice -> 'label')) else '{}' end order by o.n), '[]')
      from jsonb_array_elements(b.block -> 'options') with ordinality as o(choice, n)
    )) else '{}' end
    order by b.n), '[]')
  from jsonb_array_elements(f.fields) with ordinality as b(block, n)
) from tenants t where t.id = f.tenant_id and jsonb_typeof(f.fields) = 'array';`))
  await db.execute(sql.raw(`alter table "tenants" force row level security;
alter table "pages" force row level security;
alter table "_pages_v" force row level security;
alter table "media" force row level security;
alter table "site_settings" force row level security;
alter table "site_menu" force row level security;
alter table "site_submenu" force row level security;
alter table "site_footer_columns" force row level security;
alter table "site_footer_links" force row level security;
alter table "forms" force row level security;
alter table "forms_emails" force row level security;
alter table "pages_rels" force row level security;
alter table "_pages_v_rels" force row level security;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP COLUMN "title";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP COLUMN "layout";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP COLUMN "meta_title";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP COLUMN "meta_description";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP COLUMN "slug";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP COLUMN "path";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "version_title";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "version_layout";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "version_meta_title";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "version_meta_description";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "version_slug";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "version_path";`))
  await db.execute(sql.raw(`ALTER TABLE "media" DROP COLUMN "alt";`))
  await db.execute(sql.raw(`ALTER TABLE "media" DROP COLUMN "caption";`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu" DROP COLUMN "link_label";`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu" DROP COLUMN "link_label";`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links" DROP COLUMN "link_label";`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_columns" DROP COLUMN "heading";`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" DROP COLUMN "tagline";`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" DROP COLUMN "description";`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" DROP COLUMN "header_call_to_action_link_label";`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" DROP COLUMN "footer_text";`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails" DROP COLUMN "subject";`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails" DROP COLUMN "message";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "submit_button_label";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "confirmation_message";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "confirmation_mail_subject";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "confirmation_mail_message";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "consent_text";`))
  await db.execute(sql.raw(`CREATE POLICY "pages_locales_platform_all" ON "pages_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "pages_locales_tenant_all" ON "pages_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "_pages_v_locales_platform_all" ON "_pages_v_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "_pages_v_locales_tenant_all" ON "_pages_v_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "media_locales_platform_all" ON "media_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "media_locales_tenant_all" ON "media_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_submenu_locales_platform_all" ON "site_submenu_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_submenu_locales_tenant_all" ON "site_submenu_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_menu_locales_platform_all" ON "site_menu_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_menu_locales_tenant_all" ON "site_menu_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_footer_links_locales_platform_all" ON "site_footer_links_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_footer_links_locales_tenant_all" ON "site_footer_links_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_footer_columns_locales_platform_all" ON "site_footer_columns_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_footer_columns_locales_tenant_all" ON "site_footer_columns_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_settings_locales_platform_all" ON "site_settings_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_settings_locales_tenant_all" ON "site_settings_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "tenant_locales_platform_all" ON "tenant_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "tenant_locales_tenant_all" ON "tenant_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "forms_emails_locales_platform_all" ON "forms_emails_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "forms_emails_locales_tenant_all" ON "forms_emails_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "forms_locales_platform_all" ON "forms_locales" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "forms_locales_tenant_all" ON "forms_locales" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`-- The language that an address of a site is in: the one whose prefix it has, else the main one.
create or replace function atrium_address_locale(space uuid, address text) returns _locales
language sql stable as $$
  select coalesce(
    (select o.value::text::_locales from tenant_locales o
      where o.parent_id = t.id and o.value::text <> t.default_locale::text
        and starts_with(address || '/', '/' || lower(o.value::text) || '/')),
    t.default_locale::text::_locales)
  from tenants t where t.id = space
$$;`))
  await db.execute(sql.raw(`-- The language in which a space writes first, and which stands in for a translation that is missing.
create or replace function atrium_default_locale(tenant uuid) returns _locales
language sql stable as $$
  select t.default_locale::text::_locales from tenants t where t.id = tenant
$$;`))
  await db.execute(sql.raw(`-- The address of a page in a language: its slug below those of the pages above it, each in that language, or in the space's own one
-- where it has no translation. What is \`home\` in the space's own language is the start page in all of them.
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
$$;`))
  await db.execute(sql.raw(`-- The page at an address of a site, as it is written in the address line: one that is published, if there is one. A page that is not
-- translated is at its main path behind the prefix of a language.
create or replace function atrium_page_at(space uuid, address text) returns uuid
language plpgsql stable as $$
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
$$;`))
  await db.execute(sql.raw(`-- For triggers on statements, whose rows are in \`changed\`, and for an update as they were in \`before\`. The addresses that depend
-- on a slug follow in the same transaction.
create or replace function atrium_page_children() returns trigger
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`-- The addresses of a page and of those below it, in every language: what is not right any more is written, which makes
-- atrium_page_path work it out.
create or replace function atrium_page_follow(page uuid) returns void
language sql as $$
  with recursive below as (
    select page as id
    union all
    select p.id from pages p join below b on p.parent_id = b.id
  )
  update pages_locales l set slug = l.slug from below b
  where l._parent_id = b.id and l.path is distinct from atrium_page_address(l._parent_id, l._locale, l.slug)
$$;`))
  await db.execute(sql.raw(`-- What stands in the address line for a path in a language: the main language has no prefix. Null where the space does not offer
-- the language: then nobody has come by it.
create or replace function atrium_page_href(space uuid, locale _locales, path text) returns text
language sql stable as $$
  select case
    when t.default_locale::text = locale::text then lower(path)
    when exists (select from tenant_locales o where o.parent_id = t.id and o.value::text = locale::text)
      then lower('/' || locale::text || case when path = '/' then '' else path end)
  end
  from tenants t where t.id = space
$$;`))
  await db.execute(sql.raw(`-- A published page that has another address in a language when the transaction ends leaves a redirect to itself at the old one: to
-- the page, not to its address, so that later moves need no chain. Deferred, since Payload deletes all translations of a page on
-- each save and writes them anew.
create or replace function atrium_page_moved() returns trigger
language plpgsql as $$
declare
  known boolean;
  address text;
begin
  if tg_op <> 'DELETE' then
    perform atrium_page_settled(new._parent_id, new._locale);
  end if;
  -- Written by this transaction: nobody has come by it. The start page stays where it is, whichever page it is.
  if tg_op = 'INSERT' or old.path is null or old.path = '/' or old.xmin::text::bigint = (pg_current_xact_id()::text::bigint & 4294967295) then
    return null;
  end if;
  select
    coalesce(
      (nullif(current_setting('atrium.known_pages', true), '')::jsonb ->> p.id::text)::boolean,
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
$$;`))
  await db.execute(sql.raw(`-- Writes the address of a translation, whatever it was sent with.
create or replace function atrium_page_path() returns trigger
language plpgsql as $$
begin
  -- See atrium_page_tree: what is written here depends on the pages above, and those below on it.
  if tg_op = 'INSERT' or new.slug is distinct from old.slug then
    perform pg_advisory_xact_lock(hashtextextended('pages:' || p.tenant_id, 0)) from pages p where p.id = new._parent_id;
  end if;
  new.path := atrium_page_address(new._parent_id, new._locale, new.slug);
  return new;
end;
$$;`))
  await db.execute(sql.raw(`-- A page that stands below another one, or goes to the trash or comes back: the addresses from it on are others.
create or replace function atrium_page_placed() returns trigger
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`-- For atrium_page_settled, when the transaction ends.
create or replace function atrium_page_published() returns trigger
language plpgsql as $$
begin
  perform atrium_page_settled(new.id, l._locale) from pages_locales l where l._parent_id = new.id;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- A published page wins its address in a language from a redirect, so that moving back leaves no circle.
create or replace function atrium_page_settled(page uuid, locale _locales) returns void
language sql as $$
  delete from redirects r using pages p, pages_locales l
  where p.id = page and p._status = 'published' and l._parent_id = p.id and l._locale = locale
    and r.tenant_id = p.tenant_id and r."from" = atrium_page_href(p.tenant_id, locale, l.path)
$$;`))
  await db.execute(sql.raw(`-- Notes, until the transaction ends, whether visitors knew a page before it: once it is published, its row does not tell. See
-- atrium_page_moved.
create or replace function atrium_page_status() returns trigger
language plpgsql as $$
declare
  noted jsonb := coalesce(nullif(current_setting('atrium.known_pages', true), ''), '{}');
begin
  if not noted ? old.id::text then
    perform set_config('atrium.known_pages', (noted || jsonb_build_object(
      old.id, old._status = 'published' and coalesce(old.published_at <= now(), true)
    ))::text, true);
  end if;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- What holds of the tree of pages, whoever writes it. Runs as the invoker: a parent in another tenant is not there.
create or replace function atrium_page_tree() returns trigger
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`-- Refuses a redirect that would never be followed, or for ever. Runs after the statement, so that an import is judged by what
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
$$;`))
  await db.execute(sql.raw(`create or replace function atrium_search_form(space uuid, form uuid) returns void
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
  perform atrium_search_put(
    l.tenant_id, 'form-submissions', l.id, atrium_default_locale(l.tenant_id), false, true, l.summary, null, answers, null, null, null
  );
end;
$$;`))
  await db.execute(sql.raw(`create or replace function atrium_search_media(space uuid, medium uuid) returns void
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`-- What search knows of a page, in each of its languages: what visitors see of it, and, where that is something else, what its
-- editors work on.
create or replace function atrium_search_page(space uuid, page uuid) returns void
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`-- Writes what search knows of one document in one language: title over headings over body over what search engines are told. Words
-- are kept as they are written, too, for suggestions; those of published pages only, since strangers get them suggested.
create or replace function atrium_search_put(
  tenant uuid, kind text, document uuid, locale _locales, published boolean, working boolean,
  title text, headings text, body text, seo text, path text, visible_from timestamptz
) returns void
language plpgsql as $$
#variable_conflict use_column
declare
  language regconfig := atrium_space_language(tenant, locale::text);
begin
  -- A vector holds a megabyte at most, and nobody reads on for longer.
  body := left(regexp_replace(coalesce(body, ''), '\\s+', ' ', 'g'), 100000);
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
$$;`))
  await db.execute(sql.raw(`-- For triggers on statements that write translations, which are in \`changed\`, and for an update as they were in \`before\`: argument 1
-- is the function that looks at the document, argument 2 the table that the translations hang from.
create or replace function atrium_search_translated() returns trigger
language plpgsql as $$
declare
  document record;
begin
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
$$;`))
  await db.execute(sql.raw(`-- The text search configuration of a language in a space: the one that the space chose is that of its main language.
create or replace function atrium_space_language(tenant uuid, locale text) returns regconfig
language sql stable as $$
  select atrium_search_language(locale, case when t.default_locale::text = locale then t.settings ->> 'searchLanguage' end)
  from tenants t where t.id = tenant
$$;`))
  await db.execute(sql.raw(`-- Another main language stands in for other translations: the addresses of all pages are looked at again.
create or replace function atrium_space_locale() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('pages:' || new.id, 0));
  update pages_locales l set slug = l.slug
  where l.tenant_id = new.id and l.path is distinct from atrium_page_address(l._parent_id, l._locale, l.slug);
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- A JSON document with one translation in the place of all: Payload keeps those of a field of a block as an object by language,
-- {"label": {"de": "Ihr Name", "en": "Your name"}}.
create or replace function atrium_translation(document jsonb, locale _locales, main _locales) returns jsonb
language plpgsql immutable parallel safe as $$
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
$$;`))
  await db.execute(sql.raw(`alter table "_pages_v_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "forms_emails_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "forms_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "media_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "pages_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "site_footer_columns_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "site_footer_links_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "site_menu_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "site_settings_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "site_submenu_locales" force row level security;`))
  await db.execute(sql.raw(`alter table "tenant_locales" force row level security;`))
  await db.execute(sql.raw(`revoke all on "_pages_v_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "_pages_v_locales" to atrium_platform;
grant select, insert, update, delete on "_pages_v_locales" to atrium_tenant;
grant usage on sequence "_pages_v_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms_emails_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "forms_emails_locales" to atrium_platform;
grant select, insert, update, delete on "forms_emails_locales" to atrium_tenant;
grant usage on sequence "forms_emails_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "forms_locales" to atrium_platform;
grant select, insert, update, delete on "forms_locales" to atrium_tenant;
grant usage on sequence "forms_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "media_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "media_locales" to atrium_platform;
grant select, insert, update, delete on "media_locales" to atrium_tenant;
grant usage on sequence "media_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "pages_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "pages_locales" to atrium_platform;
grant select, insert, update, delete on "pages_locales" to atrium_tenant;
grant usage on sequence "pages_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_footer_columns_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_footer_columns_locales" to atrium_platform;
grant select, insert, update, delete on "site_footer_columns_locales" to atrium_tenant;
grant usage on sequence "site_footer_columns_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_footer_links_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_footer_links_locales" to atrium_platform;
grant select, insert, update, delete on "site_footer_links_locales" to atrium_tenant;
grant usage on sequence "site_footer_links_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_menu_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_menu_locales" to atrium_platform;
grant select, insert, update, delete on "site_menu_locales" to atrium_tenant;
grant usage on sequence "site_menu_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_settings_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_settings_locales" to atrium_platform;
grant select, insert, update, delete on "site_settings_locales" to atrium_tenant;
grant usage on sequence "site_settings_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_submenu_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "site_submenu_locales" to atrium_platform;
grant select, insert, update, delete on "site_submenu_locales" to atrium_tenant;
grant usage on sequence "site_submenu_locales_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "tenant_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "tenant_locales" to atrium_platform;
grant select, insert, update, delete on "tenant_locales" to atrium_tenant;`))
  await db.execute(sql.raw(`create or replace trigger "_pages_v_locales_touch" before update on "_pages_v_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "forms_emails_locales_touch" before update on "forms_emails_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "forms_locales_touch" before update on "forms_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "media_locales_touch" before update on "media_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "pages_locales_touch" before update on "pages_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_footer_columns_locales_touch" before update on "site_footer_columns_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_footer_links_locales_touch" before update on "site_footer_links_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_menu_locales_touch" before update on "site_menu_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_settings_locales_touch" before update on "site_settings_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_submenu_locales_touch" before update on "site_submenu_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "tenant_locales_touch" before update on "tenant_locales" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace function atrium__pages_v_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "_pages_v" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "_pages_v_locales_tenant" before insert or update on "_pages_v_locales" for each row execute function atrium__pages_v_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_forms_emails_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "forms_emails" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "forms_emails_locales_tenant" before insert or update on "forms_emails_locales" for each row execute function atrium_forms_emails_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_forms_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "forms" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "forms_locales_tenant" before insert or update on "forms_locales" for each row execute function atrium_forms_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_media_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "media" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "media_locales_tenant" before insert or update on "media_locales" for each row execute function atrium_media_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_pages_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "pages" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "pages_locales_tenant" before insert or update on "pages_locales" for each row execute function atrium_pages_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_footer_columns_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_footer_columns" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_footer_columns_locales_tenant" before insert or update on "site_footer_columns_locales" for each row execute function atrium_site_footer_columns_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_footer_links_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_footer_links" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_footer_links_locales_tenant" before insert or update on "site_footer_links_locales" for each row execute function atrium_site_footer_links_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_menu_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_menu" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_menu_locales_tenant" before insert or update on "site_menu_locales" for each row execute function atrium_site_menu_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_settings_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_settings" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_settings_locales_tenant" before insert or update on "site_settings_locales" for each row execute function atrium_site_settings_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_submenu_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_submenu" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_submenu_locales_tenant" before insert or update on "site_submenu_locales" for each row execute function atrium_site_submenu_locales_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_tenant_locales_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.id from "tenants" p where p.id = new."parent_id");
  return new;
end; $$;
create or replace trigger "tenant_locales_tenant" before insert or update on "tenant_locales" for each row execute function atrium_tenant_locales_tenant();`))
  await db.execute(sql.raw(`create or replace trigger pages_status after update on pages
  for each row when ((old._status, old.published_at) is distinct from (new._status, new.published_at)) execute function atrium_page_status();
drop trigger if exists pages_published on pages;
create constraint trigger pages_published after update on pages deferrable initially deferred
  for each row when (old._status is distinct from new._status) execute function atrium_page_published();
drop trigger if exists pages_locales_moved on pages_locales;
create constraint trigger pages_locales_moved after insert or update or delete on pages_locales deferrable initially deferred
  for each row execute function atrium_page_moved();`))
  await db.execute(sql.raw(`create or replace trigger pages_tree before insert or update on pages
  for each row execute function atrium_page_tree();
create or replace trigger pages_placed after update on pages
  for each row when ((old.parent_id, old.deleted_at is null) is distinct from (new.parent_id, new.deleted_at is null))
  execute function atrium_page_placed();
create or replace trigger pages_locales_path before insert or update on pages_locales
  for each row execute function atrium_page_path();
create or replace trigger pages_locales_children_insert after insert on pages_locales
  referencing new table as changed for each statement execute function atrium_page_children();
create or replace trigger pages_locales_children_update after update on pages_locales
  referencing old table as before new table as changed for each statement execute function atrium_page_children();
create or replace trigger pages_locales_children_delete after delete on pages_locales
  referencing old table as changed for each statement execute function atrium_page_children();
create or replace trigger tenants_locale after update on tenants
  for each row when (old.default_locale is distinct from new.default_locale) execute function atrium_space_locale();`))
  await db.execute(sql.raw(`-- By trigger, so that no way of writing misses it. Translations are written by the statement: several languages, one look.
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
  for each row execute function atrium_search_changed('atrium_search_lead', '_parent_id');
create or replace trigger pages_locales_search_insert after insert on pages_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_locales_search_update after update on pages_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_locales_search_delete after delete on pages_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_page', 'pages');
create or replace trigger pages_v_locales_search_insert after insert on _pages_v_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger pages_v_locales_search_update after update on _pages_v_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger pages_v_locales_search_delete after delete on _pages_v_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_page', '_pages_v');
create or replace trigger media_locales_search_insert after insert on media_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger media_locales_search_update after update on media_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger media_locales_search_delete after delete on media_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_media', 'media');
create or replace trigger forms_locales_search_insert after insert on forms_locales
  referencing new table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
create or replace trigger forms_locales_search_update after update on forms_locales
  referencing old table as before new table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');
create or replace trigger forms_locales_search_delete after delete on forms_locales
  referencing old table as changed for each statement execute function atrium_search_translated('atrium_search_form', 'forms');`))
  await db.execute(sql.raw(`set local role atrium_platform;`))
  await db.execute(sql.raw(`delete from search_documents;`))
  await db.execute(sql.raw(`delete from search_words;`))
  await db.execute(sql.raw(`select count(atrium_search_page(tenant_id, id)) from pages;`))
  await db.execute(sql.raw(`select count(atrium_search_media(tenant_id, id)) from media;`))
  await db.execute(sql.raw(`select count(atrium_search_form(tenant_id, id)) from forms;`))
  await db.execute(sql.raw(`select count(atrium_search_lead(tenant_id, id)) from form_submissions;`))
  await db.execute(sql.raw(`reset role;`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists pages_status on pages; drop trigger if exists pages_published on pages; drop trigger if exists pages_locales_moved on pages_locales;`))
  await db.execute(sql.raw(`drop trigger if exists pages_tree on pages; drop trigger if exists pages_placed on pages; drop trigger if exists pages_locales_path on pages_locales; drop trigger if exists pages_locales_children_insert on pages_locales; drop trigger if exists pages_locales_children_update on pages_locales; drop trigger if exists pages_locales_children_delete on pages_locales; drop trigger if exists tenants_locale on tenants;`))
  await db.execute(sql.raw(`drop trigger if exists pages_search on pages; drop trigger if exists pages_locales_search_insert on pages_locales; drop trigger if exists pages_locales_search_update on pages_locales; drop trigger if exists pages_locales_search_delete on pages_locales; drop trigger if exists pages_v_search on _pages_v; drop trigger if exists pages_v_locales_search_insert on _pages_v_locales; drop trigger if exists pages_v_locales_search_update on _pages_v_locales; drop trigger if exists pages_v_locales_search_delete on _pages_v_locales; drop trigger if exists media_search on media; drop trigger if exists media_locales_search_insert on media_locales; drop trigger if exists media_locales_search_update on media_locales; drop trigger if exists media_locales_search_delete on media_locales; drop trigger if exists forms_search on forms; drop trigger if exists forms_locales_search_insert on forms_locales; drop trigger if exists forms_locales_search_update on forms_locales; drop trigger if exists forms_locales_search_delete on forms_locales; drop trigger if exists form_submissions_search on form_submissions; drop trigger if exists form_submissions_data_search on form_submissions_submission_data;`))
  await db.execute(sql.raw(`drop function if exists atrium_search_put(uuid, text, uuid, _locales, boolean, boolean, text, text, text, text, text, timestamptz);`))
  await db.execute(sql.raw(`drop trigger if exists "tenant_locales_tenant" on "tenant_locales";
drop function if exists atrium_tenant_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_submenu_locales_tenant" on "site_submenu_locales";
drop function if exists atrium_site_submenu_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_settings_locales_tenant" on "site_settings_locales";
drop function if exists atrium_site_settings_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_menu_locales_tenant" on "site_menu_locales";
drop function if exists atrium_site_menu_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_footer_links_locales_tenant" on "site_footer_links_locales";
drop function if exists atrium_site_footer_links_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_footer_columns_locales_tenant" on "site_footer_columns_locales";
drop function if exists atrium_site_footer_columns_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "pages_locales_tenant" on "pages_locales";
drop function if exists atrium_pages_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "media_locales_tenant" on "media_locales";
drop function if exists atrium_media_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "forms_locales_tenant" on "forms_locales";
drop function if exists atrium_forms_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "forms_emails_locales_tenant" on "forms_emails_locales";
drop function if exists atrium_forms_emails_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "_pages_v_locales_tenant" on "_pages_v_locales";
drop function if exists atrium__pages_v_locales_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "tenant_locales_touch" on "tenant_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "site_submenu_locales_touch" on "site_submenu_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "site_settings_locales_touch" on "site_settings_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "site_menu_locales_touch" on "site_menu_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "site_footer_links_locales_touch" on "site_footer_links_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "site_footer_columns_locales_touch" on "site_footer_columns_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "pages_locales_touch" on "pages_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "media_locales_touch" on "media_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "forms_locales_touch" on "forms_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "forms_emails_locales_touch" on "forms_emails_locales";`))
  await db.execute(sql.raw(`drop trigger if exists "_pages_v_locales_touch" on "_pages_v_locales";`))
  await db.execute(sql.raw(`revoke all on "tenant_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_submenu_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_settings_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_menu_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_footer_links_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_footer_columns_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "pages_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "media_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "forms_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "forms_emails_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "_pages_v_locales" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`alter table "tenant_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_submenu_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_settings_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_menu_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_footer_links_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_footer_columns_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "pages_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "media_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "forms_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "forms_emails_locales" no force row level security;`))
  await db.execute(sql.raw(`alter table "_pages_v_locales" no force row level security;`))
  await db.execute(sql.raw(`drop function if exists atrium_translation(jsonb, _locales, _locales);`))
  await db.execute(sql.raw(`drop function if exists atrium_space_locale();`))
  await db.execute(sql.raw(`drop function if exists atrium_space_language(uuid, text);`))
  await db.execute(sql.raw(`drop function if exists atrium_search_translated();`))
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
  if p.id is null or p.deleted_at is not null then
    delete from search_documents where tenant_id = space and kind = 'pages' and document_id = page::text;
    return;
  end if;
  select * into v from _pages_v where parent_id = page and latest order by updated_at desc limit 1;
  -- Below a page in the trash it has no address.
  is_published := p._status = 'published' and p.path is not null;
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
  await db.execute(sql.raw(`create or replace function atrium_search_media(space uuid, medium uuid) returns void
language plpgsql as $$
declare
  m media;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into m from media where id = medium for no key update;
  if m.id is null or m.deleted_at is not null then
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
  await db.execute(sql.raw(`create or replace function atrium_search_form(space uuid, form uuid) returns void
language plpgsql as $$
declare
  f forms;
begin
  -- Locked: whoever reads the older state would write it over the newer one.
  select * into f from forms where id = form for no key update;
  if f.id is null or f.deleted_at is not null then
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
  await db.execute(sql.raw(`-- Refuses a redirect that would never be followed, or for ever. Runs after the statement, so that an import is judged by what
-- it leaves behind. A redirect to a page ends there: only addresses are followed. COLUMN names the field for people.
create or replace function atrium_redirect_check() returns trigger
language plpgsql as $$
declare
  step text;
  steps int := 0;
begin
  if exists (select from pages p where p.tenant_id = new.tenant_id and p.path = new."from" and p._status = 'published') then
    raise exception 'a published page hides the redirect' using errcode = 'AT001', column = 'from',
      hint = 'A published page has this address, so nobody would be redirected. Rename or unpublish the page first.';
  end if;
  if exists (select from pages p where p.tenant_id = new.tenant_id and p.path = new."from" and p.id = new.to_reference_id) then
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
$$;`))
  await db.execute(sql.raw(`drop function if exists atrium_page_tree();`))
  await db.execute(sql.raw(`drop function if exists atrium_page_status();`))
  await db.execute(sql.raw(`drop function if exists atrium_page_settled(uuid, _locales);`))
  await db.execute(sql.raw(`drop function if exists atrium_page_published();`))
  await db.execute(sql.raw(`drop function if exists atrium_page_placed();`))
  await db.execute(sql.raw(`-- The full address of a page, from its parent's. Runs as the invoker: a parent in another tenant is not there.
create or replace function atrium_page_path() returns trigger
language plpgsql as $$
declare
  base text := '';
  ancestor uuid := new.parent_id;
  depth int := 0;
  hidden boolean := new.deleted_at is not null;
  trashed boolean;
begin
  -- Two moves at once could make a circle, and a page that is made meanwhile would miss the move: one at a time in a space.
  if tg_op = 'INSERT' or (new.parent_id, new.slug, new.deleted_at) is distinct from (old.parent_id, old.slug, old.deleted_at) then
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
    select p.parent_id, p.deleted_at is not null into ancestor, trashed from pages p where p.id = ancestor;
    hidden := hidden or coalesce(trashed, false);
  end loop;
  if new.parent_id is not null then
    select case when p.path = '/' then '' else coalesce(p.path, '') end into base from pages p where p.id = new.parent_id;
  end if;
  new.path := case
    -- In the trash, or below a page that is: the address is free for others.
    when new.slug is null or hidden then null
    when new.parent_id is null and new.slug = 'home' then '/'
    else base || '/' || new.slug
  end;
  return new;
end;
$$;`))
  await db.execute(sql.raw(`-- A published page that gets another address leaves a redirect to itself at the old one: to the page, not to its address, so that
-- later moves need no chain. A published page wins its address from a redirect, so moving back leaves no circle.
create or replace function atrium_page_moved() returns trigger
language plpgsql as $$
begin
  if new._status = 'published' then
    delete from redirects r where r.tenant_id = new.tenant_id and r."from" = lower(new.path);
  end if;
  if tg_op = 'INSERT' then
    return null;
  end if;
  if new.path <> old.path and old.path <> '/'
    -- Visitors knew the address,
    and old._status = 'published' and coalesce(old.published_at <= now(), true)
    -- and no other page has it since, in the same statement.
    and not exists (select from pages p where p.tenant_id = new.tenant_id and p.path = old.path and p._status = 'published')
  then
    insert into redirects (id, tenant_id, "from", to_type, to_reference_id, type, origin)
    values (gen_random_uuid(), new.tenant_id, lower(old.path), 'reference', new.id, '301', 'move')
    on conflict (tenant_id, "from") do update set
      to_type = excluded.to_type, to_reference_id = excluded.to_reference_id, to_url = null, type = excluded.type, origin = excluded.origin;
  end if;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`drop function if exists atrium_page_href(uuid, _locales, text);`))
  await db.execute(sql.raw(`drop function if exists atrium_page_follow(uuid);`))
  await db.execute(sql.raw(`-- The addresses of the pages below follow in the same transaction: each is written, which makes atrium_page_path work it out.
create or replace function atrium_page_children() returns trigger
language plpgsql as $$
begin
  update pages set parent_id = parent_id where parent_id = new.id;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`drop function if exists atrium_page_at(uuid, text);`))
  await db.execute(sql.raw(`drop function if exists atrium_page_address(uuid, _locales, text);`))
  await db.execute(sql.raw(`drop function if exists atrium_default_locale(uuid);`))
  await db.execute(sql.raw(`drop function if exists atrium_address_locale(uuid, text);`))
  // Back come the texts in the main language of each space; other translations are lost.
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD COLUMN "title" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD COLUMN "layout" jsonb;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD COLUMN "meta_title" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD COLUMN "meta_description" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD COLUMN "slug" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD COLUMN "path" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "version_title" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "version_layout" jsonb;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "version_meta_title" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "version_meta_description" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "version_slug" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "version_path" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "media" ADD COLUMN "alt" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "media" ADD COLUMN "caption" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu" ADD COLUMN "link_label" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu" ADD COLUMN "link_label" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links" ADD COLUMN "link_label" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_columns" ADD COLUMN "heading" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD COLUMN "tagline" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD COLUMN "description" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD COLUMN "header_call_to_action_link_label" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD COLUMN "footer_text" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails" ADD COLUMN "subject" varchar DEFAULT 'You''ve received a new message.';`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails" ADD COLUMN "message" jsonb;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "submit_button_label" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "confirmation_message" jsonb;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "confirmation_mail_subject" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "confirmation_mail_message" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "consent_text" varchar;`))
  await db.execute(sql.raw(`alter table "tenants" no force row level security;
alter table "pages" no force row level security;
alter table "_pages_v" no force row level security;
alter table "media" no force row level security;
alter table "site_settings" no force row level security;
alter table "site_menu" no force row level security;
alter table "site_submenu" no force row level security;
alter table "site_footer_columns" no force row level security;
alter table "site_footer_links" no force row level security;
alter table "forms" no force row level security;
alter table "forms_emails" no force row level security;
alter table "pages_rels" no force row level security;
alter table "_pages_v_rels" no force row level security;`))
  await db.execute(sql.raw(`update pages s set title = l.title, layout = l.layout, meta_title = l.meta_title, meta_description = l.meta_description, slug = l.slug, path = l.path from pages_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update _pages_v s set version_title = l.version_title, version_layout = l.version_layout, version_meta_title = l.version_meta_title, version_meta_description = l.version_meta_description, version_slug = l.version_slug, version_path = l.version_path from _pages_v_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update media s set alt = l.alt, caption = l.caption from media_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update site_settings s set tagline = l.tagline, description = l.description, header_call_to_action_link_label = l.header_call_to_action_link_label, footer_text = l.footer_text from site_settings_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update site_menu s set link_label = l.link_label from site_menu_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update site_submenu s set link_label = l.link_label from site_submenu_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update site_footer_columns s set heading = l.heading from site_footer_columns_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update site_footer_links s set link_label = l.link_label from site_footer_links_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update forms s set submit_button_label = l.submit_button_label, confirmation_message = l.confirmation_message, confirmation_mail_subject = l.confirmation_mail_subject, confirmation_mail_message = l.confirmation_mail_message, consent_text = l.consent_text from forms_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update forms_emails s set subject = l.subject, message = l.message from forms_emails_locales l join tenants t on t.id = l.tenant_id
where l._parent_id = s.id and l._locale::text = t.default_locale::text;`))
  await db.execute(sql.raw(`update forms f set fields = (
  select coalesce(jsonb_agg(b.block
    || case when jsonb_typeof(b.block -> 'label') = 'object' then jsonb_build_object('label', b.block -> 'label' -> t.default_locale::text) else '{}' end
    || case when b.block ->> 'blockType' = 'step' and jsonb_typeof(b.block -> 'title') = 'object' then jsonb_build_object('title', b.block -> 'title' -> t.default_locale::text) else '{}' end
    || case when jsonb_typeof(b.block -> 'message') = 'object' then jsonb_build_object('message', b.block -> 'message' -> t.default_locale::text) else '{}' end
    || case when b.block ->> 'blockType' in ('select', 'text', 'textarea') and jsonb_typeof(b.block -> 'defaultValue') = 'object' then jsonb_build_object('defaultValue', b.block -> 'defaultValue' -> t.default_locale::text) else '{}' end
    || case when jsonb_typeof(b.block -> 'options') = 'array' then jsonb_build_object('options', (
      select coalesce(jsonb_agg(o.choice || case when jsonb_typeof(o.choice -> 'label') = 'object'
        then jsonb_build_object('label', o.choice -> 'label' -> t.default_locale::text) else '{}' end order by o.n), '[]')
      from jsonb_array_elements(b.block -> 'options') with ordinality as o(choice, n)
    )) else '{}' end
    order by b.n), '[]')
  from jsonb_array_elements(f.fields) with ordinality as b(block, n)
) from tenants t where t.id = f.tenant_id and jsonb_typeof(f.fields) = 'array';`))
  await db.execute(sql.raw(`delete from pages_rels r using tenants t where t.id = r.tenant_id and r.locale is not null and r.locale::text <> t.default_locale::text;`))
  await db.execute(sql.raw(`delete from _pages_v_rels r using tenants t where t.id = r.tenant_id and r.locale is not null and r.locale::text <> t.default_locale::text;`))
  await db.execute(sql.raw(`update "media" set "alt" = '' where "alt" is null;`))
  await db.execute(sql.raw(`ALTER TABLE "media" ALTER COLUMN "alt" SET NOT NULL;`))
  await db.execute(sql.raw(`update "site_submenu" set "link_label" = '' where "link_label" is null;`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu" ALTER COLUMN "link_label" SET NOT NULL;`))
  await db.execute(sql.raw(`update "site_menu" set "link_label" = '' where "link_label" is null;`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu" ALTER COLUMN "link_label" SET NOT NULL;`))
  await db.execute(sql.raw(`update "site_footer_links" set "link_label" = '' where "link_label" is null;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links" ALTER COLUMN "link_label" SET NOT NULL;`))
  await db.execute(sql.raw(`update "site_footer_columns" set "heading" = '' where "heading" is null;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_columns" ALTER COLUMN "heading" SET NOT NULL;`))
  await db.execute(sql.raw(`update "forms_emails" set "subject" = '' where "subject" is null;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails" ALTER COLUMN "subject" SET NOT NULL;`))
  await db.execute(sql.raw(`alter table "tenants" force row level security;
alter table "pages" force row level security;
alter table "_pages_v" force row level security;
alter table "media" force row level security;
alter table "site_settings" force row level security;
alter table "site_menu" force row level security;
alter table "site_submenu" force row level security;
alter table "site_footer_columns" force row level security;
alter table "site_footer_links" force row level security;
alter table "forms" force row level security;
alter table "forms_emails" force row level security;
alter table "pages_rels" force row level security;
alter table "_pages_v_rels" force row level security;`))
  await db.execute(sql.raw(`ALTER TABLE "pages_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "media_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_columns_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "tenant_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_locales" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "pages_locales_platform_all" ON "pages_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "pages_locales_tenant_all" ON "pages_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "pages_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "_pages_v_locales_platform_all" ON "_pages_v_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "_pages_v_locales_tenant_all" ON "_pages_v_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "_pages_v_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "media_locales_platform_all" ON "media_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "media_locales_tenant_all" ON "media_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "media_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_submenu_locales_platform_all" ON "site_submenu_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_submenu_locales_tenant_all" ON "site_submenu_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_submenu_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_menu_locales_platform_all" ON "site_menu_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_menu_locales_tenant_all" ON "site_menu_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_menu_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_footer_links_locales_platform_all" ON "site_footer_links_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_footer_links_locales_tenant_all" ON "site_footer_links_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_footer_links_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_footer_columns_locales_platform_all" ON "site_footer_columns_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_footer_columns_locales_tenant_all" ON "site_footer_columns_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_footer_columns_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_settings_locales_platform_all" ON "site_settings_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_settings_locales_tenant_all" ON "site_settings_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_settings_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "tenant_locales_platform_all" ON "tenant_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "tenant_locales_tenant_all" ON "tenant_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "tenant_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_emails_locales_platform_all" ON "forms_emails_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_emails_locales_tenant_all" ON "forms_emails_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "forms_emails_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_locales_platform_all" ON "forms_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_locales_tenant_all" ON "forms_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "forms_locales" CASCADE;`))
  await db.execute(sql.raw(`DROP INDEX "pages_rels_locale_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_snapshot_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_published_locale_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_rels_locale_idx";`))
  await db.execute(sql.raw(`DROP INDEX "pages_rels_media_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "pages_rels_pages_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "pages_rels_forms_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_rels_media_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_rels_pages_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_rels_forms_id_idx";`))
  await db.execute(sql.raw(`CREATE INDEX "pages_slug_idx" ON "pages" USING btree ("tenant_id","slug");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_path_idx" ON "pages" USING btree ("tenant_id","path");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_slug_idx" ON "_pages_v" USING btree ("tenant_id","version_slug");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_path_idx" ON "_pages_v" USING btree ("tenant_id","version_path");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_media_id_idx" ON "pages_rels" USING btree ("tenant_id","media_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_pages_id_idx" ON "pages_rels" USING btree ("tenant_id","pages_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_forms_id_idx" ON "pages_rels" USING btree ("tenant_id","forms_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_media_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","media_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_pages_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","pages_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_forms_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","forms_id");`))
  await db.execute(sql.raw(`ALTER TABLE "pages_rels" DROP COLUMN "locale";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "snapshot";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "published_locale";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_rels" DROP COLUMN "locale";`))
  await db.execute(sql.raw(`ALTER TABLE "tenants" DROP COLUMN "default_locale";`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP COLUMN "locale";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD CONSTRAINT "pages_tenant_path_key" UNIQUE("tenant_id","path");`))
  await db.execute(sql.raw(`DROP TYPE "public"."_locales";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum__pages_v_published_locale";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_tenant_locales";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_tenants_default_locale";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_form_submissions_locale";`))
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
  await db.execute(sql.raw(`create or replace trigger pages_path before insert or update on pages
  for each row execute function atrium_page_path();
create or replace trigger pages_children after update on pages
  for each row when (old.path is distinct from new.path) execute function atrium_page_children();`))
  await db.execute(sql.raw(`create or replace trigger pages_made after insert on pages
  for each row execute function atrium_page_moved();
create or replace trigger pages_moved after update on pages
  for each row when ((old.path, old._status) is distinct from (new.path, new._status)) execute function atrium_page_moved();`))
  await db.execute(sql.raw(`set local role atrium_platform;`))
  await db.execute(sql.raw(`delete from search_documents;`))
  await db.execute(sql.raw(`delete from search_words;`))
  await db.execute(sql.raw(`select count(atrium_search_page(tenant_id, id)) from pages;`))
  await db.execute(sql.raw(`select count(atrium_search_media(tenant_id, id)) from media;`))
  await db.execute(sql.raw(`select count(atrium_search_form(tenant_id, id)) from forms;`))
  await db.execute(sql.raw(`select count(atrium_search_lead(tenant_id, id)) from form_submissions;`))
  await db.execute(sql.raw(`reset role;`))
}
