import { type BsonDocument } from '@/import/bson/BsonValue'

import { type MongoCollection } from './mongoDump'
import { documentOf, type PlainObject } from './platform/toBson'
import { objectId } from './platform/values'

const hex = (name: string): string => Buffer.from(name.padEnd(12, '_')).toString('hex').slice(0, 24)

/** The `_id` of a document of the small platform. */
export const oid = (name: string) => objectId(hex(name))

const AT = new Date('2024-03-01T09:30:00.250Z')

const described = (fields: PlainObject): BsonDocument =>
  documentOf({ ...fields, createdAt: AT, updatedAt: AT })

interface Small {
  /** The second version of it: one page is another, one is new, one is gone. */
  readonly changed?: boolean
}

/** A platform with a little of everything that one can follow: two spaces, people, pictures, pages that name each other, and notes. */
export function smallPlatform({ changed = false }: Small = {}): MongoCollection[] {
  const spaces = ['north', 'south']
  const of = (space: string, name: string) => oid(`${space[0]}-${name}`)
  return [
    collection('tenants', [
      ...spaces.map((space) =>
        documentOf({ _id: oid(space), name: space.toUpperCase(), slug: space }),
      ),
    ]),
    collection(
      'people',
      spaces.map((space) =>
        described({
          _id: of(space, 'ann'),
          tenant: oid(space),
          email: `ann@${space}.test`,
          hash: `hash-of-${space}`,
          avatar: of(space, 'pic'),
        }),
      ),
    ),
    collection(
      'pictures',
      spaces.map((space) =>
        described({
          _id: of(space, 'pic'),
          tenant: oid(space),
          name: `${space}.png`,
          alt: 'A picture',
        }),
      ),
    ),
    collection(
      'pages',
      spaces.flatMap((space) => [
        // Two that name each other, and one below another that comes later.
        described({
          _id: of(space, 'below'),
          tenant: oid(space),
          title: 'Below',
          slug: 'below',
          parent: of(space, 'top'),
        }),
        described({
          _id: of(space, 'top'),
          tenant: oid(space),
          title: changed ? 'Top, renewed' : 'Top',
          slug: changed ? 'top-renewed' : 'top',
          picture: of(space, 'pic'),
          links: [of(space, 'other')],
          mood: 'calm',
          extra: { weight: changed ? 4 : 3 },
        }),
        described({
          _id: of(space, 'other'),
          tenant: oid(space),
          title: 'Other',
          slug: 'other',
          links: [of(space, 'top'), of(space, 'nowhere')],
        }),
        ...(changed
          ? [described({ _id: of(space, 'new'), tenant: oid(space), title: 'New', slug: 'new' })]
          : [described({ _id: of(space, 'old'), tenant: oid(space), title: 'Old', slug: 'old' })]),
        // Nobody can make a page of it.
        described({ _id: of(space, 'bad'), tenant: oid(space), title: 'Bad', slug: 'bad' }),
      ]),
    ),
    collection(
      'notes',
      spaces.flatMap((space) =>
        Array.from({ length: 60 }, (_, index) =>
          documentOf({
            _id: of(space, `n${index}`),
            tenant: oid(space),
            text: `Note ${index}${changed && index === 7 ? ', changed' : ''}`,
            nested: { list: [1, 2.5, null, 'x'], flag: index % 2 === 0 },
            ...(index === 3 && { api_token: 'tok-that-nobody-sees' }),
          }),
        ).filter((_, index) => !(changed && index === 9)),
      ),
    ),
    collection('nobodys', [documentOf({ _id: oid('lost'), text: 'of no space' })]),
  ]
}

const collection = (name: string, documents: readonly BsonDocument[]): MongoCollection => ({
  database: 'small',
  name,
  documents,
})

/** What becomes of it, with the targets of smallTargets.ts. */
export const SMALL_MAP = `
version: 1
tenant: { field: tenant, in: tenants }
collections:
  tenants:
    to: tenants
    tenant: { self: true }
    fields: [name, slug]
  people:
    to: users
    fields:
      - email
      - avatar
      - { from: hash, to: hash, as: text, secret: true }
      - { from: createdAt, to: createdAt, as: date }
      - { from: updatedAt, to: updatedAt, as: date }
  pictures:
    to: media
    fields: [name, alt]
  pages:
    to: pages
    fields:
      - title
      - slug
      - mood
      - { from: parent, to: parent, as: reference, collection: pages }
      - { from: picture, to: picture, as: reference, collection: pictures }
      - { from: links, to: links, as: reference, collection: pages }
      - { from: createdAt, to: createdAt, as: date }
      - { from: updatedAt, to: updatedAt, as: date }
  left_behind:
    leave: Nobody needs it.
`
