import { uuidV5 } from '@/import/importedId'
import { type PlainValue, type Prepared, Refusal, type Target } from '@/import/targets/Target'

import { tinyPng } from '../buildMedia'

const text = (value: PlainValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const prepared = (
  data: Readonly<Record<string, unknown>>,
  more: Partial<Prepared> = {},
): Prepared => ({
  languages: [{ locale: 'en', data }],
  unmapped: {},
  notes: [],
  ...more,
})

const tenants: Target = {
  slug: 'tenants',
  through: 'api',
  prepare: ({ name, slug }, { existing }) =>
    Promise.resolve(
      prepared({
        name,
        slug,
        ...(existing ? {} : { industryModule: 'other', plan: 'starter', status: 'active' }),
      }),
    ),
}

/** People with a hash of a password, as rows: nothing is mailed. */
const users: Target = {
  slug: 'users',
  through: 'adapter',
  prepare: async ({ avatar, email, hash }, { find, id, tenant }) => {
    if (!text(email)) throw new Refusal('a person without an e-mail address')
    const picture = text(avatar) && (await find('media', text(avatar) ?? ''))
    return prepared(
      {
        email,
        // A row of a list has an id that the adapter is told.
        tenants: [{ id: uuidV5(id, tenant), tenant, role: 'author' }],
        isActive: true,
        ...(picture && { avatar: picture }),
      },
      { columns: { hash: text(hash) ?? null } },
    )
  },
}

const media: Target = {
  slug: 'media',
  through: 'api',
  prepare: async ({ alt, name }, { existing }) => {
    const data = await tinyPng()
    return prepared(
      { alt },
      existing
        ? {}
        : { file: { data, mimetype: 'image/png', name: text(name) ?? 'a.png', size: data.length } },
    )
  },
}

const pages: Target = {
  slug: 'pages',
  through: 'api',
  prepare: ({ links, parent, picture, slug, title, ...others }) => {
    if (title === 'Bad') return Promise.reject(new Refusal('nobody can make a page of it'))
    const mood = text(others.mood)
    return Promise.resolve(
      prepared(
        {
          title,
          slug,
          parent: parent ?? null,
          meta: { image: picture ?? null },
          layout: [
            ...(text(picture)
              ? [{ blockType: 'image', image: picture, size: 'wide', tone: 'plain' }]
              : []),
            ...(Array.isArray(links)
              ? [
                  {
                    blockType: 'cta',
                    heading: 'Read on',
                    tone: 'plain',
                    actions: links.slice(0, 2).map((page: PlainValue) => ({
                      link: { type: 'page', label: 'There', page },
                    })),
                  },
                ]
              : []),
          ],
          _status: 'published',
        },
        { status: 'published', unmapped: mood === undefined ? {} : { mood } },
      ),
    )
  },
}

/** As little as a target can be, for tests of what is around them. */
export const smallTargets: readonly Target[] = [tenants, users, media, pages]
