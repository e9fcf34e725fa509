import { type PlainObject } from '../toBson'
import { decimal, long, objectId } from '../values'
import { at, type TenantSeed, type World } from '../World'
import { tenantKeyOf } from './tenants'

const ROOMS = ['Elbe', 'Alster', 'Bille'] as const

/** Rooms, each with its next booking, which has the room: a circle over two collections. */
export const roomDocuments = (world: World, tenant: TenantSeed): PlainObject[] =>
  ROOMS.map((name, index) => ({
    _id: objectId(world.id('rooms', tenant, index)),
    ...tenantKeyOf(world, tenant),
    name,
    capacity: 4 * (index + 1),
    price_per_hour: decimal(`${12 + index}.50`),
    photo_id: objectId(world.id('media', tenant, 'front')),
    page_id: objectId(world.id('pages', tenant, 'everything')),
    next_booking_id: objectId(world.id('bookings', tenant, index)),
    opening_hours: { mon: ['08:00', '20:00'], sun: null },
  }))

/** One of the bookings of a tenant, of which there may be a million. Each names the one that comes after it. */
export const bookingDocument = (world: World, tenant: TenantSeed, index: number): PlainObject => ({
  _id: objectId(world.id('bookings', tenant, index)),
  ...tenantKeyOf(world, tenant),
  room_id: objectId(world.id('rooms', tenant, index % ROOMS.length)),
  user_id: objectId(world.id('users', tenant, 'customer')),
  number: long(9_007_199_254_740_993n + BigInt(index)),
  price: decimal(`${100 + index}.00`),
  starts_at: at(index * 60),
  ends_at: at(index * 60 + 45),
  previous_booking_id: index === 0 ? null : objectId(world.id('bookings', tenant, index - 1)),
})

/** What happened. The documents of a collection that names no tenant, as applications have them. */
export const auditDocuments = (world: World, tenant: TenantSeed): PlainObject[] =>
  ['signed-in', 'changed', 'deleted'].map((action, index) => ({
    _id: objectId(world.id('audit_log', tenant, index)),
    actor_id: objectId(world.id('users', tenant, 'owner')),
    action,
    target: {
      $ref: 'pages',
      $id: objectId(world.id('pages', tenant, 'home')),
      $db: world.database,
    },
    at: at(index),
  }))

/** A list that is everybody's. */
export const countryDocuments = (): PlainObject[] => [
  { _id: 'DE', name: { en: 'Germany', de: 'Deutschland' } },
  { _id: 'CH', name: { en: 'Switzerland', de: 'Schweiz' } },
]
