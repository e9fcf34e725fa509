import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261121_194602_languages'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`CREATE TABLE "lead_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" varchar NOT NULL,
	"field" varchar NOT NULL,
	"lead_id" uuid NOT NULL,
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
	CONSTRAINT "lead_files_tenant_id_id_key" UNIQUE("tenant_id","id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "lead_files" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "erasures" ADD COLUMN "files" numeric DEFAULT 0;`))
  await db.execute(sql.raw(`ALTER TABLE "lead_files" ADD CONSTRAINT "lead_files_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "lead_files" ADD CONSTRAINT "lead_files_lead_id_tenant_fk" FOREIGN KEY ("tenant_id","lead_id") REFERENCES "public"."form_submissions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE UNIQUE INDEX "lead_files_filename_compound_idx" ON "lead_files" USING btree ("tenant_id","filename");`))
  await db.execute(sql.raw(`CREATE INDEX "lead_files_tenant_idx" ON "lead_files" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "lead_files_lead_idx" ON "lead_files" USING btree ("tenant_id","lead_id");`))
  await db.execute(sql.raw(`CREATE INDEX "lead_files_updated_at_idx" ON "lead_files" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "lead_files_created_at_idx" ON "lead_files" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "lead_files_filename_idx" ON "lead_files" USING btree ("tenant_id","filename");`))
  await db.execute(sql.raw(`CREATE POLICY "lead_files_platform_all" ON "lead_files" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "lead_files_tenant_all" ON "lead_files" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`alter table "lead_files" force row level security;`))
  await db.execute(sql.raw(`revoke all on "lead_files" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "lead_files" to atrium_platform;
grant select, insert, update, delete on "lead_files" to atrium_tenant;`))
  await db.execute(sql.raw(`create or replace trigger "lead_files_touch" before update on "lead_files" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "lead_files_keep_tenant" before update on "lead_files" for each row execute function atrium_keep_tenant();`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists "lead_files_keep_tenant" on "lead_files";`))
  await db.execute(sql.raw(`drop trigger if exists "lead_files_touch" on "lead_files";`))
  await db.execute(sql.raw(`revoke all on "lead_files" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`alter table "lead_files" no force row level security;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "lead_files_platform_all" ON "lead_files" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "lead_files_tenant_all" ON "lead_files" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "lead_files" CASCADE;`))
  await db.execute(sql.raw(`ALTER TABLE "erasures" DROP COLUMN "files";`))
}
