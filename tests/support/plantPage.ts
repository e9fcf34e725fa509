import { randomUUID } from 'node:crypto'

import { asTenant } from './sqlActors'

export interface PlantedPage {
  readonly id?: string
  readonly parent?: string | null
  readonly status?: 'draft' | 'published'
  readonly publishedAt?: string
  /** By language. */
  readonly texts: Readonly<Record<string, PlantedText>>
}

export interface PlantedText {
  readonly slug?: string
  readonly title?: string
  readonly layout?: unknown
  readonly description?: string
}

/** A page and its translations, by SQL in the scope of its space: what Payload does, without it. */
export async function plantPage(
  tenant: string,
  { id = randomUUID(), parent = null, status = 'published', publishedAt, texts }: PlantedPage,
): Promise<string> {
  await asTenant(tenant)(async (client) => {
    await client.query(
      'insert into pages (id, tenant_id, parent_id, _status, published_at) values ($1, $2, $3, $4, $5)',
      [id, tenant, parent, status, publishedAt],
    )
    for (const [locale, text] of Object.entries(texts))
      await client.query(
        `insert into pages_locales (_parent_id, _locale, title, slug, layout, meta_description)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          id,
          locale,
          text.title ?? text.slug,
          text.slug,
          text.layout === undefined ? null : JSON.stringify(text.layout),
          text.description,
        ],
      )
  })
  return id
}
