import { sql } from '@payloadcms/db-postgres/drizzle'

import type { MigrationArgs } from '@/db/migrations/Migration'

export const parent = '20261122_002203_leftovers'

export async function up({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`ALTER POLICY "users_tenant_select" ON "users" TO atrium_tenant USING (id = (select nullif(current_setting('app.user_id', true), ''))::uuid or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]) or (tenant_id is null and exists (select from users_tenants m where m._parent_id = users.id and m.tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]))));`))
}

export async function down({ db }: MigrationArgs): Promise<void> {
  await db.execute(sql.raw(`ALTER POLICY "users_tenant_select" ON "users" TO atrium_tenant USING (id = (select nullif(current_setting('app.user_id', true), ''))::uuid or tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[]) or exists (select from users_tenants m where m._parent_id = users.id and m.tenant_id = any ((select nullif(current_setting('app.tenant_ids', true), ''))::uuid[])));`))
}
