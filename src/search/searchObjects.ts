import type { SanitizedConfig } from 'payload'

import type { DatabaseObject } from '@/db/migrations/tableObjects'

import { searchKeys } from './searchKeys'

const list = (names: readonly string[]): string =>
  `array[${names.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ')}]::text[]`

/** What the search functions have to know of the config: the names of the fields whose text is searched. */
export function searchObjects(config: SanitizedConfig): Record<string, DatabaseObject> {
  const layout = config.collections
    .find(({ slug }) => slug === 'pages')
    ?.flattenedFields.find((field) => field.name === 'layout')
  if (layout?.type !== 'blocks') throw new Error('Pages have no field “layout” of blocks')
  const { headings, body } = searchKeys(layout.blocks)
  return {
    '2 atrium_search_keys': {
      up: [
        'create or replace function atrium_search_keys(part text) returns text[]',
        'language sql immutable parallel safe as $$',
        `  select case part when 'headings' then ${list(headings)}`,
        `    else ${list(body)} end`,
        '$$;',
      ].join('\n'),
      down: 'drop function if exists atrium_search_keys(text);',
    },
  }
}
