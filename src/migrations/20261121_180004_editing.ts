import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261121_170349_jobs'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_redirects_to_type" AS ENUM('reference', 'custom');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_redirects_type" AS ENUM('301', '302', '307', '308');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_redirects_origin" AS ENUM('manual', 'move', 'import');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_deliveries_kind" AS ENUM('notification', 'confirmation', 'webhook');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_deliveries_state" AS ENUM('waiting', 'sent', 'failed');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_reviews_state" AS ENUM('requested', 'approved', 'returned', 'withdrawn');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_notifications_kind" AS ENUM('review-requested', 'review-approved', 'review-returned', 'mention', 'comment', 'assigned');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_users_notify_by_email" AS ENUM('everything', 'important', 'nothing');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_erasures_reason" AS ENUM('retention', 'person');`))
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_form_submissions_status" AS ENUM('new', 'in-progress', 'won', 'lost', 'spam');`))
  await db.execute(sql.raw(`CREATE TABLE "redirects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"from" varchar NOT NULL,
	"to_type" "enum_redirects_to_type" DEFAULT 'reference',
	"to_reference_id" uuid,
	"to_url" varchar,
	"type" "enum_redirects_type" DEFAULT '301',
	"origin" "enum_redirects_origin" DEFAULT 'manual',
	"created_by_id" uuid,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "redirects_tenant_id_id_key" UNIQUE("tenant_id","id"),
	CONSTRAINT "redirects_tenant_from_key" UNIQUE("tenant_id","from")
);`))
  await db.execute(sql.raw(`ALTER TABLE "redirects" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"target" varchar NOT NULL,
	"outcome" varchar,
	"kind" "enum_deliveries_kind" NOT NULL,
	"state" "enum_deliveries_state" DEFAULT 'waiting' NOT NULL,
	"attempts" numeric DEFAULT 0,
	"sent_at" timestamp(3) with time zone,
	"lead_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"source" varchar,
	"job" varchar,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "deliveries" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"text" varchar NOT NULL,
	"resolved" boolean DEFAULT false,
	"created_by_id" uuid,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comments_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "comments_rels" (
	"id" serial PRIMARY KEY NOT NULL,
	"order" integer,
	"parent_id" uuid NOT NULL,
	"path" varchar NOT NULL,
	"users_id" uuid,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comments_rels_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "comments_rels" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"state" "enum_reviews_state" DEFAULT 'requested' NOT NULL,
	"note" varchar,
	"created_by_id" uuid,
	"decided_by_id" uuid,
	"decided_at" timestamp(3) with time zone,
	"answer" varchar,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "reviews" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"kind" "enum_notifications_kind" NOT NULL,
	"text" varchar NOT NULL,
	"page_id" uuid NOT NULL,
	"read_at" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notifications_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" varchar NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_tenant_id_id_key" UNIQUE("tenant_id","id"),
	CONSTRAINT "teams_tenant_name_key" UNIQUE("tenant_id","name")
);`))
  await db.execute(sql.raw(`ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "teams_rels" (
	"id" serial PRIMARY KEY NOT NULL,
	"order" integer,
	"parent_id" uuid NOT NULL,
	"path" varchar NOT NULL,
	"users_id" uuid,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_rels_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "teams_rels" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"form_title" varchar NOT NULL,
	"reason" "enum_erasures_reason" NOT NULL,
	"leads" numeric NOT NULL,
	"deliveries" numeric NOT NULL,
	"created_by_id" uuid,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "erasures_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "erasures" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "forms_webhooks" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"url" varchar NOT NULL,
	"secret" varchar,
	"active" boolean DEFAULT true,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forms_webhooks_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "forms_webhooks" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "form_submissions_notes" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"text" varchar NOT NULL,
	"created_by_id" uuid,
	"at" timestamp(3) with time zone,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_submissions_notes_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions_notes" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD COLUMN "team_id" uuid;`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD COLUMN "deleted_at" timestamp(3) with time zone;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "version_team_id" uuid;`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" ADD COLUMN "version_deleted_at" timestamp(3) with time zone;`))
  await db.execute(sql.raw(`ALTER TABLE "media" ADD COLUMN "deleted_at" timestamp(3) with time zone;`))
  await db.execute(sql.raw(`ALTER TABLE "users" ADD COLUMN "notify_by_email" "enum_users_notify_by_email" DEFAULT 'everything';`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "confirmation_mail_enabled" boolean DEFAULT false;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "confirmation_mail_subject" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "confirmation_mail_message" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "confirmation_mail_reply_to" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "consent_text" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "consent_version" numeric DEFAULT 0;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "captcha" boolean DEFAULT false;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "retention_days" numeric;`))
  await db.execute(sql.raw(`ALTER TABLE "forms" ADD COLUMN "deleted_at" timestamp(3) with time zone;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD COLUMN "status" "enum_form_submissions_status" DEFAULT 'new' NOT NULL;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD COLUMN "assignee_id" uuid;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD COLUMN "consent_text" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD COLUMN "consent_version" numeric;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD COLUMN "consent_given_at" timestamp(3) with time zone;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD COLUMN "challenge" varchar;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "redirects_id" uuid;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "teams_id" uuid;`))
  await db.execute(sql.raw(`ALTER TABLE "redirects" ADD CONSTRAINT "redirects_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "redirects" ADD CONSTRAINT "redirects_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "redirects" ADD CONSTRAINT "redirects_to_reference_id_tenant_fk" FOREIGN KEY ("tenant_id","to_reference_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_lead_id_tenant_fk" FOREIGN KEY ("tenant_id","lead_id") REFERENCES "public"."form_submissions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_form_id_tenant_fk" FOREIGN KEY ("tenant_id","form_id") REFERENCES "public"."forms"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "comments" ADD CONSTRAINT "comments_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "comments" ADD CONSTRAINT "comments_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "comments" ADD CONSTRAINT "comments_page_id_tenant_fk" FOREIGN KEY ("tenant_id","page_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "comments_rels" ADD CONSTRAINT "comments_rels_parent_fk" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "public"."comments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "comments_rels" ADD CONSTRAINT "comments_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "reviews" ADD CONSTRAINT "reviews_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "reviews" ADD CONSTRAINT "reviews_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "reviews" ADD CONSTRAINT "reviews_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "reviews" ADD CONSTRAINT "reviews_page_id_tenant_fk" FOREIGN KEY ("tenant_id","page_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "notifications" ADD CONSTRAINT "notifications_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "notifications" ADD CONSTRAINT "notifications_page_id_tenant_fk" FOREIGN KEY ("tenant_id","page_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "teams" ADD CONSTRAINT "teams_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "teams_rels" ADD CONSTRAINT "teams_rels_parent_fk" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "public"."teams"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "teams_rels" ADD CONSTRAINT "teams_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "erasures" ADD CONSTRAINT "erasures_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "erasures" ADD CONSTRAINT "erasures_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_webhooks" ADD CONSTRAINT "forms_webhooks_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."forms"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions_notes" ADD CONSTRAINT "form_submissions_notes_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions_notes" ADD CONSTRAINT "form_submissions_notes_parent_id_fk" FOREIGN KEY ("tenant_id","_parent_id") REFERENCES "public"."form_submissions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE INDEX "redirects_tenant_idx" ON "redirects" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "redirects_to_to_reference_idx" ON "redirects" USING btree ("tenant_id","to_reference_id");`))
  await db.execute(sql.raw(`CREATE INDEX "redirects_created_by_idx" ON "redirects" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "redirects_updated_at_idx" ON "redirects" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "redirects_created_at_idx" ON "redirects" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "deliveries_tenant_idx" ON "deliveries" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "deliveries_lead_idx" ON "deliveries" USING btree ("tenant_id","lead_id");`))
  await db.execute(sql.raw(`CREATE INDEX "deliveries_form_idx" ON "deliveries" USING btree ("tenant_id","form_id");`))
  await db.execute(sql.raw(`CREATE INDEX "deliveries_updated_at_idx" ON "deliveries" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "deliveries_created_at_idx" ON "deliveries" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "deliveries_tenant_form_target_createdat_idx" ON "deliveries" USING btree ("tenant_id","form_id","target","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_tenant_idx" ON "comments" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_page_idx" ON "comments" USING btree ("tenant_id","page_id");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_created_by_idx" ON "comments" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_updated_at_idx" ON "comments" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_created_at_idx" ON "comments" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_tenant_page_createdat_idx" ON "comments" USING btree ("tenant_id","page_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_rels_order_idx" ON "comments_rels" USING btree ("tenant_id","order");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_rels_parent_idx" ON "comments_rels" USING btree ("parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_rels_path_idx" ON "comments_rels" USING btree ("tenant_id","path");`))
  await db.execute(sql.raw(`CREATE INDEX "comments_rels_users_id_idx" ON "comments_rels" USING btree ("tenant_id","users_id");`))
  await db.execute(sql.raw(`CREATE INDEX "reviews_tenant_idx" ON "reviews" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "reviews_page_idx" ON "reviews" USING btree ("tenant_id","page_id");`))
  await db.execute(sql.raw(`CREATE INDEX "reviews_state_idx" ON "reviews" USING btree ("tenant_id","state");`))
  await db.execute(sql.raw(`CREATE INDEX "reviews_created_by_idx" ON "reviews" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "reviews_decided_by_idx" ON "reviews" USING btree ("decided_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "reviews_updated_at_idx" ON "reviews" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "reviews_created_at_idx" ON "reviews" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "reviews_tenant_page_createdat_idx" ON "reviews" USING btree ("tenant_id","page_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "notifications_tenant_idx" ON "notifications" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "notifications_recipient_idx" ON "notifications" USING btree ("recipient_id");`))
  await db.execute(sql.raw(`CREATE INDEX "notifications_page_idx" ON "notifications" USING btree ("tenant_id","page_id");`))
  await db.execute(sql.raw(`CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "notifications_tenant_recipient_createdat_idx" ON "notifications" USING btree ("tenant_id","recipient_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "teams_tenant_idx" ON "teams" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "teams_updated_at_idx" ON "teams" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "teams_created_at_idx" ON "teams" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "teams_rels_order_idx" ON "teams_rels" USING btree ("tenant_id","order");`))
  await db.execute(sql.raw(`CREATE INDEX "teams_rels_parent_idx" ON "teams_rels" USING btree ("parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "teams_rels_path_idx" ON "teams_rels" USING btree ("tenant_id","path");`))
  await db.execute(sql.raw(`CREATE INDEX "teams_rels_users_id_idx" ON "teams_rels" USING btree ("tenant_id","users_id");`))
  await db.execute(sql.raw(`CREATE INDEX "erasures_tenant_idx" ON "erasures" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "erasures_created_by_idx" ON "erasures" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "erasures_updated_at_idx" ON "erasures" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "erasures_created_at_idx" ON "erasures" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "erasures_tenant_createdat_idx" ON "erasures" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_webhooks_order_idx" ON "forms_webhooks" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_webhooks_parent_id_idx" ON "forms_webhooks" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_notes_order_idx" ON "form_submissions_notes" USING btree ("tenant_id","_order");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_notes_parent_id_idx" ON "form_submissions_notes" USING btree ("_parent_id","tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_notes_created_by_idx" ON "form_submissions_notes" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`ALTER TABLE "pages" ADD CONSTRAINT "pages_team_id_tenant_fk" FOREIGN KEY ("tenant_id","team_id") REFERENCES "public"."teams"("tenant_id","id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_redirects_fk" FOREIGN KEY ("redirects_id") REFERENCES "public"."redirects"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_teams_fk" FOREIGN KEY ("teams_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE INDEX "pages_team_idx" ON "pages" USING btree ("tenant_id","team_id");`))
  await db.execute(sql.raw(`CREATE INDEX "pages_deleted_at_idx" ON "pages" USING btree ("tenant_id","deleted_at");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_team_idx" ON "_pages_v" USING btree ("tenant_id","version_team_id");`))
  await db.execute(sql.raw(`CREATE INDEX "_pages_v_version_version_deleted_at_idx" ON "_pages_v" USING btree ("tenant_id","version_deleted_at");`))
  await db.execute(sql.raw(`CREATE INDEX "media_deleted_at_idx" ON "media" USING btree ("tenant_id","deleted_at");`))
  await db.execute(sql.raw(`CREATE INDEX "forms_deleted_at_idx" ON "forms" USING btree ("tenant_id","deleted_at");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_status_idx" ON "form_submissions" USING btree ("tenant_id","status");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_assignee_idx" ON "form_submissions" USING btree ("assignee_id");`))
  await db.execute(sql.raw(`CREATE INDEX "form_submissions_tenant_status_createdat_idx" ON "form_submissions" USING btree ("tenant_id","status","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_redirects_id_idx" ON "payload_locked_documents_rels" USING btree ("redirects_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_locked_documents_rels_teams_id_idx" ON "payload_locked_documents_rels" USING btree ("teams_id");`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_tenant_challenge_key" UNIQUE("tenant_id","challenge");`))
  await db.execute(sql.raw(`CREATE POLICY "redirects_platform_all" ON "redirects" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "redirects_tenant_all" ON "redirects" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "deliveries_platform_all" ON "deliveries" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "deliveries_tenant_all" ON "deliveries" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "comments_platform_all" ON "comments" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "comments_tenant_all" ON "comments" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "comments_rels_platform_all" ON "comments_rels" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "comments_rels_tenant_all" ON "comments_rels" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "reviews_platform_all" ON "reviews" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "reviews_tenant_all" ON "reviews" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "notifications_platform_all" ON "notifications" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "notifications_tenant_all" ON "notifications" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "teams_platform_all" ON "teams" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "teams_tenant_all" ON "teams" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "teams_rels_platform_all" ON "teams_rels" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "teams_rels_tenant_all" ON "teams_rels" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "erasures_platform_all" ON "erasures" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "erasures_tenant_all" ON "erasures" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "forms_webhooks_platform_all" ON "forms_webhooks" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "forms_webhooks_tenant_all" ON "forms_webhooks" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "form_submissions_notes_platform_all" ON "form_submissions_notes" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "form_submissions_notes_tenant_all" ON "form_submissions_notes" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`-- Somebody whom a row names must be visible to who writes it: else the foreign key would tell which accounts exist elsewhere.
-- For triggers: the argument is the column. As the invoker, so that the policies of users answer.
create or replace function atrium_check_person() returns trigger
language plpgsql as $$
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
  await db.execute(sql.raw(`-- The lock of atrium_page_path, taken before the row's: redirects and pages that change at once would not see each other, and
-- could make a circle together.
create or replace function atrium_redirect_lock() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('pages:' || new.tenant_id, 0));
  return new;
end;
$$;`))
  await db.execute(sql.raw(`-- The address on the same site to which a redirect leads, as redirects are looked up; null for one that leaves the site.
create or replace function atrium_redirect_path(target text) returns text
language sql immutable parallel safe as $$
  select case when target ~ '^/' then coalesce(nullif(rtrim(lower(regexp_replace(target, '[?#].*$', '')), '/'), ''), '/') end
$$;`))
  await db.execute(sql.raw(`-- Empties what refers to a document that is deleted knowingly, read from the foreign keys, so that a new collection is covered
-- without an edit. What cannot be empty keeps the document. Runs as the invoker: another tenant's rows are not there.
create or replace function atrium_release(target text, space uuid, document uuid) returns void
language plpgsql as $$
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
  await db.execute(sql.raw(`-- Of a page, one review is open at a time, also when two people ask at once.
create unique index if not exists reviews_open on reviews (tenant_id, page_id) where state = 'requested';`))
  await db.execute(sql.raw(`alter table "comments" force row level security;`))
  await db.execute(sql.raw(`alter table "comments_rels" force row level security;`))
  await db.execute(sql.raw(`alter table "deliveries" force row level security;`))
  await db.execute(sql.raw(`alter table "erasures" force row level security;`))
  await db.execute(sql.raw(`alter table "form_submissions_notes" force row level security;`))
  await db.execute(sql.raw(`alter table "forms_webhooks" force row level security;`))
  await db.execute(sql.raw(`alter table "notifications" force row level security;`))
  await db.execute(sql.raw(`alter table "redirects" force row level security;`))
  await db.execute(sql.raw(`alter table "reviews" force row level security;`))
  await db.execute(sql.raw(`alter table "teams" force row level security;`))
  await db.execute(sql.raw(`alter table "teams_rels" force row level security;`))
  await db.execute(sql.raw(`revoke all on "comments" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "comments" to atrium_platform;
grant select, insert, update, delete on "comments" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "comments_rels" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "comments_rels" to atrium_platform;
grant select, insert, update, delete on "comments_rels" to atrium_tenant;
grant usage on sequence "comments_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "deliveries" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "deliveries" to atrium_platform;
grant select, insert, update, delete on "deliveries" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "erasures" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "erasures" to atrium_platform;
grant select, insert, update, delete on "erasures" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "form_submissions_notes" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "form_submissions_notes" to atrium_platform;
grant select, insert, update, delete on "form_submissions_notes" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "forms_webhooks" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "forms_webhooks" to atrium_platform;
grant select, insert, update, delete on "forms_webhooks" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "notifications" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "notifications" to atrium_platform;
grant select, insert, update, delete on "notifications" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "redirects" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "redirects" to atrium_platform;
grant select, insert, update, delete on "redirects" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "reviews" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "reviews" to atrium_platform;
grant select, insert, update, delete on "reviews" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "teams" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "teams" to atrium_platform;
grant select, insert, update, delete on "teams" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "teams_rels" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "teams_rels" to atrium_platform;
grant select, insert, update, delete on "teams_rels" to atrium_tenant;
grant usage on sequence "teams_rels_id_seq" to atrium_platform, atrium_tenant;`))
  await db.execute(sql.raw(`create or replace trigger "comments_touch" before update on "comments" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "comments_rels_touch" before update on "comments_rels" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "deliveries_touch" before update on "deliveries" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "erasures_touch" before update on "erasures" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "form_submissions_notes_touch" before update on "form_submissions_notes" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "forms_webhooks_touch" before update on "forms_webhooks" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "notifications_touch" before update on "notifications" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "redirects_touch" before update on "redirects" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "reviews_touch" before update on "reviews" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "teams_touch" before update on "teams" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "teams_rels_touch" before update on "teams_rels" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`alter table "_pages_v" drop constraint if exists "_pages_v_version_team_id_tenant_fk";
alter table "_pages_v" add constraint "_pages_v_version_team_id_tenant_fk" foreign key (tenant_id, "version_team_id") references "teams" (tenant_id, id) on delete set null ("version_team_id");`))
  await db.execute(sql.raw(`create or replace trigger "comments_keep_tenant" before update on "comments" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_comments_rels_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "comments" p where p.id = new."parent_id");
  return new;
end; $$;
create or replace trigger "comments_rels_tenant" before insert or update on "comments_rels" for each row execute function atrium_comments_rels_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "deliveries_keep_tenant" before update on "deliveries" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "erasures_keep_tenant" before update on "erasures" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_form_submissions_notes_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "form_submissions" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "form_submissions_notes_tenant" before insert or update on "form_submissions_notes" for each row execute function atrium_form_submissions_notes_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_forms_webhooks_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "forms" p where p.id = new."_parent_id");
  return new;
end; $$;
create or replace trigger "forms_webhooks_tenant" before insert or update on "forms_webhooks" for each row execute function atrium_forms_webhooks_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "notifications_keep_tenant" before update on "notifications" for each row execute function atrium_keep_tenant();`))
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
end; $$;
create or replace trigger "payload_locked_documents_rels_tenant" before insert or update on "payload_locked_documents_rels" for each row execute function atrium_lock_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "redirects_keep_tenant" before update on "redirects" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "reviews_keep_tenant" before update on "reviews" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "teams_keep_tenant" before update on "teams" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace function atrium_teams_rels_tenant() returns trigger language plpgsql as $$ begin
  new.tenant_id := (select p.tenant_id from "teams" p where p.id = new."parent_id");
  return new;
end; $$;
create or replace trigger "teams_rels_tenant" before insert or update on "teams_rels" for each row execute function atrium_teams_rels_tenant();`))
  await db.execute(sql.raw(`create or replace trigger comments_rels_person before insert or update on comments_rels
  for each row execute function atrium_check_person('users_id');
create or replace trigger teams_rels_person before insert or update on teams_rels
  for each row execute function atrium_check_person('users_id');
create or replace trigger notifications_person before insert or update on notifications
  for each row execute function atrium_check_person('recipient_id');
create or replace trigger reviews_person before insert or update on reviews
  for each row execute function atrium_check_person('decided_by_id');
create or replace trigger form_submissions_person before insert or update on form_submissions
  for each row execute function atrium_check_person('assignee_id');`))
  await db.execute(sql.raw(`create or replace trigger pages_made after insert on pages
  for each row execute function atrium_page_moved();
create or replace trigger pages_moved after update on pages
  for each row when ((old.path, old._status) is distinct from (new.path, new._status)) execute function atrium_page_moved();`))
  await db.execute(sql.raw(`create or replace trigger redirects_lock before insert or update on redirects
  for each row execute function atrium_redirect_lock();
create or replace trigger redirects_check after insert or update on redirects
  for each row execute function atrium_redirect_check();
alter table redirects drop constraint if exists redirects_one_target;
alter table redirects add constraint redirects_one_target
  check (to_type is not null and type is not null and origin is not null and (to_type = 'reference') = (to_reference_id is not null) and (to_type = 'custom') = (to_url is not null));`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists redirects_lock on redirects; drop trigger if exists redirects_check on redirects; alter table redirects drop constraint if exists redirects_one_target;`))
  await db.execute(sql.raw(`drop trigger if exists pages_moved on pages; drop trigger if exists pages_made on pages;`))
  await db.execute(sql.raw(`drop trigger if exists comments_rels_person on comments_rels; drop trigger if exists teams_rels_person on teams_rels; drop trigger if exists notifications_person on notifications; drop trigger if exists reviews_person on reviews; drop trigger if exists form_submissions_person on form_submissions;`))
  await db.execute(sql.raw(`drop trigger if exists "teams_rels_tenant" on "teams_rels";
drop function if exists atrium_teams_rels_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "teams_keep_tenant" on "teams";`))
  await db.execute(sql.raw(`drop trigger if exists "reviews_keep_tenant" on "reviews";`))
  await db.execute(sql.raw(`drop trigger if exists "redirects_keep_tenant" on "redirects";`))
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
  await db.execute(sql.raw(`drop trigger if exists "notifications_keep_tenant" on "notifications";`))
  await db.execute(sql.raw(`drop trigger if exists "forms_webhooks_tenant" on "forms_webhooks";
drop function if exists atrium_forms_webhooks_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "form_submissions_notes_tenant" on "form_submissions_notes";
drop function if exists atrium_form_submissions_notes_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "erasures_keep_tenant" on "erasures";`))
  await db.execute(sql.raw(`drop trigger if exists "deliveries_keep_tenant" on "deliveries";`))
  await db.execute(sql.raw(`drop trigger if exists "comments_rels_tenant" on "comments_rels";
drop function if exists atrium_comments_rels_tenant();`))
  await db.execute(sql.raw(`drop trigger if exists "comments_keep_tenant" on "comments";`))
  await db.execute(sql.raw(`alter table "_pages_v" drop constraint if exists "_pages_v_version_team_id_tenant_fk";`))
  await db.execute(sql.raw(`drop trigger if exists "teams_rels_touch" on "teams_rels";`))
  await db.execute(sql.raw(`drop trigger if exists "teams_touch" on "teams";`))
  await db.execute(sql.raw(`drop trigger if exists "reviews_touch" on "reviews";`))
  await db.execute(sql.raw(`drop trigger if exists "redirects_touch" on "redirects";`))
  await db.execute(sql.raw(`drop trigger if exists "notifications_touch" on "notifications";`))
  await db.execute(sql.raw(`drop trigger if exists "forms_webhooks_touch" on "forms_webhooks";`))
  await db.execute(sql.raw(`drop trigger if exists "form_submissions_notes_touch" on "form_submissions_notes";`))
  await db.execute(sql.raw(`drop trigger if exists "erasures_touch" on "erasures";`))
  await db.execute(sql.raw(`drop trigger if exists "deliveries_touch" on "deliveries";`))
  await db.execute(sql.raw(`drop trigger if exists "comments_rels_touch" on "comments_rels";`))
  await db.execute(sql.raw(`drop trigger if exists "comments_touch" on "comments";`))
  await db.execute(sql.raw(`revoke all on "teams_rels" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "teams" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "reviews" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "redirects" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "notifications" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "forms_webhooks" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "form_submissions_notes" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "erasures" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "deliveries" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "comments_rels" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "comments" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`alter table "teams_rels" no force row level security;`))
  await db.execute(sql.raw(`alter table "teams" no force row level security;`))
  await db.execute(sql.raw(`alter table "reviews" no force row level security;`))
  await db.execute(sql.raw(`alter table "redirects" no force row level security;`))
  await db.execute(sql.raw(`alter table "notifications" no force row level security;`))
  await db.execute(sql.raw(`alter table "forms_webhooks" no force row level security;`))
  await db.execute(sql.raw(`alter table "form_submissions_notes" no force row level security;`))
  await db.execute(sql.raw(`alter table "erasures" no force row level security;`))
  await db.execute(sql.raw(`alter table "deliveries" no force row level security;`))
  await db.execute(sql.raw(`alter table "comments_rels" no force row level security;`))
  await db.execute(sql.raw(`alter table "comments" no force row level security;`))
  await db.execute(sql.raw(`drop index if exists reviews_open;`))
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
  await db.execute(sql.raw(`drop function if exists atrium_release(text, uuid, uuid);`))
  await db.execute(sql.raw(`drop function if exists atrium_redirect_path(text);`))
  await db.execute(sql.raw(`drop function if exists atrium_redirect_lock();`))
  await db.execute(sql.raw(`drop function if exists atrium_redirect_check();`))
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
  await db.execute(sql.raw(`drop function if exists atrium_page_moved();`))
  await db.execute(sql.raw(`drop function if exists atrium_check_person();`))
  await db.execute(sql.raw(`ALTER TABLE "redirects" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "deliveries" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "comments" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "comments_rels" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "reviews" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "notifications" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "teams" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "teams_rels" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "erasures" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "forms_webhooks" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions_notes" DISABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "redirects_platform_all" ON "redirects" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "redirects_tenant_all" ON "redirects" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "redirects" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "deliveries_platform_all" ON "deliveries" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "deliveries_tenant_all" ON "deliveries" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "deliveries" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "comments_platform_all" ON "comments" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "comments_tenant_all" ON "comments" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "comments" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "comments_rels_platform_all" ON "comments_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "comments_rels_tenant_all" ON "comments_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "comments_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "reviews_platform_all" ON "reviews" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "reviews_tenant_all" ON "reviews" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "reviews" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "notifications_platform_all" ON "notifications" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "notifications_tenant_all" ON "notifications" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "notifications" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "teams_platform_all" ON "teams" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "teams_tenant_all" ON "teams" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "teams" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "teams_rels_platform_all" ON "teams_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "teams_rels_tenant_all" ON "teams_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "teams_rels" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "erasures_platform_all" ON "erasures" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "erasures_tenant_all" ON "erasures" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "erasures" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_webhooks_platform_all" ON "forms_webhooks" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "forms_webhooks_tenant_all" ON "forms_webhooks" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "forms_webhooks" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "form_submissions_notes_platform_all" ON "form_submissions_notes" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "form_submissions_notes_tenant_all" ON "form_submissions_notes" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "form_submissions_notes" CASCADE;`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP CONSTRAINT IF EXISTS "form_submissions_tenant_challenge_key";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP CONSTRAINT IF EXISTS "pages_team_id_tenant_fk";`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP CONSTRAINT IF EXISTS "form_submissions_assignee_id_users_id_fk";`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_redirects_fk";`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_teams_fk";`))
  await db.execute(sql.raw(`DROP INDEX "pages_team_idx";`))
  await db.execute(sql.raw(`DROP INDEX "pages_deleted_at_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_version_version_team_idx";`))
  await db.execute(sql.raw(`DROP INDEX "_pages_v_version_version_deleted_at_idx";`))
  await db.execute(sql.raw(`DROP INDEX "media_deleted_at_idx";`))
  await db.execute(sql.raw(`DROP INDEX "forms_deleted_at_idx";`))
  await db.execute(sql.raw(`DROP INDEX "form_submissions_status_idx";`))
  await db.execute(sql.raw(`DROP INDEX "form_submissions_assignee_idx";`))
  await db.execute(sql.raw(`DROP INDEX "form_submissions_tenant_status_createdat_idx";`))
  await db.execute(sql.raw(`DROP INDEX "payload_locked_documents_rels_redirects_id_idx";`))
  await db.execute(sql.raw(`DROP INDEX "payload_locked_documents_rels_teams_id_idx";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP COLUMN "team_id";`))
  await db.execute(sql.raw(`ALTER TABLE "pages" DROP COLUMN "deleted_at";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "version_team_id";`))
  await db.execute(sql.raw(`ALTER TABLE "_pages_v" DROP COLUMN "version_deleted_at";`))
  await db.execute(sql.raw(`ALTER TABLE "media" DROP COLUMN "deleted_at";`))
  await db.execute(sql.raw(`ALTER TABLE "users" DROP COLUMN "notify_by_email";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "confirmation_mail_enabled";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "confirmation_mail_subject";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "confirmation_mail_message";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "confirmation_mail_reply_to";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "consent_text";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "consent_version";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "captcha";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "retention_days";`))
  await db.execute(sql.raw(`ALTER TABLE "forms" DROP COLUMN "deleted_at";`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP COLUMN "status";`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP COLUMN "assignee_id";`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP COLUMN "consent_text";`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP COLUMN "consent_version";`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP COLUMN "consent_given_at";`))
  await db.execute(sql.raw(`ALTER TABLE "form_submissions" DROP COLUMN "challenge";`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "redirects_id";`))
  await db.execute(sql.raw(`ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "teams_id";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_redirects_to_type";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_redirects_type";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_redirects_origin";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_deliveries_kind";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_deliveries_state";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_reviews_state";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_notifications_kind";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_users_notify_by_email";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_erasures_reason";`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_form_submissions_status";`))
}
