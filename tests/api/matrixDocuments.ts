import { randomUUID } from 'node:crypto'

import { as, asAdmin, asVisitor, http } from '../support/httpActors'
import { png, upload } from '../support/httpContent'
import { sql } from '../support/httpDatabase'
import { expectStatus, readText } from '../support/httpRequest'
import { plantDocument } from '../support/httpUnwritable'
import { newDocuments } from './newDocuments'

export const tableOf = (collection: string): string => collection.replaceAll('-', '_')

/** The document of space A that the matrix is about, as it is now; a random id where the collection has none. */
export async function ownDocument(collection: string): Promise<string> {
  const { a, shared } = http()
  // One per space, and deleted on the way.
  if (collection === 'site-settings') {
    const [row] = await sql<{ id: string }>('select id from site_settings where tenant_id = $1', [
      a.id,
    ])
    return row?.id ?? (await documentToDelete('site-settings'))
  }
  if (collection === 'payload-preferences') return documentToDelete(collection)
  return a.docs[collection] ?? shared[collection] ?? randomUUID()
}

const makers: Readonly<Record<string, () => Promise<string>>> = {
  // In use, and therefore refused in the end: whoever gets that far may delete.
  tenants: async () => http().a.id,
  'form-submissions': async () => {
    const { a } = http()
    const json = { values: { name: 'A', email: 'a@example.test' } }
    expectStatus(await asVisitor(a)({ path: `/api/forms/${a.docs.forms}/submit`, json }), 201)
    return readText(
      await as('owner', a)('/api/form-submissions?limit=1&sort=-createdAt'),
      'docs',
      0,
      'id',
    )
  },
  notifications: async () => {
    const { a } = http()
    const json = { page: a.pages.about, text: 'You', mentions: [a.people.owner.id] }
    expectStatus(await as('editor', a)({ path: '/api/comments', json }), 201)
    return readText(
      await as('owner', a)('/api/notifications?limit=1&sort=-createdAt'),
      'docs',
      0,
      'id',
    )
  },
  documents: () => plantDocument(sql, http().a.id, 'A room'),
  'site-settings': async () => {
    await sql('delete from site_settings where tenant_id = $1', [http().a.id])
    return make('site-settings')
  },
  'payload-preferences': async () => {
    const owner = as('owner', http().a)
    expectStatus(await owner({ path: '/api/payload-preferences/list', json: { value: {} } }), 200)
    return readText(
      await owner('/api/payload-preferences?where[key][equals]=list'),
      'docs',
      0,
      'id',
    )
  },
  'payload-locked-documents': () => make('payload-locked-documents', as('owner', http().a)),
}

/** One more document of space A, for somebody who may delete it. */
export const documentToDelete = (collection: string): Promise<string> =>
  (makers[collection] ?? (() => make(collection)))()

async function make(collection: string, actor = asAdmin()): Promise<string> {
  const data = newDocuments[collection as keyof typeof newDocuments](http().a)
  const { filename, ...fields } = data
  const content =
    typeof filename === 'string'
      ? { body: upload({ data: await png(), name: filename, fields }) }
      : { json: data }
  return readText(
    expectStatus(await actor({ path: `/api/${collection}`, ...content }), 201),
    'doc',
    'id',
  )
}
