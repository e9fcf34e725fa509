import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { plantPage as plantLocalized } from '../support/plantPage'
import { plantTenant, type PlantedTenant } from '../support/plantTenant'
import { runScript } from '../support/runScript'
import { asPlatform, asRoot, asTenant } from '../support/sqlActors'
import { testDatabase, useDatabase } from '../support/useDatabase'

useDatabase()

let a: PlantedTenant
let b: PlantedTenant

beforeAll(async () => {
  a = await plantTenant([])
  b = await plantTenant([])
})

interface PageText {
  title?: string
  status?: 'draft' | 'published'
  layout?: unknown
  description?: string
  publishedAt?: string
}

const plantPage = (
  tenant: string,
  { title = 'Page', status = 'published', layout = [], description, publishedAt }: PageText,
  locale = 'en',
): Promise<string> =>
  plantLocalized(tenant, {
    status,
    publishedAt,
    texts: { [locale]: { title, slug: randomUUID(), layout, description } },
  })

/** As the runtime searches: what matches is found by the policy, and nothing else is there. */
async function searchIn(tenant: string, question: string, locale?: string): Promise<string[]> {
  return asTenant(tenant)(async (client) => {
    await client.query(
      `select set_config('app.lookup', websearch_to_tsquery(atrium_space_language(id, coalesce($3, default_locale::text)), $2)::text, true)
       from tenants where id = $1`,
      [tenant, question, locale],
    )
    await client.query(`select set_config('role', 'atrium_search', true)`)
    const { rows } = await client.query<{ document_id: string }>(
      `select distinct document_id from search_documents`,
    )
    return rows.map(({ document_id: id }) => id)
  })
}

const retitle = (page: string, title: string, locale = 'en') =>
  asTenant(a.id).rows(
    'update pages_locales set title = $1 where _parent_id = $2 and _locale = $3',
    [title, page, locale],
  )

const stateOf = (page: string) =>
  asPlatform().rows<{ published: boolean; working: boolean; title: string }>(
    `select published, working, title from search_documents where document_id = $1 order by published`,
    [page],
  )

