import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = null

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_pages_status" AS ENUM('draft', 'published');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum__pages_v_version_status" AS ENUM('draft', 'published');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_site_social_platform" AS ENUM('instagram', 'facebook', 'linkedin', 'youtube', 'x', 'tiktok', 'mastodon', 'bluesky', 'threads', 'pinterest', 'vimeo', 'github', 'whatsapp', 'telegram', 'website');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_site_submenu_link_type" AS ENUM('page', 'url');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_site_menu_link_type" AS ENUM('page', 'url');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_site_footer_links_link_type" AS ENUM('page', 'url');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_site_font" AS ENUM('modern', 'grotesque', 'humanist', 'geometric', 'rounded', 'oldStyle', 'transitional', 'didone', 'slab', 'mono');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_site_body_font" AS ENUM('modern', 'grotesque', 'humanist', 'geometric', 'rounded', 'oldStyle', 'transitional', 'didone', 'slab', 'mono');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_site_corners" AS ENUM('sharp', 'soft', 'round');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_site_settings_header_call_to_action_link_type" AS ENUM('page', 'url');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_users_tenants_role" AS ENUM('owner', 'editor', 'author', 'viewer', 'member');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_users_platform_role" AS ENUM('platform-admin');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_tenants_industry_module" AS ENUM('coworking', 'studio', 'venue', 'education', 'other');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_tenants_plan" AS ENUM('starter', 'standard', 'premium');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_tenants_status" AS ENUM('active', 'suspended');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_forms_confirmation_type" AS ENUM('message', 'redirect');`))
  await db.execute(sql.raw(`CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"title" varchar,
	"layout" jsonb,
	"meta_title" varchar,
	"meta_description" varchar,
	"meta_image_id" uuid,
	"meta_no_index" boolean DEFAULT false,
	"slug" varchar,
	"parent_id" uuid,
	"path" varchar,
	"published_at" timestamp(3) with time zone,
	"created_by_id" uuid,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"_status" "enum_pages_status" DEFAULT 'draft',
	CONSTRAINT "pages_tenant_id_id_key" UNIQUE("tenant_id","id"),
	CONSTRAINT "pages_tenant_path_key" UNIQUE("tenant_id","path")
);`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "pages_rels" (
	"id" serial PRIMARY KEY NOT NULL,
	"order" integer,
	"parent_id" uuid NOT NULL,
	"path" varchar NOT NULL,
	"media_id" uuid,
	"pages_id" uuid,
	"forms_id" uuid,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pages_rels_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "pages_rels" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "_pages_v" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"tenant_id" uuid NOT NULL,
	"version_title" varchar,
	"version_layout" jsonb,
	"version_meta_title" varchar,
	"version_meta_description" varchar,
	"version_meta_image_id" uuid,
	"version_meta_no_index" boolean DEFAULT false,
	"version_slug" varchar,
	"version_parent_id" uuid,
	"version_path" varchar,
	"version_published_at" timestamp(3) with time zone,
	"version_created_by_id" uuid,
	"version_updated_at" timestamp(3) with time zone,
	"version_created_at" timestamp(3) with time zone,
	"version__status" "enum__pages_v_version_status" DEFAULT 'draft',
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"latest" boolean,
	"autosave" boolean,
	CONSTRAINT "_pages_v_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "_pages_v_rels" (
	"id" serial PRIMARY KEY NOT NULL,
	"order" integer,
	"parent_id" uuid NOT NULL,
	"path" varchar NOT NULL,
	"media_id" uuid,
	"pages_id" uuid,
	"forms_id" uuid,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "_pages_v_rels_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_rels" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"alt" varchar NOT NULL,
	"caption" varchar,
	"created_by_id" uuid,
	"prefix" varchar DEFAULT '',
	"_objectkey" varchar,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"url" varchar,
	"thumbnail_u_r_l" varchar,
	"filename" varchar,
	"mime_type" varchar,
	"filesize" numeric,
	"width" numeric,
	"height" numeric,
	"focal_x" numeric,
	"focal_y" numeric,
	"sizes_thumbnail_url" varchar,
	"sizes_thumbnail_width" numeric,
	"sizes_thumbnail_height" numeric,
	"sizes_thumbnail_mime_type" varchar,
	"sizes_thumbnail_filesize" numeric,
	"sizes_thumbnail_filename" varchar,
	"sizes_small_url" varchar,
	"sizes_small_width" numeric,
	"sizes_small_height" numeric,
	"sizes_small_mime_type" varchar,
	"sizes_small_filesize" numeric,
	"sizes_small_filename" varchar,
	"sizes_medium_url" varchar,
	"sizes_medium_width" numeric,
	"sizes_medium_height" numeric,
	"sizes_medium_mime_type" varchar,
	"sizes_medium_filesize" numeric,
	"sizes_medium_filename" varchar,
	"sizes_large_url" varchar,
	"sizes_large_width" numeric,
	"sizes_large_height" numeric,
	"sizes_large_mime_type" varchar,
	"sizes_large_filesize" numeric,
	"sizes_large_filename" varchar,
	"sizes_og_url" varchar,
	"sizes_og_width" numeric,
	"sizes_og_height" numeric,
	"sizes_og_mime_type" varchar,
	"sizes_og_filesize" numeric,
	"sizes_og_filename" varchar,
	CONSTRAINT "media_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "media" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_social" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"platform" "enum_site_social_platform" NOT NULL,
	"url" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_social_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_social" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_submenu" (
	"_order" integer NOT NULL,
	"_parent_id" varchar NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"link_type" "enum_site_submenu_link_type" DEFAULT 'page',
	"link_label" varchar NOT NULL,
	"link_page_id" uuid,
	"link_url" varchar,
	"link_new_tab" boolean DEFAULT false,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_submenu_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_menu" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"link_type" "enum_site_menu_link_type" DEFAULT 'page',
	"link_label" varchar NOT NULL,
	"link_page_id" uuid,
	"link_url" varchar,
	"link_new_tab" boolean DEFAULT false,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_menu_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_footer_links" (
	"_order" integer NOT NULL,
	"_parent_id" varchar NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"link_type" "enum_site_footer_links_link_type" DEFAULT 'page',
	"link_label" varchar NOT NULL,
	"link_page_id" uuid,
	"link_url" varchar,
	"link_new_tab" boolean DEFAULT false,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_footer_links_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_footer_columns" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"heading" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_footer_columns_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_columns" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "site_settings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"site_name" varchar NOT NULL,
	"tagline" varchar,
	"description" varchar,
	"logo_id" uuid,
	"favicon_id" uuid,
	"share_image_id" uuid,
	"theme_primary" varchar DEFAULT '#1f5f5b' NOT NULL,
	"theme_accent" varchar DEFAULT '#c8643c' NOT NULL,
	"theme_surface" varchar DEFAULT '#fbfaf7' NOT NULL,
	"theme_text" varchar DEFAULT '#1c2321' NOT NULL,
	"theme_heading_font" "enum_site_font" DEFAULT 'modern',
	"theme_body_font" "enum_site_body_font" DEFAULT 'modern',
	"theme_corners" "enum_site_corners" DEFAULT 'soft',
	"header_call_to_action_link_type" "enum_site_settings_header_call_to_action_link_type" DEFAULT 'page',
	"header_call_to_action_link_label" varchar,
	"header_call_to_action_link_page_id" uuid,
	"header_call_to_action_link_url" varchar,
	"header_call_to_action_link_new_tab" boolean DEFAULT false,
	"footer_text" varchar,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_settings_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "users_tenants" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"role" "enum_users_tenants_role" DEFAULT 'viewer' NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_tenants_parent_tenant_key" UNIQUE("_parent_id","tenant_id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "users_tenants" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "users_sessions" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"created_at" timestamp(3) with time zone,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "users_sessions" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"first_name" varchar,
	"last_name" varchar,
	"avatar_id" uuid,
	"profile" jsonb DEFAULT '{}'::jsonb,
	"is_active" boolean DEFAULT true,
	"last_login" timestamp(3) with time zone,
	"tenant_id" uuid,
	"platform_role" "enum_users_platform_role",
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"enable_a_p_i_key" boolean,
	"api_key" varchar,
	"api_key_index" varchar,
	"email" varchar NOT NULL,
	"reset_password_token" varchar,
	"reset_password_expiration" timestamp(3) with time zone,
	"salt" varchar,
	"hash" varchar,
	"reset_password_requested_at" timestamp(3) with time zone,
	"_verified" boolean,
	"_verificationtoken" varchar,
	"login_attempts" numeric DEFAULT 0,
	"lock_until" timestamp(3) with time zone
);`))
  await db.execute(sql.raw(`ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "tenants_domains" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"domain" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_domains_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "tenants_domains" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar NOT NULL,
	"slug" varchar NOT NULL,
	"industry_module" "enum_tenants_industry_module" DEFAULT 'other' NOT NULL,
	"plan" "enum_tenants_plan" DEFAULT 'starter' NOT NULL,
	"status" "enum_tenants_status" DEFAULT 'active' NOT NULL,
	"branding" jsonb DEFAULT '{}'::jsonb,
	"settings" jsonb DEFAULT '{"defaultCurrency":"EUR","locale":"en","timeZone":"UTC"}'::jsonb,
	"feature_toggles" jsonb DEFAULT '{}'::jsonb,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "countries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" varchar NOT NULL,
	"name" varchar NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "countries" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "currencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" varchar NOT NULL,
	"name" varchar NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "currencies" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "time_zones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" varchar NOT NULL,
	"name" varchar NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "time_zones" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "forms_emails" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"email_to" varchar,
	"cc" varchar,
	"bcc" varchar,
	"reply_to" varchar,
	"email_from" varchar,
	"subject" varchar DEFAULT 'You''ve received a new message.' NOT NULL,
	"message" jsonb,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forms_emails_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"title" varchar NOT NULL,
	"fields" jsonb,
	"submit_button_label" varchar,
	"confirmation_type" "enum_forms_confirmation_type" DEFAULT 'message',
	"confirmation_message" jsonb,
	"redirect_url" varchar,
	"created_by_id" uuid,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forms_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "form_submissions_submission_data" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"field" varchar NOT NULL,
	"value" varchar NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_submissions_submission_data_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions_submission_data" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "form_submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"summary" varchar,
	"form_id" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_submissions_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "payload_kv" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" varchar NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "payload_kv" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "payload_locked_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"global_slug" varchar,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"owner_id" uuid,
	"tenant_id" uuid
);`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "payload_locked_documents_rels" (
	"id" serial PRIMARY KEY NOT NULL,
	"order" integer,
	"parent_id" uuid NOT NULL,
	"path" varchar NOT NULL,
	"pages_id" uuid,
	"media_id" uuid,
	"site_settings_id" uuid,
	"tenants_id" uuid,
	"forms_id" uuid,
	"users_id" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "payload_preferences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" varchar,
	"value" jsonb,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"owner_id" uuid
);`))
  await db.execute(sql.raw(`ALTER TABLE "payload_preferences" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "payload_preferences_rels" (
	"id" serial PRIMARY KEY NOT NULL,
	"order" integer,
	"parent_id" uuid NOT NULL,
	"path" varchar NOT NULL,
	"users_id" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "payload_preferences_rels" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "payload_migrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" varchar,
	"batch" numeric,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"checksum" varchar
);`))
  await db.execute(sql.raw(`ALTER TABLE "payload_migrations" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD CONSTRAINT "pages_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD CONSTRAINT "pages_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD CONSTRAINT "pages_meta_image_id_tenant_fk" FOREIGN KEY ("tenant_id","meta_image_id") REFERENCES "public"."media"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD CONSTRAINT "pages_parent_id_tenant_fk" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_parent_fk" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_media_fk" FOREIGN KEY ("tenant_id","media_id") REFERENCES "public"."media"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_pages_fk" FOREIGN KEY ("tenant_id","pages_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_forms_fk" FOREIGN KEY ("tenant_id","forms_id") REFERENCES "public"."forms"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_parent_id_tenant_fk" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_parent_fk" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "public"."_pages_v"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_media_fk" FOREIGN KEY ("tenant_id","media_id") REFERENCES "public"."media"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_pages_fk" FOREIGN KEY ("tenant_id","pages_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_forms_fk" FOREIGN KEY ("tenant_id","forms_id") REFERENCES "public"."forms"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "media" ADD CONSTRAINT "media_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "media" ADD CONSTRAINT "media_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_social" ADD CONSTRAINT "site_social_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_settings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu" ADD CONSTRAINT "site_submenu_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_menu"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_submenu" ADD CONSTRAINT "site_submenu_link_page_id_tenant_fk" FOREIGN KEY ("tenant_id","link_page_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu" ADD CONSTRAINT "site_menu_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_settings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_menu" ADD CONSTRAINT "site_menu_link_page_id_tenant_fk" FOREIGN KEY ("tenant_id","link_page_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links" ADD CONSTRAINT "site_footer_links_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_footer_columns"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_links" ADD CONSTRAINT "site_footer_links_link_page_id_tenant_fk" FOREIGN KEY ("tenant_id","link_page_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_footer_columns" ADD CONSTRAINT "site_footer_columns_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."site_settings"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_logo_id_tenant_fk" FOREIGN KEY ("tenant_id","logo_id") REFERENCES "public"."media"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_favicon_id_tenant_fk" FOREIGN KEY ("tenant_id","favicon_id") REFERENCES "public"."media"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_share_image_id_tenant_fk" FOREIGN KEY ("tenant_id","share_image_id") REFERENCES "public"."media"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_header_call_to_action_link_page_id_tenant_fk" FOREIGN KEY ("tenant_id","header_call_to_action_link_page_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "users_tenants" ADD CONSTRAINT "users_tenants_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "users_tenants" ADD CONSTRAINT "users_tenants_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "users" ADD CONSTRAINT "users_avatar_id_tenant_fk" FOREIGN KEY ("tenant_id","avatar_id") REFERENCES "public"."media"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "tenants_domains" ADD CONSTRAINT "tenants_domains_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_emails" ADD CONSTRAINT "forms_emails_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."forms"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD CONSTRAINT "forms_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD CONSTRAINT "forms_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions_submission_data" ADD CONSTRAINT "form_submissions_submission_data_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."form_submissions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_form_id_tenant_fk" FOREIGN KEY ("tenant_id","form_id") REFERENCES "public"."forms"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_site_settings_fk" FOREIGN KEY ("site_settings_id") REFERENCES "public"."site_settings"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_tenants_fk" FOREIGN KEY ("tenants_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_forms_fk" FOREIGN KEY ("forms_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE INDEX "pages_tenant_idx" ON "pages" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_meta_meta_image_idx" ON "pages" USING btree ("tenant_id","meta_image_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_slug_idx" ON "pages" USING btree ("tenant_id","slug");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_parent_idx" ON "pages" USING btree ("tenant_id","parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_path_idx" ON "pages" USING btree ("tenant_id","path");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_created_by_idx" ON "pages" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_updated_at_idx" ON "pages" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_created_at_idx" ON "pages" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "pages__status_idx" ON "pages" USING btree ("tenant_id","_status");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_order_idx" ON "pages_rels" USING btree ("tenant_id","order");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_parent_idx" ON "pages_rels" USING btree ("parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_path_idx" ON "pages_rels" USING btree ("tenant_id","path");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_media_id_idx" ON "pages_rels" USING btree ("tenant_id","media_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_pages_id_idx" ON "pages_rels" USING btree ("tenant_id","pages_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_rels_forms_id_idx" ON "pages_rels" USING btree ("tenant_id","forms_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_parent_idx" ON "_pages_v" USING btree ("parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_tenant_idx" ON "_pages_v" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_meta_version_meta_image_idx" ON "_pages_v" USING btree ("tenant_id","version_meta_image_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_slug_idx" ON "_pages_v" USING btree ("tenant_id","version_slug");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_parent_idx" ON "_pages_v" USING btree ("tenant_id","version_parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_path_idx" ON "_pages_v" USING btree ("tenant_id","version_path");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_created_by_idx" ON "_pages_v" USING btree ("version_created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_updated_at_idx" ON "_pages_v" USING btree ("tenant_id","version_updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_created_at_idx" ON "_pages_v" USING btree ("tenant_id","version_created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version__status_idx" ON "_pages_v" USING btree ("tenant_id","version__status");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_created_at_idx" ON "_pages_v" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_updated_at_idx" ON "_pages_v" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_latest_idx" ON "_pages_v" USING btree ("tenant_id","latest");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_autosave_idx" ON "_pages_v" USING btree ("tenant_id","autosave");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_tenant_latest_idx" ON "_pages_v" USING btree ("tenant_id","latest","version_updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_order_idx" ON "_pages_v_rels" USING btree ("tenant_id","order");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_parent_idx" ON "_pages_v_rels" USING btree ("parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_path_idx" ON "_pages_v_rels" USING btree ("tenant_id","path");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_media_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","media_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_pages_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","pages_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_rels_forms_id_idx" ON "_pages_v_rels" USING btree ("tenant_id","forms_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "media_filename_compound_idx" ON "media" USING btree ("tenant_id","filename");`))
  await db.execute(sql.raw(`CREATE INDEX "media_tenant_idx" ON "media" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "media_created_by_idx" ON "media" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "media_created_at_idx" ON "media" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "media_filename_idx" ON "media" USING btree ("tenant_id","filename");`))
  await db.execute(sql.raw(`CREATE INDEX "media_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "media" USING btree ("tenant_id","sizes_thumbnail_filename");`))
  await db.execute(sql.raw(`CREATE INDEX "media_sizes_small_sizes_small_filename_idx" ON "media" USING btree ("tenant_id","sizes_small_filename");`))
  await db.execute(sql.raw(`CREATE INDEX "media_sizes_medium_sizes_medium_filename_idx" ON "media" USING btree ("tenant_id","sizes_medium_filename");`))
  await db.execute(sql.raw(`CREATE INDEX "media_sizes_large_sizes_large_filename_idx" ON "media" USING btree ("tenant_id","sizes_large_filename");`))
  await db.execute(sql.raw(`CREATE INDEX "media_sizes_og_sizes_og_filename_idx" ON "media" USING btree ("tenant_id","sizes_og_filename");`))
  await db.execute(sql.raw(`CREATE INDEX "site_social_order_idx" ON "site_social" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "site_social_parent_id_idx" ON "site_social" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_submenu_order_idx" ON "site_submenu" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "site_submenu_parent_id_idx" ON "site_submenu" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_submenu_link_link_page_idx" ON "site_submenu" USING btree ("tenant_id","link_page_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_menu_order_idx" ON "site_menu" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "site_menu_parent_id_idx" ON "site_menu" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_menu_link_link_page_idx" ON "site_menu" USING btree ("tenant_id","link_page_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_footer_links_order_idx" ON "site_footer_links" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "site_footer_links_parent_id_idx" ON "site_footer_links" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_footer_links_link_link_page_idx" ON "site_footer_links" USING btree ("tenant_id","link_page_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_footer_columns_order_idx" ON "site_footer_columns" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "site_footer_columns_parent_id_idx" ON "site_footer_columns" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "site_settings_tenant_idx" ON "site_settings" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_settings_logo_idx" ON "site_settings" USING btree ("tenant_id","logo_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_settings_favicon_idx" ON "site_settings" USING btree ("tenant_id","favicon_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_settings_share_image_idx" ON "site_settings" USING btree ("tenant_id","share_image_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_settings_header_call_to_action_link_header_call_to__idx" ON "site_settings" USING btree ("tenant_id","header_call_to_action_link_page_id");`))
  await db.execute(sql.raw(`CREATE INDEX "site_settings_updated_at_idx" ON "site_settings" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "site_settings_created_at_idx" ON "site_settings" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "users_tenants_order_idx" ON "users_tenants" USING btree ("_order");`))
  await db.execute(sql.raw(`CREATE INDEX "users_tenants_parent_id_idx" ON "users_tenants" USING btree ("_parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "users_tenants_tenant_idx" ON "users_tenants" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");`))
  await db.execute(sql.raw(`CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "users_avatar_idx" ON "users" USING btree ("avatar_id");`))
  await db.execute(sql.raw(`CREATE INDEX "users_tenant_idx" ON "users" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "users_email_idx" ON "users" USING btree ("email");`))
  await db.execute(sql.raw(`CREATE INDEX "users_tenant_apikeyindex_idx" ON "users" USING btree ("api_key_index");`))
  await db.execute(sql.raw(`CREATE INDEX "users_tenant_resetpasswordtoken_idx" ON "users" USING btree ("reset_password_token");`))
  await db.execute(sql.raw(`CREATE INDEX "users_tenant__verificationtoken_idx" ON "users" USING btree ("_verificationtoken");`))
  await db.execute(sql.raw(`CREATE INDEX "users_profile_gin" ON "users" USING gin ("profile");`))
  await db.execute(sql.raw(`CREATE INDEX "tenants_domains_order_idx" ON "tenants_domains" USING btree ("_order");`))
  await db.execute(sql.raw(`CREATE INDEX "tenants_domains_parent_id_idx" ON "tenants_domains" USING btree ("_parent_id");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "tenants_domains_domain_idx" ON "tenants_domains" USING btree ("domain");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "tenants_slug_idx" ON "tenants" USING btree ("slug");`))
  await db.execute(sql.raw(`CREATE INDEX "tenants_status_idx" ON "tenants" USING btree ("status");`))
  await db.execute(sql.raw(`CREATE INDEX "tenants_updated_at_idx" ON "tenants" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "tenants_created_at_idx" ON "tenants" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "tenants_settings_gin" ON "tenants" USING gin ("settings");`))
  await db.execute(sql.raw(`CREATE INDEX "tenants_featuretoggles_gin" ON "tenants" USING gin ("feature_toggles");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "countries_code_idx" ON "countries" USING btree ("code");`))
  await db.execute(sql.raw(`CREATE INDEX "countries_updated_at_idx" ON "countries" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "countries_created_at_idx" ON "countries" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "currencies_code_idx" ON "currencies" USING btree ("code");`))
  await db.execute(sql.raw(`CREATE INDEX "currencies_updated_at_idx" ON "currencies" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "currencies_created_at_idx" ON "currencies" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "time_zones_code_idx" ON "time_zones" USING btree ("code");`))
  await db.execute(sql.raw(`CREATE INDEX "time_zones_updated_at_idx" ON "time_zones" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "time_zones_created_at_idx" ON "time_zones" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_emails_order_idx" ON "forms_emails" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_emails_parent_id_idx" ON "forms_emails" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_tenant_idx" ON "forms" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_created_by_idx" ON "forms" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_updated_at_idx" ON "forms" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_created_at_idx" ON "forms" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_submission_data_order_idx" ON "form_submissions_submission_data" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_submission_data_parent_id_idx" ON "form_submissions_submission_data" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_tenant_idx" ON "form_submissions" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_form_idx" ON "form_submissions" USING btree ("tenant_id","form_id");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_updated_at_idx" ON "form_submissions" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_created_at_idx" ON "form_submissions" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "payload_locked_documents_rels" USING btree ("pages_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_site_settings_id_idx" ON "payload_locked_documents_rels" USING btree ("site_settings_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_tenants_id_idx" ON "payload_locked_documents_rels" USING btree ("tenants_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_forms_id_idx" ON "payload_locked_documents_rels" USING btree ("forms_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE POLICY "pages_platform_all" ON "pages" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "pages_tenant_all" ON "pages" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "pages_rels_platform_all" ON "pages_rels" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "pages_rels_tenant_all" ON "pages_rels" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "_pages_v_platform_all" ON "_pages_v" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "_pages_v_tenant_all" ON "_pages_v" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "_pages_v_rels_platform_all" ON "_pages_v_rels" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "_pages_v_rels_tenant_all" ON "_pages_v_rels" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "media_platform_all" ON "media" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "media_tenant_all" ON "media" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_social_platform_all" ON "site_social" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_social_tenant_all" ON "site_social" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_submenu_platform_all" ON "site_submenu" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_submenu_tenant_all" ON "site_submenu" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_menu_platform_all" ON "site_menu" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_menu_tenant_all" ON "site_menu" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_footer_links_platform_all" ON "site_footer_links" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_footer_links_tenant_all" ON "site_footer_links" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_footer_columns_platform_all" ON "site_footer_columns" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_footer_columns_tenant_all" ON "site_footer_columns" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "site_settings_platform_all" ON "site_settings" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "site_settings_tenant_all" ON "site_settings" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "users_tenants_platform_all" ON "users_tenants" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "users_tenants_identity_select" ON "users_tenants" AS PERMISSIVE FOR SELECT TO "atrium_identity" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]) or ('id:' || _parent_id::text) = (select nullif(current_setting('app.lookup', true), '')));`))
  await db.execute(sql.raw(`CREATE POLICY "users_tenants_tenant_all" ON "users_tenants" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "users_sessions_platform_all" ON "users_sessions" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "users_sessions_identity_all" ON "users_sessions" AS PERMISSIVE FOR ALL TO "atrium_identity" USING (exists (select from users u where u.id = _parent_id)) WITH CHECK (exists (select from users u where u.id = _parent_id));`))
  await db.execute(sql.raw(`CREATE POLICY "users_sessions_tenant_all" ON "users_sessions" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (exists (select from users u where u.id = _parent_id)) WITH CHECK (exists (select from users u where u.id = _parent_id));`))
  await db.execute(sql.raw(`CREATE POLICY "users_platform_all" ON "users" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "users_identity_select" ON "users" AS PERMISSIVE FOR SELECT TO "atrium_identity" USING (coalesce(is_active, true) and (('id:' || id::text) = (select nullif(current_setting('app.lookup', true), '')) or ('email:' || lower(email)) = (select nullif(current_setting('app.lookup', true), '')) or ('api-key:' || api_key_index) = (select nullif(current_setting('app.lookup', true), '')) or ('reset:' || reset_password_token) = (select nullif(current_setting('app.lookup', true), '')) or ('verify:' || _verificationtoken) = (select nullif(current_setting('app.lookup', true), ''))) and (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]) or (tenant_id is null and ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[] = '{}'::uuid[] or exists (select from users_tenants m where m._parent_id = users.id and m.tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]))))));`))
  await db.execute(sql.raw(`CREATE POLICY "users_identity_update" ON "users" AS PERMISSIVE FOR UPDATE TO "atrium_identity" USING (coalesce(is_active, true) and (('id:' || id::text) = (select nullif(current_setting('app.lookup', true), '')) or ('email:' || lower(email)) = (select nullif(current_setting('app.lookup', true), '')) or ('api-key:' || api_key_index) = (select nullif(current_setting('app.lookup', true), '')) or ('reset:' || reset_password_token) = (select nullif(current_setting('app.lookup', true), '')) or ('verify:' || _verificationtoken) = (select nullif(current_setting('app.lookup', true), ''))) and (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]) or (tenant_id is null and ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[] = '{}'::uuid[] or exists (select from users_tenants m where m._parent_id = users.id and m.tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])))))) WITH CHECK (tenant_id is null or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "users_tenant_select" ON "users" AS PERMISSIVE FOR SELECT TO "atrium_tenant" USING (id = (select nullif(current_setting('app.user_id', true), ''))::uuid or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]) or exists (select from users_tenants m where m._parent_id = users.id and m.tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])));`))
  await db.execute(sql.raw(`CREATE POLICY "users_tenant_insert" ON "users" AS PERMISSIVE FOR INSERT TO "atrium_tenant" WITH CHECK ((id = (select nullif(current_setting('app.user_id', true), ''))::uuid or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) and platform_role is null);`))
  await db.execute(sql.raw(`CREATE POLICY "users_tenant_update" ON "users" AS PERMISSIVE FOR UPDATE TO "atrium_tenant" USING ((id = (select nullif(current_setting('app.user_id', true), ''))::uuid or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]))) WITH CHECK ((id = (select nullif(current_setting('app.user_id', true), ''))::uuid or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) and platform_role is null);`))
  await db.execute(sql.raw(`CREATE POLICY "users_tenant_delete" ON "users" AS PERMISSIVE FOR DELETE TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "tenants_domains_platform_all" ON "tenants_domains" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "tenants_domains_tenant_all" ON "tenants_domains" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "tenants_platform_all" ON "tenants" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "tenants_tenant_all" ON "tenants" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "countries_platform_all" ON "countries" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "countries_tenant_select" ON "countries" AS PERMISSIVE FOR SELECT TO "atrium_tenant" USING (true);`))
  await db.execute(sql.raw(`CREATE POLICY "currencies_platform_all" ON "currencies" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "currencies_tenant_select" ON "currencies" AS PERMISSIVE FOR SELECT TO "atrium_tenant" USING (true);`))
  await db.execute(sql.raw(`CREATE POLICY "time_zones_platform_all" ON "time_zones" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "time_zones_tenant_select" ON "time_zones" AS PERMISSIVE FOR SELECT TO "atrium_tenant" USING (true);`))
  await db.execute(sql.raw(`CREATE POLICY "forms_emails_platform_all" ON "forms_emails" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "forms_emails_tenant_all" ON "forms_emails" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "forms_platform_all" ON "forms" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "forms_tenant_all" ON "forms" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "form_submissions_submission_data_platform_all" ON "form_submissions_submission_data" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "form_submissions_submission_data_tenant_all" ON "form_submissions_submission_data" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "form_submissions_platform_all" ON "form_submissions" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "form_submissions_tenant_all" ON "form_submissions" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "payload_kv_platform_all" ON "payload_kv" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "payload_locked_documents_platform_all" ON "payload_locked_documents" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "payload_locked_documents_tenant_all" ON "payload_locked_documents" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (owner_id = (select nullif(current_setting('app.user_id', true), ''))::uuid or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK ((owner_id = (select nullif(current_setting('app.user_id', true), ''))::uuid and tenant_id is null) or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "payload_locked_documents_rels_platform_all" ON "payload_locked_documents_rels" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "payload_locked_documents_rels_tenant_all" ON "payload_locked_documents_rels" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (exists (select from payload_locked_documents p where p.id = parent_id)) WITH CHECK (exists (select from payload_locked_documents p where p.id = parent_id));`))
  await db.execute(sql.raw(`CREATE POLICY "payload_preferences_platform_all" ON "payload_preferences" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "payload_preferences_tenant_all" ON "payload_preferences" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (owner_id = (select nullif(current_setting('app.user_id', true), ''))::uuid) WITH CHECK (owner_id = (select nullif(current_setting('app.user_id', true), ''))::uuid);`))
  await db.execute(sql.raw(`CREATE POLICY "payload_preferences_rels_platform_all" ON "payload_preferences_rels" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "payload_preferences_rels_tenant_all" ON "payload_preferences_rels" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (exists (select from payload_preferences p where p.id = parent_id) and (users_id is null or users_id = (select nullif(current_setting('app.user_id', true), ''))::uuid)) WITH CHECK (exists (select from payload_preferences p where p.id = parent_id) and (users_id is null or users_id = (select nullif(current_setting('app.user_id', true), ''))::uuid));`))
  await db.execute(sql.raw(`CREATE POLICY "payload_migrations_platform_select" ON "payload_migrations" AS PERMISSIVE FOR SELECT TO "atrium_platform" USING (true);`))
  await db.execute(sql.raw(`-- Trusted extensions: the owner of the database may create them. They stay when the migration is undone; others may use them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;`))
  await db.execute(sql.raw(`create or replace function atrium_check_account() returns trigger
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`-- Before the row is there: a role makes an account visible, and it must be visible without it.
create or replace function atrium_check_membership() returns trigger
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`-- A row does not move to another tenant, not even by somebody who works in both: what refers to it would stay behind.
create or replace function atrium_keep_tenant() returns trigger
language plpgsql as $$
begin
  if new.tenant_id is distinct from old.tenant_id then
    raise exception 'a row does not move to another tenant' using errcode = '42501';
  end if;
  return new;
end;
$$;`))
  await db.execute(sql.raw(`-- One tenant never holds an account of its own and a global member for the same e-mail: sign-in would have to guess.
-- The lock makes the two ways to get there wait for each other.
create or replace function atrium_one_person_per_email(tenant uuid, address text, person uuid) returns void
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`-- Locks and preferences belong to the person of the scope, whatever the request says.
create or replace function atrium_own_row() returns trigger
language plpgsql as $$
begin
  new.owner_id := nullif(current_setting('app.user_id', true), '')::uuid;
  return new;
end;
$$;`))
  await db.execute(sql.raw(`-- The addresses of the pages below follow in the same transaction: each is written, which makes atrium_page_path work it out.
create or replace function atrium_page_children() returns trigger
language plpgsql as $$
begin
  update pages set parent_id = parent_id where parent_id = new.id;
  return null;
end;
$$;`))
  await db.execute(sql.raw(`-- The full address of a page, from its parent's. Runs as the invoker: a parent in another tenant is not there.
create or replace function atrium_page_path() returns trigger
language plpgsql as $$
declare
  base text := '';
  ancestor uuid := new.parent_id;
  depth int := 0;
begin
  -- Two moves at once could make a circle, and a page that is made meanwhile would miss the move: one at a time in a space.
  if tg_op = 'INSERT' or (new.parent_id, new.slug) is distinct from (old.parent_id, old.slug) then
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
  if new.parent_id is not null then
    select case when p.path = '/' then '' else coalesce(p.path, '') end into base from pages p where p.id = new.parent_id;
  end if;
  new.path := case
    when new.slug is null then null
    when new.parent_id is null and new.slug = 'home' then '/'
    else base || '/' || new.slug
  end;
  return new;
end;
$$;`))
  await db.execute(sql.raw(`-- updated_at moves whichever way a row is written: Payload, a script, or a person with psql.
create or replace function atrium_touch_updated_at() returns trigger
language plpgsql as $$
begin
  if new is distinct from old then
    new.updated_at := now();
  end if;
  return new;
end;
$$;`))
  await db.execute(sql.raw(`-- An e-mail is one person in one realm; the same e-mail may be somebody else in another. NULL is the realm of global accounts.
create unique index if not exists users_realm_email_key on users (tenant_id, lower(email)) nulls not distinct;`))
  await db.execute(sql.raw(`alter table "_pages_v" force row level security;`))
  await db.execute(sql.raw(`alter table "_pages_v_rels" force row level security;`))
  await db.execute(sql.raw(`alter table "countries" force row level security;`))
  await db.execute(sql.raw(`alter table "currencies" force row level security;`))
  await db.execute(sql.raw(`alter table "form_submissions" force row level security;`))
  await db.execute(sql.raw(`alter table "form_submissions_submission_data" force row level security;`))
  await db.execute(sql.raw(`alter table "forms" force row level security;`))
  await db.execute(sql.raw(`alter table "forms_emails" force row level security;`))
  await db.execute(sql.raw(`alter table "media" force row level security;`))
  await db.execute(sql.raw(`alter table "pages" force row level security;`))
  await db.execute(sql.raw(`alter table "pages_rels" force row level security;`))
  await db.execute(sql.raw(`alter table "payload_kv" force row level security;`))
  await db.execute(sql.raw(`alter table "payload_locked_documents" force row level security;`))
  await db.execute(sql.raw(`alter table "payload_locked_documents_rels" force row level security;`))
  await db.execute(sql.raw(`alter table "payload_migrations" force row level security;`))
  await db.execute(sql.raw(`alter table "payload_preferences" force row level security;`))
  await db.execute(sql.raw(`alter table "payload_preferences_rels" force row level security;`))
  await db.execute(sql.raw(`alter table "site_footer_columns" force row level security;`))
  await db.execute(sql.raw(`alter table "site_footer_links" force row level security;`))
  await db.execute(sql.raw(`alter table "site_menu" force row level security;`))
  await db.execute(sql.raw(`alter table "site_settings" force row level security;`))
  await db.execute(sql.raw(`alter table "site_social" force row level security;`))
  await db.execute(sql.raw(`alter table "site_submenu" force row level security;`))
  await db.execute(sql.raw(`alter table "tenants" force row level security;`))
  await db.execute(sql.raw(`alter table "tenants_domains" force row level security;`))
  await db.execute(sql.raw(`alter table "time_zones" force row level security;`))
  await db.execute(sql.raw(`alter table "users" force row level security;`))
  await db.execute(sql.raw(`alter table "users_sessions" force row level security;`))
  await db.execute(sql.raw(`alter table "users_tenants" force row level security;`))
  await db.execute(sql.raw(`revoke all on "_pages_v" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "_pages_v" to atrium_platform;
grant select, insert, update, delete on "_pages_v" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "_pages_v_rels" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "_pages_v_rels" to atrium_platform;
grant select, insert, update, delete on "_pages_v_rels" to atrium_tenant;
grant usage on sequence "_pages_v_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "countries" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "countries" to atrium_platform;
grant select on "countries" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "currencies" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "currencies" to atrium_platform;
grant select on "currencies" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "form_submissions" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "form_submissions" to atrium_platform;
grant select, insert, update, delete on "form_submissions" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "form_submissions_submission_data" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "form_submissions_submission_data" to atrium_platform;
grant select, insert, update, delete on "form_submissions_submission_data" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "forms" to atrium_platform;
grant select, insert, update, delete on "forms" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms_emails" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "forms_emails" to atrium_platform;
grant select, insert, update, delete on "forms_emails" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "media" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "media" to atrium_platform;
grant select, insert, update, delete on "media" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "pages" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "pages" to atrium_platform;
grant select, insert, update, delete on "pages" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "pages_rels" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "pages_rels" to atrium_platform;
grant select, insert, update, delete on "pages_rels" to atrium_tenant;
grant usage on sequence "pages_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_kv" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_kv" to atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_locked_documents" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_locked_documents" to atrium_platform;
grant select, insert, update, delete on "payload_locked_documents" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_locked_documents_rels" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_locked_documents_rels" to atrium_platform;
grant select, insert, update, delete on "payload_locked_documents_rels" to atrium_tenant;
grant usage on sequence "payload_locked_documents_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_migrations" from atrium_tenant, atrium_identity, atrium_platform;
grant select on "payload_migrations" to atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_preferences" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_preferences" to atrium_platform;
grant select, insert, update, delete on "payload_preferences" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_preferences_rels" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "payload_preferences_rels" to atrium_platform;
grant select, insert, update, delete on "payload_preferences_rels" to atrium_tenant;
grant usage on sequence "payload_preferences_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_footer_columns" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_footer_columns" to atrium_platform;
grant select, insert, update, delete on "site_footer_columns" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_footer_links" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_footer_links" to atrium_platform;
grant select, insert, update, delete on "site_footer_links" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_menu" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_menu" to atrium_platform;
grant select, insert, update, delete on "site_menu" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_settings" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_settings" to atrium_platform;
grant select, insert, update, delete on "site_settings" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_social" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_social" to atrium_platform;
grant select, insert, update, delete on "site_social" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "site_submenu" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "site_submenu" to atrium_platform;
grant select, insert, update, delete on "site_submenu" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "tenants" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "tenants" to atrium_platform;
grant select, insert, update on "tenants" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "tenants_domains" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "tenants_domains" to atrium_platform;
grant select, insert, update, delete on "tenants_domains" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "time_zones" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "time_zones" to atrium_platform;
grant select on "time_zones" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "users" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "users" to atrium_platform;
grant select, insert, update, delete on "users" to atrium_tenant;
grant select, update (hash, salt, login_attempts, lock_until, reset_password_token, reset_password_expiration, reset_password_requested_at, _verified, _verificationtoken, last_login, updated_at) on "users" to atrium_identity;`))
  await db.execute(sql.raw(`revoke all on "users_sessions" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "users_sessions" to atrium_platform;
grant select, insert, update, delete on "users_sessions" to atrium_tenant;
grant select, insert, update, delete on "users_sessions" to atrium_identity;`))
  await db.execute(sql.raw(`revoke all on "users_tenants" from atrium_tenant, atrium_identity, atrium_platform;
grant select, insert, update, delete on "users_tenants" to atrium_platform;
grant select, insert, update, delete on "users_tenants" to atrium_tenant;
grant select on "users_tenants" to atrium_identity;`))
  await db.execute(sql.raw(`create or replace trigger "_pages_v_touch" before update on "_pages_v" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "_pages_v_rels_touch" before update on "_pages_v_rels" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "countries_touch" before update on "countries" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "currencies_touch" before update on "currencies" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "form_submissions_touch" before update on "form_submissions" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "form_submissions_submission_data_touch" before update on "form_submissions_submission_data" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "forms_touch" before update on "forms" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "forms_emails_touch" before update on "forms_emails" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "media_touch" before update on "media" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "pages_touch" before update on "pages" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "pages_rels_touch" before update on "pages_rels" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "payload_kv_touch" before update on "payload_kv" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "payload_locked_documents_touch" before update on "payload_locked_documents" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "payload_locked_documents_rels_touch" before update on "payload_locked_documents_rels" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "payload_migrations_touch" before update on "payload_migrations" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "payload_preferences_touch" before update on "payload_preferences" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "payload_preferences_rels_touch" before update on "payload_preferences_rels" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_footer_columns_touch" before update on "site_footer_columns" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_footer_links_touch" before update on "site_footer_links" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_menu_touch" before update on "site_menu" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_settings_touch" before update on "site_settings" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_social_touch" before update on "site_social" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "site_submenu_touch" before update on "site_submenu" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "tenants_touch" before update on "tenants" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "tenants_domains_touch" before update on "tenants_domains" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "time_zones_touch" before update on "time_zones" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "users_touch" before update on "users" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "users_sessions_touch" before update on "users_sessions" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "users_tenants_touch" before update on "users_tenants" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "_pages_v_keep_tenant" before update on "_pages_v" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`alter table "_pages_v" drop constraint if exists "_pages_v_version_meta_image_id_tenant_fk";
alter table "_pages_v" add constraint "_pages_v_version_meta_image_id_tenant_fk" foreign key (tenant_id, "version_meta_image_id") references "media" (tenant_id, id) on delete set null ("version_meta_image_id");`))
  await db.execute(sql.raw(`alter table "_pages_v" drop constraint if exists "_pages_v_version_parent_id_tenant_fk";
alter table "_pages_v" add constraint "_pages_v_version_parent_id_tenant_fk" foreign key (tenant_id, "version_parent_id") references "pages" (tenant_id, id) on delete set null ("version_parent_id");`))
  await db.execute(sql.raw(`create or replace function atrium__pages_v_rels_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "_pages_v" p where p.id = new."parent_id");
  return new;
end; $$;
create or replace trigger "_pages_v_rels_tenant" before insert or update on "_pages_v_rels" for each row execute function atrium__pages_v_rels_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "form_submissions_keep_tenant" before update on "form_submissions" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_form_submissions_submission_data_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "form_submissions" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "form_submissions_submission_data_tenant" before insert or update on "form_submissions_submission_data" for each row execute function atrium_form_submissions_submission_data_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "forms_keep_tenant" before update on "forms" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_forms_emails_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "forms" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "forms_emails_tenant" before insert or update on "forms_emails" for each row execute function atrium_forms_emails_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "media_keep_tenant" before update on "media" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "pages_keep_tenant" before update on "pages" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_pages_rels_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "pages" p where p.id = new."parent_id");
  return new;
end; $$;
create or replace trigger "pages_rels_tenant" before insert or update on "pages_rels" for each row execute function atrium_pages_rels_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_lock_tenant() returns trigger language plpgsql as $$
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
  if new."site_settings_id" is not null then
    select d.tenant_id into owner from "site_settings" d where d.id = new."site_settings_id";
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
end; $$;
create or replace trigger "payload_locked_documents_rels_tenant" before insert or update on "payload_locked_documents_rels" for each row execute function atrium_lock_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_footer_columns_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_settings" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_footer_columns_tenant" before insert or update on "site_footer_columns" for each row execute function atrium_site_footer_columns_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_footer_links_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_footer_columns" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_footer_links_tenant" before insert or update on "site_footer_links" for each row execute function atrium_site_footer_links_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_menu_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_settings" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_menu_tenant" before insert or update on "site_menu" for each row execute function atrium_site_menu_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "site_settings_keep_tenant" before update on "site_settings" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_social_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_settings" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_social_tenant" before insert or update on "site_social" for each row execute function atrium_site_social_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_site_submenu_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "site_menu" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "site_submenu_tenant" before insert or update on "site_submenu" for each row execute function atrium_site_submenu_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_tenants_domains_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.id from "tenants" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "tenants_domains_tenant" before insert or update on "tenants_domains" for each row execute function atrium_tenants_domains_tenant();`))
  await db.execute(sql.raw(`create or replace trigger payload_locked_documents_own before insert on payload_locked_documents
  for each row execute function atrium_own_row();
create or replace trigger payload_preferences_own before insert or update on payload_preferences
  for each row execute function atrium_own_row();`))
  await db.execute(sql.raw(`create or replace trigger pages_path before insert or update on pages
  for each row execute function atrium_page_path();
create or replace trigger pages_children after update on pages
  for each row when (old.path is distinct from new.path) execute function atrium_page_children();`))
  await db.execute(sql.raw(`-- From inside a space no account moves to another one; its own policy would let people move themselves.
create or replace trigger users_keep_tenant before update on users
  for each row when (current_user = 'atrium_tenant') execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace trigger users_check_account after insert or update of email, tenant_id on users
  for each row execute function atrium_check_account();
create or replace trigger users_tenants_check_membership before insert or update on users_tenants
  for each row execute function atrium_check_membership();`))
  await db.execute(sql.raw(`-- Platform staff have no home space; a picture needs one, for its library.
alter table users drop constraint if exists users_staff_is_global;
alter table users add constraint users_staff_is_global check (platform_role is null or tenant_id is null);
alter table users drop constraint if exists users_avatar_has_realm;
alter table users add constraint users_avatar_has_realm check (avatar_id is null or tenant_id is not null);`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`alter table users drop constraint if exists users_staff_is_global; alter table users drop constraint if exists users_avatar_has_realm;`))
  await db.execute(sql.raw(`drop trigger if exists users_check_account on users; drop trigger if exists users_tenants_check_membership on users_tenants;`))
  await db.execute(sql.raw(`drop trigger if exists users_keep_tenant on users;`))
  await db.execute(sql.raw(`drop trigger if exists pages_path on pages; drop trigger if exists pages_children on pages;`))
  await db.execute(sql.raw(`drop trigger if exists payload_locked_documents_own on payload_locked_documents; drop trigger if exists payload_preferences_own on payload_preferences;`))
  await db.execute(sql.raw(`drop trigger if exists "tenants_domains_tenant" on "tenants_domains";
drop function if exists atrium_tenants_domains_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_submenu_tenant" on "site_submenu";
drop function if exists atrium_site_submenu_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_social_tenant" on "site_social";
drop function if exists atrium_site_social_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_settings_keep_tenant" on "site_settings";`))
  await db.execute(sql.raw(`drop trigger if exists "site_menu_tenant" on "site_menu";
drop function if exists atrium_site_menu_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_footer_links_tenant" on "site_footer_links";
drop function if exists atrium_site_footer_links_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "site_footer_columns_tenant" on "site_footer_columns";
drop function if exists atrium_site_footer_columns_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "payload_locked_documents_rels_tenant" on "payload_locked_documents_rels";
drop function if exists atrium_lock_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "pages_rels_tenant" on "pages_rels";
drop function if exists atrium_pages_rels_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "pages_keep_tenant" on "pages";`))
  await db.execute(sql.raw(`drop trigger if exists "media_keep_tenant" on "media";`))
  await db.execute(sql.raw(`drop trigger if exists "forms_emails_tenant" on "forms_emails";
drop function if exists atrium_forms_emails_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "forms_keep_tenant" on "forms";`))
  await db.execute(sql.raw(`drop trigger if exists "form_submissions_submission_data_tenant" on "form_submissions_submission_data";
drop function if exists atrium_form_submissions_submission_data_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "form_submissions_keep_tenant" on "form_submissions";`))
  await db.execute(sql.raw(`drop trigger if exists "_pages_v_rels_tenant" on "_pages_v_rels";
drop function if exists atrium__pages_v_rels_tenant();`))
  await db.execute(sql.raw(`alter table "_pages_v" drop constraint if exists "_pages_v_version_parent_id_tenant_fk";`))
  await db.execute(sql.raw(`alter table "_pages_v" drop constraint if exists "_pages_v_version_meta_image_id_tenant_fk";`))
  await db.execute(sql.raw(`drop trigger if exists "_pages_v_keep_tenant" on "_pages_v";`))
  await db.execute(sql.raw(`drop trigger if exists "users_tenants_touch" on "users_tenants";`))
  await db.execute(sql.raw(`drop trigger if exists "users_sessions_touch" on "users_sessions";`))
  await db.execute(sql.raw(`drop trigger if exists "users_touch" on "users";`))
  await db.execute(sql.raw(`drop trigger if exists "time_zones_touch" on "time_zones";`))
  await db.execute(sql.raw(`drop trigger if exists "tenants_domains_touch" on "tenants_domains";`))
  await db.execute(sql.raw(`drop trigger if exists "tenants_touch" on "tenants";`))
  await db.execute(sql.raw(`drop trigger if exists "site_submenu_touch" on "site_submenu";`))
  await db.execute(sql.raw(`drop trigger if exists "site_social_touch" on "site_social";`))
  await db.execute(sql.raw(`drop trigger if exists "site_settings_touch" on "site_settings";`))
  await db.execute(sql.raw(`drop trigger if exists "site_menu_touch" on "site_menu";`))
  await db.execute(sql.raw(`drop trigger if exists "site_footer_links_touch" on "site_footer_links";`))
  await db.execute(sql.raw(`drop trigger if exists "site_footer_columns_touch" on "site_footer_columns";`))
  await db.execute(sql.raw(`drop trigger if exists "payload_preferences_rels_touch" on "payload_preferences_rels";`))
  await db.execute(sql.raw(`drop trigger if exists "payload_preferences_touch" on "payload_preferences";`))
  await db.execute(sql.raw(`drop trigger if exists "payload_migrations_touch" on "payload_migrations";`))
  await db.execute(sql.raw(`drop trigger if exists "payload_locked_documents_rels_touch" on "payload_locked_documents_rels";`))
  await db.execute(sql.raw(`drop trigger if exists "payload_locked_documents_touch" on "payload_locked_documents";`))
  await db.execute(sql.raw(`drop trigger if exists "payload_kv_touch" on "payload_kv";`))
  await db.execute(sql.raw(`drop trigger if exists "pages_rels_touch" on "pages_rels";`))
  await db.execute(sql.raw(`drop trigger if exists "pages_touch" on "pages";`))
  await db.execute(sql.raw(`drop trigger if exists "media_touch" on "media";`))
  await db.execute(sql.raw(`drop trigger if exists "forms_emails_touch" on "forms_emails";`))
  await db.execute(sql.raw(`drop trigger if exists "forms_touch" on "forms";`))
  await db.execute(sql.raw(`drop trigger if exists "form_submissions_submission_data_touch" on "form_submissions_submission_data";`))
  await db.execute(sql.raw(`drop trigger if exists "form_submissions_touch" on "form_submissions";`))
  await db.execute(sql.raw(`drop trigger if exists "currencies_touch" on "currencies";`))
  await db.execute(sql.raw(`drop trigger if exists "countries_touch" on "countries";`))
  await db.execute(sql.raw(`drop trigger if exists "_pages_v_rels_touch" on "_pages_v_rels";`))
  await db.execute(sql.raw(`drop trigger if exists "_pages_v_touch" on "_pages_v";`))
  await db.execute(sql.raw(`revoke all on "users_tenants" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "users_sessions" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "users" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "time_zones" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "tenants_domains" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "tenants" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_submenu" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_social" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_settings" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_menu" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_footer_links" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "site_footer_columns" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_preferences_rels" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_preferences" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_migrations" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_locked_documents_rels" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_locked_documents" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_kv" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "pages_rels" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "pages" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "media" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "forms_emails" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "forms" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "form_submissions_submission_data" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "form_submissions" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "currencies" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "countries" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "_pages_v_rels" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "_pages_v" from atrium_tenant, atrium_identity, atrium_platform;`))
  await db.execute(sql.raw(`alter table "users_tenants" no force row level security;`))
  await db.execute(sql.raw(`alter table "users_sessions" no force row level security;`))
  await db.execute(sql.raw(`alter table "users" no force row level security;`))
  await db.execute(sql.raw(`alter table "time_zones" no force row level security;`))
  await db.execute(sql.raw(`alter table "tenants_domains" no force row level security;`))
  await db.execute(sql.raw(`alter table "tenants" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_submenu" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_social" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_settings" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_menu" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_footer_links" no force row level security;`))
  await db.execute(sql.raw(`alter table "site_footer_columns" no force row level security;`))
  await db.execute(sql.raw(`alter table "payload_preferences_rels" no force row level security;`))
  await db.execute(sql.raw(`alter table "payload_preferences" no force row level security;`))
  await db.execute(sql.raw(`alter table "payload_migrations" no force row level security;`))
  await db.execute(sql.raw(`alter table "payload_locked_documents_rels" no force row level security;`))
  await db.execute(sql.raw(`alter table "payload_locked_documents" no force row level security;`))
  await db.execute(sql.raw(`alter table "payload_kv" no force row level security;`))
  await db.execute(sql.raw(`alter table "pages_rels" no force row level security;`))
  await db.execute(sql.raw(`alter table "pages" no force row level security;`))
  await db.execute(sql.raw(`alter table "media" no force row level security;`))
  await db.execute(sql.raw(`alter table "forms_emails" no force row level security;`))
  await db.execute(sql.raw(`alter table "forms" no force row level security;`))
  await db.execute(sql.raw(`alter table "form_submissions_submission_data" no force row level security;`))
  await db.execute(sql.raw(`alter table "form_submissions" no force row level security;`))
  await db.execute(sql.raw(`alter table "currencies" no force row level security;`))
  await db.execute(sql.raw(`alter table "countries" no force row level security;`))
  await db.execute(sql.raw(`alter table "_pages_v_rels" no force row level security;`))
  await db.execute(sql.raw(`alter table "_pages_v" no force row level security;`))
  await db.execute(sql.raw(`drop index if exists users_realm_email_key;`))
  await db.execute(sql.raw(`drop function if exists atrium_touch_updated_at();`))
  await db.execute(sql.raw(`drop function if exists atrium_page_path();`))
  await db.execute(sql.raw(`drop function if exists atrium_page_children();`))
  await db.execute(sql.raw(`drop function if exists atrium_own_row();`))
  await db.execute(sql.raw(`drop function if exists atrium_one_person_per_email(uuid, text, uuid);`))
  await db.execute(sql.raw(`drop function if exists atrium_keep_tenant();`))
  await db.execute(sql.raw(`drop function if exists atrium_check_membership();`))
  await db.execute(sql.raw(`drop function if exists atrium_check_account();`))
  await db.execute(sql.raw(`select 1;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "pages_platform_all" ON "pages" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "pages_tenant_all" ON "pages" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "pages" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "pages_rels_platform_all" ON "pages_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "pages_rels_tenant_all" ON "pages_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "pages_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "_pages_v_platform_all" ON "_pages_v" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "_pages_v_tenant_all" ON "_pages_v" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "_pages_v" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "_pages_v_rels_platform_all" ON "_pages_v_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "_pages_v_rels_tenant_all" ON "_pages_v_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "_pages_v_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "media_platform_all" ON "media" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "media_tenant_all" ON "media" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "media" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_social_platform_all" ON "site_social" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_social_tenant_all" ON "site_social" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_social" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_submenu_platform_all" ON "site_submenu" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_submenu_tenant_all" ON "site_submenu" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_submenu" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_menu_platform_all" ON "site_menu" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_menu_tenant_all" ON "site_menu" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_menu" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_footer_links_platform_all" ON "site_footer_links" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_footer_links_tenant_all" ON "site_footer_links" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_footer_links" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_footer_columns_platform_all" ON "site_footer_columns" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_footer_columns_tenant_all" ON "site_footer_columns" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_footer_columns" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_settings_platform_all" ON "site_settings" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "site_settings_tenant_all" ON "site_settings" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "site_settings" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_tenants_platform_all" ON "users_tenants" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_tenants_identity_select" ON "users_tenants" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_tenants_tenant_all" ON "users_tenants" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "users_tenants" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_sessions_platform_all" ON "users_sessions" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_sessions_identity_all" ON "users_sessions" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_sessions_tenant_all" ON "users_sessions" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "users_sessions" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_platform_all" ON "users" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_identity_select" ON "users" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_identity_update" ON "users" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_tenant_select" ON "users" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_tenant_insert" ON "users" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_tenant_update" ON "users" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "users_tenant_delete" ON "users" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "users" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "tenants_domains_platform_all" ON "tenants_domains" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "tenants_domains_tenant_all" ON "tenants_domains" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "tenants_domains" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "tenants_platform_all" ON "tenants" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "tenants_tenant_all" ON "tenants" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "tenants" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "countries_platform_all" ON "countries" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "countries_tenant_select" ON "countries" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "countries" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "currencies_platform_all" ON "currencies" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "currencies_tenant_select" ON "currencies" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "currencies" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "time_zones_platform_all" ON "time_zones" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "time_zones_tenant_select" ON "time_zones" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "time_zones" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_emails_platform_all" ON "forms_emails" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_emails_tenant_all" ON "forms_emails" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "forms_emails" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_platform_all" ON "forms" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_tenant_all" ON "forms" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "forms" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "form_submissions_submission_data_platform_all" ON "form_submissions_submission_data" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "form_submissions_submission_data_tenant_all" ON "form_submissions_submission_data" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "form_submissions_submission_data" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "form_submissions_platform_all" ON "form_submissions" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "form_submissions_tenant_all" ON "form_submissions" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "form_submissions" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_kv_platform_all" ON "payload_kv" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "payload_kv" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_locked_documents_platform_all" ON "payload_locked_documents" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_locked_documents_tenant_all" ON "payload_locked_documents" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "payload_locked_documents" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_locked_documents_rels_platform_all" ON "payload_locked_documents_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_locked_documents_rels_tenant_all" ON "payload_locked_documents_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "payload_locked_documents_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_preferences_platform_all" ON "payload_preferences" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_preferences_tenant_all" ON "payload_preferences" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "payload_preferences" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_preferences_rels_platform_all" ON "payload_preferences_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_preferences_rels_tenant_all" ON "payload_preferences_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "payload_preferences_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_migrations_platform_select" ON "payload_migrations" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "payload_migrations" CASCADE;`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_pages_status";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum__pages_v_version_status";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_site_social_platform";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_site_submenu_link_type";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_site_menu_link_type";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_site_footer_links_link_type";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_site_font";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_site_body_font";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_site_corners";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_site_settings_header_call_to_action_link_type";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_users_tenants_role";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_users_platform_role";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_tenants_industry_module";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_tenants_plan";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_tenants_status";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_forms_confirmation_type";`))
}
