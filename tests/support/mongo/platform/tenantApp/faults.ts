import { type Fault } from '../facts'
import { FaultBuilder, type Faulty } from '../FaultBuilder'
import { type Notes } from '../Notes'
import { type Plain, type PlainObject } from '../toBson'
import { at, neighbourOf, type TenantSeed, type World } from '../World'
import { htmlDialect } from './htmlDialect'
import { tenantKeyOf } from './tenants'

/** All that is wrong in a tenant. */
export function faultyDocuments(world: World, tenant: TenantSeed, notes: Notes): Faulty {
  const builder = new FaultBuilder(world, tenant, tenantKeyOf(world, tenant), notes)
  faultyUsers(builder)
  faultyPages(builder)
  faultyReferences(builder)
  faultyLeads(builder)
  return builder.documents
}

function faultyUsers(builder: FaultBuilder): void {
  const { slug } = builder.tenant
  const user = (name: string, email: Plain, fault?: Fault, other?: string): void => {
    builder.add('users', name, { email, first_name: 'Wrong', roles: ['viewer'], created_at: at(9) })
    if (fault) builder.fault(['users', name], fault, 'email', other)
  }
  user('twin', `owner@${slug}.example`, 'duplicate-email', 'owner')
  user('loud', `OWNER@${slug.toUpperCase()}.EXAMPLE`, 'duplicate-email', 'owner')
  user('nameless', undefined, 'missing-field')
  user('nulled', null, 'missing-field')
  user('number', 42, 'wrong-type')
  user('no-address', 'not an address', 'invalid-value')
  user('plain', `plain@${slug}.example`)
  const password = (name: string, user: Plain, hash: Plain): void =>
    builder.add('user_passwords', name, {
      tenant_id: undefined,
      user_id: user,
      password_hash: hash,
    })
  password(
    'of-nobody',
    builder.id('users', 'nobody'),
    '$2b$10$N9qo8uLOickgx2ZMRZoMyeDMIQTtVSoJZFIv8X/rxjoIY17wOekHK',
  )
  builder.fault(['user_passwords', 'of-nobody'], 'unknown-user', 'user_id')
  password('plain', builder.id('users', 'plain'), 'md5:5f4dcc3b5aa765d61d8327deb882cf99')
  builder.fault(['user_passwords', 'plain'], 'unknown-hash', 'password_hash')
  password('none', builder.id('users', 'number'), 17)
  builder.fault(['user_passwords', 'none'], 'wrong-type', 'password_hash')
}

/** More levels than the twelve that a path may have here. */
const LEVELS = 14

function faultyPages(builder: FaultBuilder): void {
  const to = htmlDialect(
    { ...builder.world, options: { ...builder.world.options, faults: false } },
    builder.tenant,
  )
  const page = (name: string, fields: PlainObject): void =>
    builder.add('pages', name, {
      title: `Wrong ${name}`,
      slug: `wrong-${name}`,
      parent_id: null,
      status: 'published',
      blocks: [
        to.block('richText', { content: to.richText(`The page ${name}`), variant: 'column' }),
      ],
      created_at: at(50),
      ...fields,
    })
  page('same-slug', { slug: 'about' })
  builder.fault(['pages', 'same-slug'], 'duplicate-slug', 'slug', 'about')
  page('no-title', { title: undefined })
  builder.fault(['pages', 'no-title'], 'missing-field', 'title')
  page('no-slug', { slug: undefined })
  builder.fault(['pages', 'no-slug'], 'missing-field', 'slug')
  page('number-slug', { slug: 42 })
  builder.fault(['pages', 'number-slug'], 'wrong-type', 'slug')
  page('bad-slug', { slug: 'Über uns / 2024' })
  builder.fault(['pages', 'bad-slug'], 'invalid-value', 'slug')
  page('reserved', { slug: 'admin' })
  builder.fault(['pages', 'reserved'], 'invalid-value', 'slug')
  page('text-blocks', { blocks: 'no list' })
  builder.fault(['pages', 'text-blocks'], 'wrong-type', 'blocks')
  page('odd-status', { status: 'archived' })
  builder.fault(['pages', 'odd-status'], 'invalid-value', 'status')
  page('loop-a', { parent_id: builder.id('pages', 'loop-b') })
  page('loop-b', { parent_id: builder.id('pages', 'loop-a') })
  page('own-parent', { parent_id: builder.id('pages', 'own-parent') })
  for (const [name, parent] of [
    ['loop-a', 'loop-b'],
    ['loop-b', 'loop-a'],
    ['own-parent', 'own-parent'],
  ] as const) {
    builder.fault(['pages', name], 'parent-cycle', 'parent_id', parent)
    builder.reference(['pages', name], 'circle', 'parent_id', [
      'pages',
      builder.id('pages', parent),
    ])
  }
  for (let level = 1; level <= LEVELS; level += 1) {
    const parent = level === 1 ? null : builder.id('pages', `level-${level - 1}`)
    page(`level-${level}`, { parent_id: parent })
    if (level > 12) builder.fault(['pages', `level-${level}`], 'too-deep', 'parent_id')
  }
}