describe('what is written is found', () => {
  test('by its title, the text of its blocks and of rich text, and its description', async () => {
    const page = await plantPage(a.id, {
      title: 'Kayaks',
      description: 'Paddling',
      layout: [
        { id: 'abc', blockType: 'hero', variant: 'split', heading: 'Harbours', text: 'Lighthouse' },
        {
          blockType: 'richText',
          content: {
            root: {
              type: 'root',
              children: [
                {
                  type: 'heading',
                  tag: 'h2',
                  children: [{ type: 'text', text: 'Oystercatchers' }],
                },
              ],
            },
          },
        },
        { blockType: 'faq', items: [{ question: 'Parking?', answer: null }] },
      ],
    })
    for (const word of ['kayak', 'harbour', 'lighthouse', 'oystercatcher', 'parking', 'paddling'])
      expect(await searchIn(a.id, word), word).toEqual([page])
  })

  test('not by keys, ids, kinds and looks of blocks', async () => {
    await plantPage(a.id, {
      layout: [
        {
          id: 'zebrafish',
          blockType: 'quokka',
          variant: 'narwhal',
          heading: 'Fine',
          anchor: 'walrus',
        },
      ],
    })
    for (const word of ['zebrafish', 'quokka', 'narwhal', 'walrus', 'blockType', 'heading'])
      expect(await searchIn(a.id, word), word).toEqual([])
  })

  test('with accents or without, in the language of the space', async () => {
    await asPlatform().rows(`update tenants set default_locale = 'de' where id = $1`, [b.id])
    const page = await plantPage(b.id, { title: 'Räume für Veranstaltungen' }, 'de')
    for (const words of ['raum', 'räume', 'Raume', 'Veranstaltung', 'VERANSTALTUNGEN raum'])
      expect(await searchIn(b.id, words), words).toEqual([page])
  })

  test.each(['deutsch', 'simple', 'Klingon'])(
    'whatever a space says its language is: %s',
    async (language) => {
      const c = await plantTenant([])
      await asPlatform().rows(
        `update tenants set settings = jsonb_build_object('searchLanguage', $2::text) where id = $1`,
        [c.id, language],
      )
      const page = await plantPage(c.id, { title: 'Studio' })
      expect(await searchIn(c.id, 'studio')).toEqual([page])
    },
  )

  test('forms, media and leads, by their own text', async () => {
    const [form, medium, lead] = [randomUUID(), randomUUID(), randomUUID()]
    await asTenant(a.id)(async (client) => {
      await client.query(
        `insert into forms (id, tenant_id, title, fields) values ($1, $2, 'Membership', '[{"blockType": "text", "name": "xylo", "label": "Wetsuit size"}]')`,
        [form, a.id],
      )
      await client.query(
        `insert into media (id, tenant_id, filename) values ($1, $2, 'sunset-jetty.jpg')`,
        [medium, a.id],
      )
      await client.query(
        `insert into media_locales (_parent_id, _locale, alt) values ($1, 'en', 'A rowing boat')`,
        [medium],
      )
      await client.query(
        `insert into form_submissions (id, tenant_id, form_id, summary) values ($1, $2, $3, 'Ada')`,
        [lead, a.id, form],
      )
      await client.query(
        `insert into form_submissions_submission_data (_order, _parent_id, id, field, value) values (1, $1, $2, 'note', 'Catamaran please')`,
        [lead, randomUUID()],
      )
    })
    expect(await searchIn(a.id, 'wetsuit')).toEqual([form])
    expect(await searchIn(a.id, 'xylo')).toEqual([])
    expect(await searchIn(a.id, 'jetty rowing')).toEqual([medium])
    expect(await searchIn(a.id, 'catamaran')).toEqual([lead])
    await asTenant(a.id).rows('delete from form_submissions where id = $1', [lead])
    expect(await searchIn(a.id, 'catamaran')).toEqual([])
  })

  test('no longer, once it is deleted or says something else', async () => {
    const page = await plantPage(a.id, { title: 'Yurt' })
    await retitle(page, 'Igloo')
    expect(await searchIn(a.id, 'yurt')).toEqual([])
    expect(await searchIn(a.id, 'igloo')).toEqual([page])
    await asTenant(a.id).rows('delete from pages where id = $1', [page])
    expect(await searchIn(a.id, 'igloo')).toEqual([])
    expect(await stateOf(page)).toEqual([])
  })
})

describe('a page and its draft', () => {
  const addVersion = (page: string, status: string, title: string) =>
    asTenant(a.id)(async (client) => {
      await client.query('update _pages_v set latest = false where parent_id = $1', [page])
      const id = randomUUID()
      await client.query(
        `insert into _pages_v (id, tenant_id, parent_id, latest, version__status) values ($1, $2, $3, true, $4)`,
        [id, a.id, page, status],
      )
      await client.query(
        `insert into _pages_v_locales (_parent_id, _locale, version_title) values ($1, 'en', $2)`,
        [id, title],
      )
    })

  test('are one while nobody works on it, and two when somebody does', async () => {
    const page = await plantPage(a.id, { title: 'Before' })
    expect(await stateOf(page)).toEqual([{ published: true, working: true, title: 'Before' }])
    await addVersion(page, 'draft', 'After')
    expect(await stateOf(page)).toEqual([
      { published: false, working: true, title: 'After' },
      { published: true, working: false, title: 'Before' },
    ])
    await retitle(page, 'After')
    await addVersion(page, 'published', 'After')
    expect(await stateOf(page)).toEqual([{ published: true, working: true, title: 'After' }])
  })

  test('are what editors find only, while the page was never published, and when it no longer is', async () => {
    const page = await plantPage(a.id, { title: 'Secret', status: 'draft' })
    expect(await stateOf(page)).toEqual([{ published: false, working: true, title: 'Secret' }])
    await asTenant(a.id).rows(`update pages set _status = 'published' where id = $1`, [page])
    expect(await stateOf(page)).toEqual([{ published: true, working: true, title: 'Secret' }])
    await asTenant(a.id).rows(`update pages set _status = 'draft' where id = $1`, [page])
    expect(await stateOf(page)).toEqual([{ published: false, working: true, title: 'Secret' }])
  })

  test('give words to suggest once the page is published, and before that none', async () => {
    const words = (like: string) =>
      asTenant(a.id).rows('select word from search_words where word like $1', [like])
    await plantPage(a.id, { title: 'Embargoed zeppelin', status: 'draft' })
    await plantPage(a.id, { title: 'Embargoed zeppelin', publishedAt: '2999-01-01' })
    expect(await words('zeppelin')).toEqual([])
    await plantPage(a.id, { title: 'Zeppelin' })
    expect(await words('zeppelin')).toEqual([{ word: 'zeppelin' }])
  })
})

