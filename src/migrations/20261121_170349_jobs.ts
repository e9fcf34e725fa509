import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261121_162118_search'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`CREATE TYPE "public"."enum_payload_jobs_state" AS ENUM('waiting', 'running', 'done', 'failed');`))
  await db.execute(sql.raw(`CREATE TABLE "payload_jobs_log" (
	"_order" integer NOT NULL,
	"_parent_id" uuid NOT NULL,
	"id" varchar PRIMARY KEY NOT NULL,
	"executed_at" timestamp(3) with time zone NOT NULL,
	"completed_at" timestamp(3) with time zone NOT NULL,
	"task_slug" varchar NOT NULL,
	"task_i_d" varchar NOT NULL,
	"input" jsonb,
	"output" jsonb,
	"state" varchar NOT NULL,
	"error" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "payload_jobs_log" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`CREATE TABLE "payload_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" varchar,
	"state" "enum_payload_jobs_state",
	"problem" varchar,
	"document" varchar,
	"wait_until" timestamp(3) with time zone,
	"completed_at" timestamp(3) with time zone,
	"total_tried" numeric DEFAULT 0,
	"created_by_id" uuid,
	"tenant_id" uuid,
	"task_slug" varchar,
	"input" jsonb,
	"error" jsonb,
	"lease_until" timestamp(3) with time zone,
	"lease_token" varchar,
	"processing" boolean DEFAULT false,
	"has_error" boolean DEFAULT false,
	"queue" varchar DEFAULT 'default',
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);`))
  await db.execute(sql.raw(`ALTER TABLE "payload_jobs" ENABLE ROW LEVEL SECURITY;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_jobs_log" ADD CONSTRAINT "payload_jobs_log_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payload_jobs"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_jobs" ADD CONSTRAINT "payload_jobs_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;`))
  await db.execute(sql.raw(`ALTER TABLE "payload_jobs" ADD CONSTRAINT "payload_jobs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;`))
  await db.execute(sql.raw(`CREATE INDEX "payload_jobs_log_order_idx" ON "payload_jobs_log" USING btree ("_order");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_jobs_log_parent_id_idx" ON "payload_jobs_log" USING btree ("_parent_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_jobs_created_by_idx" ON "payload_jobs" USING btree ("created_by_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_jobs_tenant_idx" ON "payload_jobs" USING btree ("tenant_id");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_jobs_updated_at_idx" ON "payload_jobs" USING btree ("updated_at");`))
  await db.execute(sql.raw(`CREATE INDEX "payload_jobs_created_at_idx" ON "payload_jobs" USING btree ("created_at");`))
  await db.execute(sql.raw(`CREATE INDEX "state_waitUntil_idx" ON "payload_jobs" USING btree ("state","wait_until");`))
  await db.execute(sql.raw(`CREATE INDEX "tenant_createdAt_idx" ON "payload_jobs" USING btree ("tenant_id","created_at");`))
  await db.execute(sql.raw(`CREATE POLICY "payload_jobs_log_platform_all" ON "payload_jobs_log" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "payload_jobs_log_tenant_select" ON "payload_jobs_log" AS PERMISSIVE FOR SELECT TO "atrium_tenant" USING (exists (select from payload_jobs p where p.id = _parent_id));`))
  await db.execute(sql.raw(`CREATE POLICY "payload_jobs_platform_all" ON "payload_jobs" AS PERMISSIVE FOR ALL TO "atrium_platform" USING (true) WITH CHECK (true);`))
  await db.execute(sql.raw(`CREATE POLICY "payload_jobs_tenant_select" ON "payload_jobs" AS PERMISSIVE FOR SELECT TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]));`))
  await db.execute(sql.raw(`CREATE POLICY "payload_jobs_tenant_insert" ON "payload_jobs" AS PERMISSIVE FOR INSERT TO "atrium_tenant" WITH CHECK (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]) and state = 'waiting' and (created_by_id is null or created_by_id = (select nullif(current_setting('app.user_id', true), ''))::uuid));`))
  await db.execute(sql.raw(`CREATE POLICY "payload_jobs_tenant_delete" ON "payload_jobs" AS PERMISSIVE FOR DELETE TO "atrium_tenant" USING (tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]) and state = 'waiting');`))
  await db.execute(sql.raw(`-- One word for what Payload keeps in three columns: for lists, for the claim's index, and for the policy on cancelling.
-- A job stays with the tenant for which it was queued. Runners hear of a new one when its transaction is committed.
create or replace function atrium_job_state() returns trigger
language plpgsql as $$
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
$$;`))
  await db.execute(sql.raw(`alter table "payload_jobs" force row level security;`))
  await db.execute(sql.raw(`alter table "payload_jobs_log" force row level security;`))
  await db.execute(sql.raw(`revoke all on "payload_jobs" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "payload_jobs" to atrium_platform;
grant select, insert, delete on "payload_jobs" to atrium_tenant;`))
  await db.execute(sql.raw(`revoke all on "payload_jobs_log" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;
grant select, insert, update, delete on "payload_jobs_log" to atrium_platform;
grant select on "payload_jobs_log" to atrium_tenant;`))
  await db.execute(sql.raw(`create or replace trigger "payload_jobs_touch" before update on "payload_jobs" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger "payload_jobs_log_touch" before update on "payload_jobs_log" for each row execute function atrium_touch_updated_at();`))
  await db.execute(sql.raw(`create or replace trigger payload_jobs_state before insert or update on payload_jobs
  for each row execute function atrium_job_state();`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists payload_jobs_state on payload_jobs;`))
  await db.execute(sql.raw(`drop trigger if exists "payload_jobs_log_touch" on "payload_jobs_log";`))
  await db.execute(sql.raw(`drop trigger if exists "payload_jobs_touch" on "payload_jobs";`))
  await db.execute(sql.raw(`revoke all on "payload_jobs_log" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`revoke all on "payload_jobs" from atrium_tenant, atrium_identity, atrium_search, atrium_platform;`))
  await db.execute(sql.raw(`alter table "payload_jobs_log" no force row level security;`))
  await db.execute(sql.raw(`alter table "payload_jobs" no force row level security;`))
  await db.execute(sql.raw(`drop function if exists atrium_job_state();`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_jobs_log_platform_all" ON "payload_jobs_log" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_jobs_log_tenant_select" ON "payload_jobs_log" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "payload_jobs_log" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_jobs_platform_all" ON "payload_jobs" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_jobs_tenant_select" ON "payload_jobs" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_jobs_tenant_insert" ON "payload_jobs" CASCADE;`))
  await db.execute(sql.raw(`DROP POLICY IF EXISTS "payload_jobs_tenant_delete" ON "payload_jobs" CASCADE;`))
  await db.execute(sql.raw(`DROP TABLE "payload_jobs" CASCADE;`))
  await db.execute(sql.raw(`DROP TYPE "public"."enum_payload_jobs_state";`))
}
