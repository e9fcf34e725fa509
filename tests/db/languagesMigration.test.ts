import { join } from 'node:path'

import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { readMigrations } from '@/db/migrations/readMigrations'
import { migrateDown, migrateUp } from '@/db/migrations/runMigrations'

import { withClient } from '../../scripts/postgres/withClient'
import { projectRoot } from '../../scripts/support/projectPaths'
import { createDatabase, discardDatabase, type TestDatabase } from '../support/useDatabase'

const quiet = () => undefined
const TENANT = '00000000-0000-4000-8000-00000000000a'
const OTHER = '00000000-0000-4000-8000-00000000000b'
const id = (n: number): string => `00000000-0000-4000-8000-0000000000${10 + n}`

/** What a space had before there were languages. */
const PLANT = `
  insert into tenants (id, name, slug, settings) values
    ('${TENANT}', 'A', 'a', '{"locale": "de-AT"}'), ('${OTHER}', 'B', 'b', '{"locale": "tlh"}');
  insert into pages (id, tenant_id, title, slug, layout, meta_title, _status) values
    ('${id(1)}', '${TENANT}', 'Preise', 'preise', '[{"blockType": "hero", "heading": "Leuchtturm"}]', 'Was es kostet', 'published'),
    ('${id(2)}', '${OTHER}', 'Prices', 'prices', null, null, 'draft');
  insert into pages (id, tenant_id, title, slug, parent_id) values ('${id(3)}', '${TENANT}', 'Kind', 'kind', '${id(1)}');
  insert into _pages_v (id, tenant_id, parent_id, version_title, version_slug, version_path, latest, version__status) values
    ('${id(4)}', '${TENANT}', '${id(1)}', 'Neue Preise', 'preise', '/preise', true, 'draft');
  insert into media (id, tenant_id, alt, caption, filename) values ('${id(5)}', '${TENANT}', 'Ein Turm', 'Am Meer', 'turm.jpg');
  insert into site_settings (id, tenant_id, site_name, tagline, footer_text) values ('${id(6)}', '${TENANT}', 'A', 'Am Meer', 'Klein');
  insert into site_menu (id, _parent_id, _order, link_label) values ('m', '${id(6)}', 1, 'Preise');
  insert into site_submenu (id, _parent_id, _order, link_label) values ('s', 'm', 1, 'Kind');
  insert into site_footer_columns (id, _parent_id, _order, heading) values ('c', '${id(6)}', 1, 'Haus');
  insert into site_footer_links (id, _parent_id, _order, link_label) values ('l', 'c', 1, 'Anfahrt');
  insert into pages_rels (parent_id, path, media_id) values ('${id(1)}', 'references', '${id(5)}');
  insert into _pages_v_rels (parent_id, path, media_id) values ('${id(4)}', 'version.references', '${id(5)}');
  insert into forms (id, tenant_id, title, submit_button_label, confirmation_message, confirmation_mail_subject, consent_text, fields) values
    ('${id(7)}', '${TENANT}', 'Anfrage', 'Senden', '{"root": {}}', 'Danke', 'Ja, gern', '[
      {"blockType": "step", "title": "Zuerst"},
      {"blockType": "text", "name": "who", "label": "Ihr Name", "defaultValue": "Ada", "required": true},
      {"blockType": "message", "message": {"root": {"children": []}}},
      {"blockType": "select", "name": "what", "options": [{"id": "o", "label": "Ein Platz", "value": "desk"}]},
      {"blockType": "checkbox", "name": "ok", "label": "Ja", "defaultValue": true}
    ]');
  insert into forms_emails (id, _parent_id, _order, subject) values ('e', '${id(7)}', 1, 'Post');`

let database: TestDatabase
beforeEach(async () => {
  database = await createDatabase({ empty: true })
})
afterEach(() => discardDatabase(database))

const asRoot = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(database.superuserUrl, work)
const asOwner = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(database.ownerUrl, work)