describe('in several languages', () => {
  const entriesOf = (document: string) =>
    asPlatform().rows<{ locale: string; title: string }>(
      'select locale, title from search_documents where document_id = $1 order by locale',
      [document],
    )

  test('there is an entry for each that the page is written in, found by the words of that language', async () => {
    const page = await plantLocalized(a.id, {
      texts: {
        en: { title: 'Wigwams', slug: 'wigwams' },
        de: { title: 'Häuser', slug: 'haeuser' },
      },
    })
    expect(await entriesOf(page)).toEqual([
      { locale: 'de', title: 'Häuser' },
      { locale: 'en', title: 'Wigwams' },
    ])
    expect(await searchIn(a.id, 'haus', 'de')).toEqual([page])
    expect(await searchIn(a.id, 'wigwam', 'en')).toEqual([page])
  })

  test('a translation that is changed or taken away is found as it is', async () => {
    const page = await plantLocalized(a.id, {
      texts: { en: { title: 'One', slug: 'one' }, de: { title: 'Windjammer', slug: 'eins' } },
    })
    await retitle(page, 'Schoner', 'de')
    expect(await searchIn(a.id, 'windjammer', 'de')).toEqual([])
    expect(await searchIn(a.id, 'schoner', 'de')).toEqual([page])
    await asTenant(a.id).rows(
      `delete from pages_locales where _parent_id = $1 and _locale = 'de'`,
      [page],
    )
    expect(await entriesOf(page)).toEqual([{ locale: 'en', title: 'One' }])
  })

  test('the configuration that a space chose is that of its main language', async () => {
    const c = await plantTenant([])
    await asPlatform().rows(
      `update tenants set settings = '{"searchLanguage": "simple"}' where id = $1`,
      [c.id],
    )
    const page = await plantLocalized(c.id, {
      texts: { en: { title: 'Boats', slug: 'boats' }, de: { title: 'Häuser', slug: 'haeuser' } },
    })
    expect(await searchIn(c.id, 'boats', 'en')).toEqual([page])
    expect(await searchIn(c.id, 'boat', 'de')).toEqual([])
    expect(await searchIn(c.id, 'haus', 'de')).toEqual([page])
  })

  test('forms and pictures have one for each of theirs', async () => {
    const [form, medium] = [randomUUID(), randomUUID()]
    await asTenant(a.id)(async (client) => {
      await client.query(
        `insert into forms (id, tenant_id, title, fields) values ($1, $2, 'Berth',
          '[{"blockType": "select", "name": "q", "label": {"en": "Rigging", "de": "Takelage"},
             "options": [{"id": "x", "value": "v", "label": {"en": "Mainmast"}}]}]')`,
        [form, a.id],
      )
      await client.query(
        `insert into forms_locales (_parent_id, _locale, submit_button_label) values ($1, 'en', 'Send'), ($1, 'de', 'Absenden')`,
        [form],
      )
      await client.query(`insert into media (id, tenant_id, filename) values ($1, $2, 'x.jpg')`, [
        medium,
        a.id,
      ])
      await client.query(
        `insert into media_locales (_parent_id, _locale, alt) values ($1, 'de', 'Ein Leuchtturm')`,
        [medium],
      )
    })
    expect((await entriesOf(form)).map(({ locale }) => locale)).toEqual(['de', 'en'])
    expect(await searchIn(a.id, 'takelage', 'de')).toEqual([form])
    expect(await searchIn(a.id, 'rigging', 'en')).toEqual([form])
    expect(await searchIn(a.id, 'takelage', 'en')).toEqual([form])
    expect(await searchIn(a.id, 'leuchttürme', 'de')).toEqual([medium])
    expect((await entriesOf(medium)).map(({ locale }) => locale)).toEqual(['de'])
  })
})