/** References that lead nowhere, and to another tenant. With one tenant there is no other, and both lead nowhere. */
function faultyReferences(builder: FaultBuilder): void {
  const { tenant, world } = builder
  const other = neighbourOf(world, tenant)
  const foreign = other === tenant ? 'dangling' : 'foreign'
  const foreignId = (collection: string, name: string): Plain =>
    foreign === 'foreign'
      ? builder.id(collection, name, other)
      : builder.id(collection, 'elsewhere')
  const nobody = builder.id('pages', 'nobody')
  const [picture, page, lost] = [
    foreignId('media', 'garden'),
    foreignId('pages', 'about'),
    builder.id('media', 'nothing'),
  ]
  const key = world.options.blockKey
  builder.add('pages', 'orphan', {
    title: 'Orphan',
    slug: 'orphan',
    parent_id: nobody,
    status: 'published',
    blocks: [],
  })
  builder.reference(['pages', 'orphan'], 'dangling', 'parent_id', ['pages', nobody])
  builder.add('pages', 'thief', {
    title: 'Thief',
    slug: 'thief',
    parent_id: page,
    status: 'published',
    blocks: [
      { [key]: 'image', id: 'b1', image: picture, size: 'wide' },
      { [key]: 'image', id: 'b2', image: lost, size: 'wide' },
      {
        [key]: 'cta',
        id: 'b3',
        heading: 'Away',
        actions: [{ link: { type: 'page', label: 'Away', page } }],
      },
    ],
  })
  builder.reference(['pages', 'thief'], foreign, 'parent_id', ['pages', page])
  builder.reference(['pages', 'thief'], foreign, 'blocks[0].image', ['media', picture])
  builder.reference(['pages', 'thief'], 'dangling', 'blocks[1].image', ['media', lost])
  builder.reference(['pages', 'thief'], foreign, 'blocks[2].actions[0].link.page', ['pages', page])
  const room = foreignId('rooms', '0')
  builder.add('bookings', 'thief', { room_id: room, number: 1, starts_at: 'tomorrow' })
  builder.reference(['bookings', 'thief'], foreign, 'room_id', ['rooms', room])
}

function faultyLeads(builder: FaultBuilder): void {
  const { tenant, world } = builder
  const other = neighbourOf(world, tenant)
  const nothing = builder.id('forms', 'nothing')
  builder.add('leads', 'no-form', {
    form_id: nothing,
    data: { email: 'x@example.com' },
    status: 'new',
  })
  builder.reference(['leads', 'no-form'], 'dangling', 'form_id', ['forms', nothing])
  builder.add('leads', 'text', {
    form_id: builder.id('forms', 'contact'),
    data: 'just a text',
    status: 7,
  })
  builder.fault(['leads', 'text'], 'wrong-type', 'data')
  if (other === tenant) return
  const [form, user] = [builder.id('forms', 'contact', other), builder.id('users', 'owner', other)]
  builder.add('leads', 'foreign', { form_id: form, assigned_to: user, data: {}, status: 'new' })
  builder.reference(['leads', 'foreign'], 'foreign', 'form_id', ['forms', form])
  builder.reference(['leads', 'foreign'], 'foreign', 'assigned_to', ['users', user])
}
