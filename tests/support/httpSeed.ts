import { randomUUID } from 'node:crypto'

import type { Role } from '../../src/db/scope'
import { withClient } from '../../scripts/postgres/withClient'
import { filesFormOf, filled, formOf, png, richTextLink, theme, upload } from './httpContent'
import { HTTP_PASSWORD, plantPerson } from './httpPeople'
import { plantImport, plantUnwritable } from './httpUnwritable'
import { pdf } from './sampleFiles'
import { expectStatus, readText, request, type Answer, type Call } from './httpRequest'

export interface Person {
  readonly id: string
  readonly email: string
  readonly token: string
}

/** A tenant that uses everything. */
export interface Space {
  readonly id: string
  readonly slug: string
  readonly host: string
  readonly people: Readonly<Record<Role, Person>>
  /** Somebody else of the space, to do things to. */
  readonly colleague: string
  readonly apiKey: string
  readonly service: string
  /** One document of each collection that has documents of tenants, by the collection's slug. */
  readonly docs: Readonly<Record<string, string>>
  /** Documents with a meaning. */
  readonly pages: Readonly<Record<'home' | 'about' | 'draft' | 'scheduled' | 'byAuthor', string>>
  /** A version of `pages.about`. */
  readonly version: string
}

export interface Seeded {
  readonly admin: Person
  /** A global account: editor of both spaces. */
  readonly agency: Person
  readonly a: Space
  readonly b: Space
  /** Suspended after it was filled. */
  readonly closed: Space
  /** One row of each shared list, and of what belongs to the platform. */
  readonly shared: Readonly<Record<string, string>>
}

export const PLATFORM = 'localhost'
const ROLES: readonly Role[] = ['owner', 'editor', 'author', 'viewer', 'member']

export interface Place {
  readonly port: number
  readonly superuserUrl: string
}

/** Fills a database through the API, as people would; only their accounts are planted. */
export async function seedHttp(place: Place): Promise<Seeded> {
  const admin = await plant(place, 'admin@platform.test', {
    memberships: [],
    platformRole: 'platform-admin',
  })
  const spaces = []
  for (const slug of ['alpha', 'beta', 'closed']) spaces.push(await buildSpace(place, slug, admin))
  const [a, b, closed] = spaces
  if (!a || !b || !closed) throw new Error('Three spaces were asked for')
  const agency = await plant(place, 'agency@platform.test', {
    memberships: [a, b].map(({ id }) => ({ tenant: id, role: 'editor' as const })),
  })
  const asAdmin = { host: PLATFORM, token: admin.token }
  const shared: Record<string, string> = {}
  for (const list of ['countries', 'currencies', 'time-zones']) {
    const answer = await ask(place, 201, {
      ...asAdmin,
      path: `/api/${list}`,
      json: { code: 'XX', name: 'Nowhere' },
    })
    shared[list] = readText(answer, 'doc', 'id')
  }
  shared.imports = await withClient(place.superuserUrl, (client) =>
    plantImport((text, values) => client.query(text, values)),
  )
  const suspend = {
    path: `/api/tenants/${closed.id}`,
    method: 'PATCH',
    json: { status: 'suspended' },
  }
  await ask(place, 200, { ...asAdmin, ...suspend })
  return { admin, agency, a, b, closed, shared }
}

const ask = async ({ port }: Place, status: number, call: Call): Promise<Answer> =>
  expectStatus(await request(port, call), status)

/** Signs in and keeps the token. */
export async function signIn(
  { port }: Pick<Place, 'port'>,
  host: string,
  email: string,
  password = HTTP_PASSWORD,
): Promise<string> {
  const answer = await request(port, { host, path: '/api/users/login', json: { email, password } })
  return readText(expectStatus(answer, 200), 'token')
}

type Account = Omit<Parameters<typeof plantPerson>[1], 'email'>

async function plant(
  place: Place,
  email: string,
  account: Account,
  host = PLATFORM,
): Promise<Person> {
  const id = await withClient(place.superuserUrl, (client) =>
    plantPerson(client, { email, ...account }),
  )
  return { id, email, token: await signIn(place, host, email) }
}