describe('the role that searches', () => {
  test('sees of its own space what matches, and of the neighbour’s nothing', async () => {
    const mine = await plantPage(a.id, { title: 'Trampoline' })
    await plantPage(b.id, { title: 'Trampoline' })
    expect(await searchIn(a.id, 'trampoline')).toEqual([mine])
  })

  test.each(['', ' ', '!', 'the', '"', '- - -', ') or true --', ':*', 'a'.repeat(2_000)])(
    'finds nothing, and fails at nothing, by %j',
    async (question) => {
      expect(await searchIn(a.id, question)).toEqual([])
    },
  )

  test('sees no other table, and writes nothing', async () => {
    const refusal = async (statement: string) =>
      asTenant(a.id).refusal(`do $$ begin set local role atrium_search; ${statement}; end $$`)
    for (const statement of [
      'perform * from pages',
      'perform * from tenants',
      'perform * from users',
      `update search_documents set title = 'x'`,
      'delete from search_words',
    ])
      expect(await refusal(statement), statement).toBe('42501')
  })

  test('reads by the index, the tenant first', async () => {
    await asRoot()(async (client) => {
      await client.query('set local session_replication_role = replica')
      await client.query(
        `insert into search_documents (id, tenant_id, kind, document_id, locale, published, working, title, body, vector)
         select gen_random_uuid(), case when n % 2 = 0 then $1::uuid else $2::uuid end, 'pages', n::text, 'en', true, true, 'filler', '', to_tsvector('public.atrium_english', 'filler ' || n)
         from generate_series(1, 40000) n`,
        [a.id, b.id],
      )
    })
    await asRoot().rows('analyze search_documents')
    const plan = await asTenant(a.id)(async (client) => {
      await client.query(
        `select set_config('role', 'atrium_search', true), set_config('app.lookup', '''777''', true)`,
      )
      return client.query<{ 'QUERY PLAN': string }>('explain select * from search_documents')
    })
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(text).toMatch(/Bitmap Index Scan on search_documents_vector_gin/)
    expect(text).toMatch(/Index Cond: .*tenant_id = .*vector @@/)
  })
})

describe('npm run search:reindex', () => {
  test('writes the index anew, of one space or of all, and goes on after an interruption', async () => {
    const [mine, theirs] = [
      await plantPage(a.id, { title: 'Velodrome' }),
      await plantPage(b.id, { title: 'Velodrome' }),
    ]
    const forget = () => asPlatform().rows('delete from search_documents')
    const slugOf = async (id: string) =>
      (await asPlatform().rows<{ slug: string }>('select slug from tenants where id = $1', [id]))[0]
        ?.slug ?? ''

    await forget()
    const one = await runScript('search-reindex.ts', testDatabase(), [
      '--tenant',
      await slugOf(a.id),
    ])
    expect(one).toMatchObject({ code: 0 })
    expect(one.output).toContain('The search index is current.')
    expect(await searchIn(a.id, 'velodrome')).toEqual([mine])
    expect(await searchIn(b.id, 'velodrome')).toEqual([])

    await forget()
    const place = {
      place: { kind: 'pages', after: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
      done: 7,
    }
    await asPlatform().rows(
      `insert into payload_kv (id, key, data) values (gen_random_uuid(), 'search-reindex:all', $1)`,
      [JSON.stringify(place)],
    )
    const rest = await runScript('search-reindex.ts', testDatabase())
    expect(rest.output).toContain('after 7 documents')
    expect(await searchIn(a.id, 'velodrome')).toEqual([])

    const all = await runScript('search-reindex.ts', testDatabase(), ['--restart'])
    expect(all).toMatchObject({ code: 0 })
    expect(await searchIn(a.id, 'velodrome')).toEqual([mine])
    expect(await searchIn(b.id, 'velodrome')).toEqual([theirs])
  })

  test('says which spaces there are', async () => {
    const { code, output } = await runScript('search-reindex.ts', testDatabase(), [
      '--tenant',
      'nowhere',
    ])
    expect(code).toBe(1)
    expect(output).toContain('There is no space “nowhere”.')
  })
})
