import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261122_000035_imported_passwords'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`CREATE TABLE "page_embeddings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"locale" varchar NOT NULL,
	"model" varchar NOT NULL,
	"hash" varchar NOT NULL,
	"written_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"embedding" real[],
	"signs" bit varying,
	CONSTRAINT "page_embeddings_tenant_id_id_key" UNIQUE("tenant_id","id"),
	CONSTRAINT "page_embeddings_tenant_entry_key" UNIQUE("tenant_id","entry_id")
);`))
  await db.execute(sql.raw(`ALTER TABLE "page_embeddings" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "page_embeddings" ADD CONSTRAINT "page_embeddings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "page_embeddings" ADD CONSTRAINT "page_embeddings_page_id_tenant_fk" FOREIGN KEY ("tenant_id","page_id") REFERENCES "public"."pages"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "page_embeddings" ADD CONSTRAINT "page_embeddings_entry_id_tenant_fk" FOREIGN KEY ("tenant_id","entry_id") REFERENCES "public"."search_documents"("tenant_id","id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE INDEX "page_embeddings_tenant_idx" ON "page_embeddings" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "page_embeddings_page_idx" ON "page_embeddings" USING btree ("tenant_id","page_id");`))
  await db.execute(sql.raw(`CREATE INDEX "page_embeddings_entry_idx" ON "page_embeddings" USING btree ("tenant_id","entry_id");`))
  await db.execute(sql.raw(`CREATE INDEX "page_embeddings_updated_at_idx" ON "page_embeddings" USING btree ("tenant_id","updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "page_embeddings_created_at_idx" ON "page_embeddings" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE POLICY "page_embeddings_platform_all" ON "page_embeddings" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "page_embeddings_tenant_all" ON "page_embeddings" AS PERMISSIVE FOR ALL TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])) WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`alter table "page_embeddings" force row level security;`))
  await db.execute(sql.raw(`revoke all on "page_embeddings" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "page_embeddings" to atrium_platform;
grant select, insert, update, delete on "page_embeddings" to atrium_tenant;`))
  await db.execute(sql.raw(`create or replace trigger "page_embeddings_touch" before update on "page_embeddings" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "page_embeddings_keep_tenant" before update on "page_embeddings" for each row execute function atrium_keep_tenant();`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists "page_embeddings_keep_tenant" on "page_embeddings";`))
  await db.execute(sql.raw(`drop trigger if exists "page_embeddings_touch" on "page_embeddings";`))
  await db.execute(sql.raw(`revoke all on "page_embeddings" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`alter table "page_embeddings" no force row level security;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "page_embeddings_platform_all" ON "page_embeddings" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "page_embeddings_tenant_all" ON "page_embeddings" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "page_embeddings" CASCADE;`))
}
