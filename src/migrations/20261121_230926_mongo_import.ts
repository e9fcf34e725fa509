import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261121_212134_lead_files'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_imports_status" AS ENUM('running', 'done', 'rolled-back');`))
  await db.execute(sql.raw(`CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"source_collection" varchar NOT NULL,
	"source_id" varchar NOT NULL,
	"source_database" varchar,
	"data" jsonb NOT NULL,
	"complete" boolean DEFAULT true NOT NULL,
	"row_collection" varchar,
	"row_id" varchar,
	"hash" varchar NOT NULL,
	"made_by" varchar NOT NULL,
	"written_by" varchar NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" varchar NOT NULL,
	"status" "enum_imports_status" DEFAULT 'running' NOT NULL,
	"finished_at" timestamp(3) with time zone,
	"fingerprint" varchar NOT NULL,
	"map" varchar NOT NULL,
	"options" jsonb NOT NULL,
	"report" jsonb,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "import_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"row_collection" varchar NOT NULL,
	"row_id" varchar NOT NULL,
	"source_database" varchar,
	"source_collection" varchar NOT NULL,
	"source_id" varchar NOT NULL,
	"hash" varchar NOT NULL,
	"row_hash" varchar NOT NULL,
	"waiting" varchar,
	"made_by" varchar NOT NULL,
	"written_by" varchar NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_rows_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "import_rows" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "import_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"import" varchar NOT NULL,
	"row_collection" varchar NOT NULL,
	"row_id" varchar NOT NULL,
	"before" jsonb,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_changes_tenant_id_id_key" UNIQUE("tenant_id","id"),
	CONSTRAINT "import_changes_tenant_import_rowcollection_rowid_key" UNIQUE("tenant_id","import","row_collection","row_id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "import_changes" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "import_checkpoints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import" varchar NOT NULL,
	"stage" varchar NOT NULL,
	"file" varchar NOT NULL,
	"state" jsonb NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "import_checkpoints" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "documents" ADD CONSTRAINT "documents_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE INDEX "documents_tenant_idx" ON "documents" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "documents_updated_at_idx" ON "documents" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "documents_created_at_idx" ON "documents" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "documents_tenant_sourcecollection_id_idx" ON "documents" USING btree ("tenant_id","source_collection","id");`))
  await db.execute(sql.raw(`CREATE INDEX "documents_tenant_sourceid_idx" ON "documents" USING btree ("tenant_id","source_id");`))
  await db.execute(sql.raw(`CREATE INDEX "imports_updated_at_idx" ON "imports" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "imports_created_at_idx" ON "imports" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "import_rows_tenant_idx" ON "import_rows" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "import_rows_updated_at_idx" ON "import_rows" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "import_rows_created_at_idx" ON "import_rows" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "import_rows_tenant_rowcollection_rowid_idx" ON "import_rows" USING btree ("tenant_id","row_collection","row_id");`))
  await db.execute(sql.raw(`CREATE INDEX "import_rows_tenant_sourcecollection_id_idx" ON "import_rows" USING btree ("tenant_id","source_collection","id");`))
  await db.execute(sql.raw(`CREATE INDEX "import_rows_tenant_sourceid_idx" ON "import_rows" USING btree ("tenant_id","source_id");`))
  await db.execute(sql.raw(`CREATE INDEX "import_changes_tenant_idx" ON "import_changes" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "import_changes_updated_at_idx" ON "import_changes" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "import_changes_created_at_idx" ON "import_changes" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "import_checkpoints_updated_at_idx" ON "import_checkpoints" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "import_checkpoints_created_at_idx" ON "import_checkpoints" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE POLICY "documents_platform_all" ON "documents" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "documents_tenant_all" ON "documents" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "imports_platform_all" ON "imports" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "import_rows_platform_all" ON "import_rows" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "import_rows_tenant_all" ON "import_rows" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "import_changes_platform_all" ON "import_changes" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "import_changes_tenant_all" ON "import_changes" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "import_checkpoints_platform_all" ON "import_checkpoints" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`-- updated_at moves whichever way a row is written: Payload, a script, or a person with psql. An import says when it has the time from
-- elsewhere (src/import/write).
create or replace function atrium_touch_updated_at() returns trigger
language plpgsql as $$
begin
  if new is distinct from old and coalesce(current_setting('atrium.keep_times', true), '') <> 'on' then
    new.updated_at := now();
  end if;
  return new;
end;
$$;`))
  await db.execute(sql.raw(`alter table "documents" force row level security;`))
  await db.execute(sql.raw(`alter table "import_changes" force row level security;`))
  await db.execute(sql.raw(`alter table "import_checkpoints" force row level security;`))
  await db.execute(sql.raw(`alter table "import_rows" force row level security;`))
  await db.execute(sql.raw(`alter table "imports" force row level security;`))
  await db.execute(sql.raw(`revoke all on "documents" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "documents" to atrium_platform;
grant select, insert, update, delete on "documents" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "import_changes" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "import_changes" to atrium_platform;
grant select, insert, update, delete on "import_changes" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "import_checkpoints" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "import_checkpoints" to atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "import_rows" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "import_rows" to atrium_platform;
grant select, insert, update, delete on "import_rows" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "imports" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "imports" to atrium_platform;`))
  await db.execute(sql.raw(`create or replace trigger "documents_touch" before update on "documents" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "import_changes_touch" before update on "import_changes" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "import_checkpoints_touch" before update on "import_checkpoints" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "import_rows_touch" before update on "import_rows" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "imports_touch" before update on "imports" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "documents_keep_tenant" before update on "documents" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "import_changes_keep_tenant" before update on "import_changes" for each row execute function atrium_keep_tenant();`))
  await db.execute(sql.raw(`create or replace trigger "import_rows_keep_tenant" before update on "import_rows" for each row execute function atrium_keep_tenant();`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists "import_rows_keep_tenant" on "import_rows";`))
  await db.execute(sql.raw(`drop trigger if exists "import_changes_keep_tenant" on "import_changes";`))
  await db.execute(sql.raw(`drop trigger if exists "documents_keep_tenant" on "documents";`))
  await db.execute(sql.raw(`drop trigger if exists "imports_touch" on "imports";`))
  await db.execute(sql.raw(`drop trigger if exists "import_rows_touch" on "import_rows";`))
  await db.execute(sql.raw(`drop trigger if exists "import_checkpoints_touch" on "import_checkpoints";`))
  await db.execute(sql.raw(`drop trigger if exists "import_changes_touch" on "import_changes";`))
  await db.execute(sql.raw(`drop trigger if exists "documents_touch" on "documents";`))
  await db.execute(sql.raw(`revoke all on "imports" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "import_rows" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "import_checkpoints" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "import_changes" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "documents" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`alter table "imports" no force row level security;`))
  await db.execute(sql.raw(`alter table "import_rows" no force row level security;`))
  await db.execute(sql.raw(`alter table "import_checkpoints" no force row level security;`))
  await db.execute(sql.raw(`alter table "import_changes" no force row level security;`))
  await db.execute(sql.raw(`alter table "documents" no force row level security;`))
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
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "documents_platform_all" ON "documents" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "documents_tenant_all" ON "documents" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "documents" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "imports_platform_all" ON "imports" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "imports" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "import_rows_platform_all" ON "import_rows" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "import_rows_tenant_all" ON "import_rows" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "import_rows" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "import_changes_platform_all" ON "import_changes" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "import_changes_tenant_all" ON "import_changes" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "import_changes" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "import_checkpoints_platform_all" ON "import_checkpoints" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "import_checkpoints" CASCADE;`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_imports_status";`))
}