/** A space with a document of each kind. Everything in it carries the words “of <slug>”, so that a leak shows. */
export async function buildSpace(
  place: Place,
  slug: string,
  admin: Pick<Person, 'token'>,
): Promise<Space> {
  const host = `${slug}.localhost`
  const id = readText(
    await ask(place, 201, {
      host: PLATFORM,
      token: admin.token,
      path: '/api/tenants',
      json: { name: `Space of ${slug}`, slug },
    }),
    'doc',
    'id',
  )
  const people = Object.fromEntries(
    await Promise.all(
      ROLES.map(async (role) => {
        const account = { tenant: id, memberships: [{ tenant: id, role }] }
        return [role, await plant(place, `${role}@of-${slug}.test`, account, host)] as const
      }),
    ),
  ) as Record<Role, Person>
  const [colleague, service] = await withClient(place.superuserUrl, async (client) => [
    await plantPerson(client, {
      email: `colleague@of-${slug}.test`,
      tenant: id,
      memberships: [{ tenant: id, role: 'viewer' }],
    }),
    await plantPerson(client, {
      email: `service@of-${slug}.test`,
      tenant: id,
      memberships: [{ tenant: id, role: 'editor' }],
    }),
  ])
  const apiKey = randomUUID()
  const asOwner = { host, token: people.owner.token }
  await ask(place, 200, {
    ...asOwner,
    path: `/api/users/${service}`,
    method: 'PATCH',
    json: { enableAPIKey: true, apiKey },
  })
  const make = async (
    collection: string,
    data: unknown,
    token = people.owner.token,
  ): Promise<string> =>
    readText(
      await ask(place, 201, { host, token, path: `/api/${collection}`, json: data }),
      'doc',
      'id',
    )

  const picture = upload({
    data: await png(),
    name: 'picture.png',
    fields: { alt: `Picture of ${slug}` },
  })
  const media = readText(
    await ask(place, 201, { ...asOwner, path: '/api/media', body: picture }),
    'doc',
    'id',
  )
  const form = await make('forms', formOf(`Form of ${slug}`))
  const about = await make('pages', {
    title: `About of ${slug}`,
    slug: 'about',
    _status: 'published',
  })
  const home = await make('pages', {
    title: `Home of ${slug}`,
    slug: 'home',
    _status: 'published',
    meta: { image: media, description: `Words of ${slug}` },
    layout: [
      {
        blockType: 'hero',
        variant: 'split',
        heading: `Heading of ${slug}`,
        image: media,
        actions: [{ link: { type: 'page', label: 'About', page: about } }],
      },
      { blockType: 'richText', variant: 'column', content: richTextLink(`Link of ${slug}`, about) },
      { blockType: 'form', heading: `Ask of ${slug}`, form },
    ],
  })
  const pages = {
    home,
    about,
    draft: await make('pages?draft=true', {
      title: `Draft of ${slug}`,
      slug: 'draft',
      _status: 'draft',
    }),
    scheduled: await make('pages', {
      title: `Later of ${slug}`,
      slug: 'later',
      _status: 'published',
      publishedAt: '2999-01-01T00:00:00.000Z',
    }),
    byAuthor: await make(
      'pages?draft=true',
      { title: `Written of ${slug}`, slug: 'written', _status: 'draft' },
      people.author.token,
    ),
  }
  const redirect = await make('redirects', {
    from: '/old-about',
    to: { type: 'reference', reference: about },
  })
  const settings = await make('site-settings', {
    siteName: `Site of ${slug}`,
    tagline: `Tagline of ${slug}`,
    logo: media,
    favicon: media,
    shareImage: media,
    theme,
    header: { items: [{ link: { type: 'page', label: `About of ${slug}`, page: about } }] },
    footer: { text: `Small print of ${slug}` },
  })
  const filesForm = await make('forms', filesFormOf(`Plans of ${slug}`))
  await ask(place, 201, {
    host,
    path: `/api/forms/${filesForm}/submit`,
    body: filled(
      { name: `Planner of ${slug}`, email: `planner@of-${slug}.test` },
      { plan: [{ data: pdf(`Plan of ${slug}`), name: `Plan of ${slug}.pdf` }] },
    ),
  })
  await ask(place, 201, {
    host,
    path: `/api/forms/${form}/submit`,
    json: { values: { name: `Lead of ${slug}`, email: `lead@of-${slug}.test`, message: 'Hello' } },
  })
  const firstOf = async (path: string): Promise<string> =>
    readText(await ask(place, 200, { ...asOwner, path }), 'docs', 0, 'id')
  await ask(place, 200, {
    ...asOwner,
    path: '/api/payload-preferences/list',
    json: { value: { of: slug } },
  })
  const lock = {
    document: { relationTo: 'pages', value: pages.draft },
    user: { relationTo: 'users', value: people.owner.id },
  }
  await ask(place, 200, {
    ...asOwner,
    path: `/api/users/${colleague}`,
    method: 'PATCH',
    json: { firstName: `Colleague of ${slug}`, avatar: media, profile: { bio: `Bio of ${slug}` } },
  })
  const lead = await firstOf('/api/form-submissions')
  const planted = await withClient(place.superuserUrl, (client) =>
    plantUnwritable((text, values) => client.query(text, values), {
      slug,
      tenant: id,
      form,
      lead,
      page: about,
    }),
  )
  const asEditor = { host, token: people.editor.token }
  await ask(place, 200, {
    ...asEditor,
    path: `/api/pages/${pages.draft}/review`,
    json: { action: 'request', note: `Review of ${slug}` },
  })
  const comment = await ask(place, 201, {
    ...asEditor,
    path: '/api/comments',
    json: { page: about, text: `Comment of ${slug}`, mentions: [people.owner.id] },
  })
  const docs = {
    comments: readText(comment, 'doc', 'id'),
    reviews: await firstOf('/api/reviews'),
    notifications: await firstOf('/api/notifications'),
    teams: await make('teams', { name: `Team of ${slug}`, members: [people.editor.id] }),
    tenants: id,
    ...planted,
    users: colleague ?? '',
    media,
    forms: form,
    pages: about,
    redirects: redirect,
    'site-settings': settings,
    'form-submissions': lead,
    'lead-files': await firstOf('/api/lead-files'),
    'payload-preferences': await firstOf('/api/payload-preferences'),
    'payload-locked-documents': await make('payload-locked-documents', lock),
  }
  const version = await firstOf(`/api/pages/versions?where[parent][equals]=${about}`)
  return {
    id,
    slug,
    host,
    people,
    colleague: colleague ?? '',
    apiKey,
    service: service ?? '',
    docs,
    pages,
    version,
  }
}
