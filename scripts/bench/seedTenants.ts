import { withClient } from '../postgres/withClient'

export interface BenchTenant {
  readonly id: string
  readonly slug: string
}

export const PAGES_PER_TENANT = 50
const MEDIA_PER_TENANT = 20

/**
 * Ids can be worked out from what they are the id of: rows refer to each other without being read. With the marks of a UUID,
 * version 7: Payload takes a filter by anything else for one that finds nothing.
 */
const idOf = (kind: string, tenant: string, number = `''`) =>
  `overlay(overlay(md5(concat('${kind} ', ${tenant}, ' ', ${number})) placing '7' from 13) placing '8' from 17)::uuid`

/** Two pictures, text of some length, in the shape in which blocks are stored. */
const LAYOUT = `jsonb_build_array(
  jsonb_build_object('id', 'a', 'blockType', 'hero', 'variant', 'split', 'tone', 'plain',
    'heading', 'Page ' || p, 'text', 'What this page promises.', 'image', ${idOf('media', 't', `p % ${MEDIA_PER_TENANT}`)}),
  jsonb_build_object('id', 'b', 'blockType', 'richText', 'variant', 'column', 'tone', 'plain', 'content', jsonb_build_object('root',
    jsonb_build_object('type', 'root', 'version', 1, 'direction', 'ltr', 'format', '', 'indent', 0, 'children', jsonb_build_array(
      jsonb_build_object('type', 'paragraph', 'version', 1, 'direction', 'ltr', 'format', '', 'indent', 0, 'children', jsonb_build_array(
        jsonb_build_object('type', 'text', 'version', 1, 'format', 0, 'mode', 'normal', 'style', '', 'detail', 0,
          'text', repeat('A sentence of a paragraph on a page. ', 20)))))))),
  jsonb_build_object('id', 'c', 'blockType', 'image', 'size', 'wide', 'tone', 'plain', 'image', ${idOf('media', 't', `(p + 7) % ${MEDIA_PER_TENANT}`)}))`

const PATH = `case when p = 0 then '/' else '/page-' || p end`
const SLUG = `case when p = 0 then 'home' else 'page-' || p end`

/** Tenants number \`$1\` to \`$2\`, with settings, media, published pages, their versions and references. */
const STATEMENTS = [
  `insert into tenants (id, name, slug) select ${idOf('tenant', 't')}, 'Space ' || t, 'space-' || t from generate_series($1::int, $2::int) t`,
  `insert into media (id, tenant_id, prefix, filename, mime_type, filesize, width, height)
   select ${idOf('media', 't', 'm')}, ${idOf('tenant', 't')}, ${idOf('tenant', 't')}::text, 'picture-' || m || '.jpg', 'image/jpeg', 120000, 1600, 900
   from generate_series($1::int, $2::int) t, generate_series(0, ${MEDIA_PER_TENANT - 1}) m`,
  `insert into media_locales (_parent_id, tenant_id, _locale, alt)
   select ${idOf('media', 't', 'm')}, ${idOf('tenant', 't')}, 'en', 'A picture'
   from generate_series($1::int, $2::int) t, generate_series(0, ${MEDIA_PER_TENANT - 1}) m`,
  `insert into site_settings (id, tenant_id, site_name, logo_id)
   select ${idOf('settings', 't')}, ${idOf('tenant', 't')}, 'Space ' || t, ${idOf('media', 't', '0')} from generate_series($1::int, $2::int) t`,
  `insert into pages (id, tenant_id, _status, meta_image_id, updated_at)
   select ${idOf('page', 't', 'p')}, ${idOf('tenant', 't')}, 'published', ${idOf('media', 't', `p % ${MEDIA_PER_TENANT}`)}, now() - p * interval '1 hour'
   from generate_series($1::int, $2::int) t, generate_series(0, ${PAGES_PER_TENANT - 1}) p`,
  `insert into pages_locales (_parent_id, tenant_id, _locale, title, slug, path, layout)
   select ${idOf('page', 't', 'p')}, ${idOf('tenant', 't')}, 'en', 'Page ' || p, ${SLUG}, ${PATH}, ${LAYOUT}
   from generate_series($1::int, $2::int) t, generate_series(0, ${PAGES_PER_TENANT - 1}) p`,
  `insert into pages_rels ("order", parent_id, path, media_id, tenant_id)
   select 1, ${idOf('page', 't', 'p')}, 'references', ${idOf('media', 't', `p % ${MEDIA_PER_TENANT}`)}, ${idOf('tenant', 't')}
   from generate_series($1::int, $2::int) t, generate_series(0, ${PAGES_PER_TENANT - 1}) p`,
  `insert into _pages_v (id, parent_id, tenant_id, version__status, latest)
   select ${idOf('version', 't', 'p')}, ${idOf('page', 't', 'p')}, ${idOf('tenant', 't')}, 'published', true
   from generate_series($1::int, $2::int) t, generate_series(0, ${PAGES_PER_TENANT - 1}) p`,
  `insert into _pages_v_locales (_parent_id, tenant_id, _locale, version_title, version_slug, version_path, version_layout)
   select ${idOf('version', 't', 'p')}, ${idOf('tenant', 't')}, 'en', 'Page ' || p, ${SLUG}, ${PATH}, ${LAYOUT}
   from generate_series($1::int, $2::int) t, generate_series(0, ${PAGES_PER_TENANT - 1}) p`,
]

/**
 * Adds tenants up to a number, by set-based SQL as the superuser, with triggers and foreign keys off: what they would work
 * out is written right away. A thousand take seconds, through Payload they would take hours.
 */
export async function seedTenants(superuserUrl: string, from: number, to: number): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    for (const statement of STATEMENTS) await client.query(statement, [from, to])
    await client.query('commit')
    // What autovacuum does on a server that has been up for a while.
    await client.query('vacuum analyze')
  })
}

/** Tenants evenly spread over all that there are. */
export async function loadSample(
  superuserUrl: string,
  count: number,
  size: number,
): Promise<BenchTenant[]> {
  const step = Math.max(1, Math.floor(count / size))
  return withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<BenchTenant>(
      `select id, slug from tenants where substring(slug from 7)::int % $1 = 0 order by slug limit $2`,
      [step, size],
    )
    return rows
  })
}
