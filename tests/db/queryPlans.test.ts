import { randomUUID } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

import { isTenantTable } from '@/db/rls/classifyTables'
import { byIds } from '@/import/byIds'

import { loadClasses } from '../support/loadClasses'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { asIdentity, asRoot, asTenant, type SqlActor } from '../support/sqlActors'
import { useDatabase } from '../support/useDatabase'

useDatabase()

const { classes } = await loadClasses()
const names = [...classes.values()].filter(isTenantTable).map(({ table }) => table)

const TENANTS = 40
const ROWS = 100

let a: PlantedTenant

/** Enough rows of enough tenants that an index is worth it; copied from one planted row, without triggers. */
beforeAll(async () => {
  a = await plantTenant(names)
  await asRoot()(async (client) => {
    await client.query('set local session_replication_role = replica')
    await client.query(
      `insert into tenants (id, name, slug) select gen_random_uuid(), 'many', 'many-' || n from generate_series(1, $1) n`,
      [TENANTS],
    )
    const copy = (table: string, changes: string) =>
      client.query(
        `insert into ${table} select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'tenant_id', t.id,
            'created_at', now() - n * interval '1 minute', 'updated_at', now() - n * interval '1 minute') || ${changes})).*
         from ${table} r, tenants t, generate_series(1, ${ROWS}) n where r.tenant_id = $1`,
        [a.id],
      )
    await copy('pages', `jsonb_build_object('_status', 'published')`)
    await client.query(
      `insert into pages_locales (_parent_id, tenant_id, _locale, title, slug, path)
       select id, tenant_id, 'en', 'Page', 'page', '/page-' || row_number() over (partition by tenant_id) from pages
       on conflict do nothing`,
    )
    await copy('_pages_v', `jsonb_build_object('latest', n % 10 = 0)`)
    await copy('media', `jsonb_build_object('filename', 'picture-' || n || '.png')`)
    await copy('form_submissions', `'{}'::jsonb`)
    await client.query(
      `insert into users (id, email, tenant_id) select gen_random_uuid(), 'somebody-' || n || '@example.test', t.id
       from tenants t, generate_series(1, 50) n`,
    )
    await client.query(
      `insert into users_tenants (_order, _parent_id, id, tenant_id, role)
       select 1, id, gen_random_uuid(), tenant_id, 'editor' from users where email like 'somebody-%'`,
    )
  })
  await asRoot().rows('analyze')
})

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Relation Name'?: string
  readonly 'Parent Relationship'?: string
  readonly Plans?: readonly PlanNode[]
}

const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)]

async function planOf(actor: SqlActor, sql: string, values: unknown[] = []): Promise<PlanNode[]> {
  const [row] = await actor.rows<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
    `explain (format json) ${sql}`,
    values,
  )
  const plan = row?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error('no plan')
  return flatten(plan)
}

/** The columns that lead the indexes of a plan, and the tables that it reads from one end to the other. */
async function wayOf(plan: readonly PlanNode[]): Promise<{ leads: unknown[]; scanned: unknown[] }> {
  const indexes = plan.flatMap((node) => node['Index Name'] ?? [])
  const rows = await asRoot().rows<{ lead: string }>(
    `select distinct pg_get_indexdef(indexrelid, 1, true) as lead from pg_index where indexrelid::regclass::text = any ($1)`,
    [indexes],
  )
  return {
    leads: rows.map(({ lead }) => lead),
    scanned: plan
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => node['Relation Name']),
  }
}

const HOT: readonly [what: string, sql: string][] = [
  ['the list of pages', 'select * from pages order by updated_at desc limit 10'],
  [
    'published pages',
    `select * from pages where _status = 'published' order by created_at desc limit 10`,
  ],
  ['the number of pages', 'select count(*) from pages'],
  [
    'a page by its address',
    // Payload joins the page to it.
    `select _parent_id from pages_locales where _locale = 'en' and path = '/page-7' limit 1`,
  ],
  ['a search in titles', `select * from pages_locales where title ilike '%word%' limit 10`],
  [
    'pages by what their blocks hold',
    `select * from pages_locales where layout @> '[{"blockType": "form"}]' limit 10`,
  ],
  [
    'the newest versions',
    'select * from _pages_v where latest order by version_updated_at desc limit 10',
  ],
  ['the list of media', 'select * from media order by updated_at desc limit 10'],
  ['a file by its name', `select * from media where filename = 'picture-7.png' limit 1`],
  ['the newest leads', 'select * from form_submissions order by created_at desc limit 10'],
]

test.each(HOT)(
  '%s: the scope is read once, and the index leads with the tenant',
  async (_what, sql) => {
    const plan = await planOf(asTenant(a.id), sql)
    expect(plan.some((node) => node['Parent Relationship'] === 'InitPlan')).toBe(true)
    expect(await wayOf(plan)).toEqual({ leads: ['tenant_id'], scanned: [] })
  },
)

test('an account is authenticated without reading all accounts', async () => {
  for (const [sql, values] of [
    ['select * from users where id = $1', [a.userId]],
    ['select * from users where email = $1', ['somebody-7@example.test']],
  ] as const) {
    const plan = await planOf(asIdentity({ email: 'somebody-7@example.test' }, a.id), sql, [
      ...values,
    ])
    expect(plan.some((node) => node['Parent Relationship'] === 'InitPlan')).toBe(true)
    expect((await wayOf(plan)).scanned).toEqual([])
  }
})

test('the people of a space are found without reading those of all others', async () => {
  const people = asTenant(a.id, a.userId)
  for (const sql of [
    'select count(*) from users',
    `select * from users where email ilike '%somebody-7%' limit 10`,
  ]) {
    const plan = await planOf(people, sql)
    expect(plan.some((node) => node['Index Name'] === 'users_tenant_idx')).toBe(true)
    expect((await wayOf(plan)).scanned).not.toContain('users')
  }
})

test('sessions and roles are found by their account', async () => {
  const actor = asTenant(a.id, a.userId)
  for (const table of ['users_sessions', 'users_tenants']) {
    const plan = await planOf(actor, `select * from ${table} where _parent_id = $1`, [randomUUID()])
    expect(plan.some((node) => node['Parent Relationship'] === 'InitPlan')).toBe(true)
  }
})

test('an import looks for rows by the primary key alone, in a table that has grown since it was counted', async () => {
  await asRoot()(async (client) => {
    await client.query('set local session_replication_role = replica')
    await client.query(
      `insert into documents select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).*
       from documents d, generate_series(1, 20000) where d.tenant_id = $1`,
      [a.id],
    )
  })
  const plan = await planOf(asTenant(a.id), byIds('documents', 'id, hash'), [
    Array.from({ length: 500 }, () => randomUUID()),
  ])
  expect(plan.flatMap((node) => node['Index Name'] ?? [])).toEqual(['documents_pkey'])
  expect((await wayOf(plan)).scanned).toEqual([])
})