/** Everything of the documents that is text, without what the database makes. */
const TEXTS = `
  select jsonb_build_object(
    'pages', (select jsonb_agg(jsonb_build_array(id, title, slug, path, layout, meta_title) order by id) from pages),
    'versions', (select jsonb_agg(jsonb_build_array(id, version_title, version_path) order by id) from _pages_v),
    'media', (select jsonb_agg(jsonb_build_array(alt, caption)) from media),
    'settings', (select jsonb_agg(jsonb_build_array(tagline, footer_text)) from site_settings),
    'menu', (select jsonb_agg(link_label) from site_menu), 'submenu', (select jsonb_agg(link_label) from site_submenu),
    'columns', (select jsonb_agg(heading) from site_footer_columns), 'links', (select jsonb_agg(link_label) from site_footer_links),
    'forms', (select jsonb_agg(jsonb_build_array(fields, submit_button_label, confirmation_message, confirmation_mail_subject, consent_text)) from forms),
    'references', (select count(*) from pages_rels), 'drafted', (select count(*) from _pages_v_rels),
    'emails', (select jsonb_agg(subject) from forms_emails),
    'search', (select jsonb_agg(jsonb_build_array(kind, document_id, title, published) order by kind, document_id, published) from search_documents)
  ) as texts`

test('what a space has becomes its main language’s, and comes back', async () => {
  const migrations = await readMigrations(join(projectRoot, 'src/migrations'))
  const at = migrations.findIndex(({ name }) => name.endsWith('_languages'))
  await asOwner((client) => migrateUp(client, migrations.slice(0, at), quiet))
  await asRoot((client) => client.query(PLANT))
  const before = await asRoot(async (client) => (await client.query(TEXTS)).rows)

  await asOwner((client) => migrateUp(client, migrations.slice(0, at + 1), quiet))
  await asRoot(async (client) => {
    const rows = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows
    expect(await rows('select default_locale from tenants order by slug')).toEqual([['de'], ['en']])
    expect(
      await rows('select _locale, title, path, meta_title from pages_locales order by title'),
    ).toEqual([
      ['de', 'Kind', '/preise/kind', null],
      ['de', 'Preise', '/preise', 'Was es kostet'],
      ['en', 'Prices', '/prices', null],
    ])
    expect(await rows('select _locale, version_title, tenant_id from _pages_v_locales')).toEqual([
      ['de', 'Neue Preise', TENANT],
    ])
    for (const [table, column, text] of [
      ['media_locales', 'alt', 'Ein Turm'],
      ['site_settings_locales', 'tagline', 'Am Meer'],
      ['site_menu_locales', 'link_label', 'Preise'],
      ['site_submenu_locales', 'link_label', 'Kind'],
      ['site_footer_columns_locales', 'heading', 'Haus'],
      ['site_footer_links_locales', 'link_label', 'Anfahrt'],
      ['forms_locales', 'submit_button_label', 'Senden'],
      ['forms_locales', 'confirmation_mail_subject', 'Danke'],
      ['forms_locales', 'consent_text', 'Ja, gern'],
      ['forms_emails_locales', 'subject', 'Post'],
    ])
      expect(await rows(`select _locale, ${column}, tenant_id from ${table}`), table).toEqual([
        ['de', text, TENANT],
      ])
    for (const table of ['pages_rels', '_pages_v_rels'])
      expect(await rows(`select locale from ${table}`), table).toEqual([['de']])
    const forms = await rows('select fields from forms')
    expect(forms[0]?.[0]).toEqual([
      { blockType: 'step', title: { de: 'Zuerst' } },
      {
        blockType: 'text',
        name: 'who',
        label: { de: 'Ihr Name' },
        defaultValue: { de: 'Ada' },
        required: true,
      },
      { blockType: 'message', message: { de: { root: { children: [] } } } },
      {
        blockType: 'select',
        name: 'what',
        options: [{ id: 'o', label: { de: 'Ein Platz' }, value: 'desk' }],
      },
      { blockType: 'checkbox', name: 'ok', label: { de: 'Ja' }, defaultValue: true },
    ])
    expect(
      await rows(
        `select locale, title from search_documents where kind = 'pages' and tenant_id = '${TENANT}' order by title`,
      ),
    ).toEqual([
      ['de', 'Kind'],
      ['de', 'Neue Preise'],
      ['de', 'Preise'],
    ])
  })

  await asOwner((client) => migrateDown(client, migrations.slice(0, at + 1), 1, quiet))
  expect(await asRoot(async (client) => (await client.query(TEXTS)).rows)).toEqual(before)
})
