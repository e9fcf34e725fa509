import { upload } from '../support/httpContent'
import { jsonOf, learned, type Answer, type Call } from '../support/httpRequest'
import { verdictOf, type Question, type Transport } from './accessTransport'

type Request = Omit<Call, 'host'>

/** Preferences are addressed by their key; see the seed. */
const addressOf = ({ collection, id }: Question): string =>
  collection === 'payload-preferences' && id.length > 0 ? 'list' : id

const requests: Record<Question['operation'], (question: Question) => Request> = {
  list: ({ collection, id }) => ({
    path: `/api/${collection}?depth=0&limit=100&where[id][in]=${id}`,
  }),
  read: (question) => ({ path: `/api/${question.collection}/${addressOf(question)}?depth=0` }),
  count: ({ collection, id }) => ({ path: `/api/${collection}/count?where[id][equals]=${id}` }),
  create: ({ collection, data, file }) => ({
    path: `/api/${collection}?depth=0`,
    method: 'POST',
    ...(file
      ? { body: upload({ data: file, name: String(data.filename), fields: data }) }
      : { json: data }),
  }),
  update: ({ collection, id }) => ({
    path: `/api/${collection}/${id}?depth=0`,
    method: 'PATCH',
    json: {},
  }),
  delete: (question) => ({
    path: `/api/${question.collection}/${addressOf(question)}?depth=0`,
    method: 'DELETE',
  }),
  trash: ({ collection, id }) => ({
    path: `/api/${collection}/${id}?depth=0`,
    method: 'PATCH',
    json: { deletedAt: '2026-01-01T00:00:00.000Z' },
  }),
  duplicate: ({ collection, id, data: { tenant } }) => ({
    path: `/api/${collection}/${id}/duplicate?depth=0`,
    method: 'POST',
    json: { tenant },
  }),
  versions: ({ collection, parent }) => ({
    path: `/api/${collection}/versions?depth=0&where[parent][equals]=${parent}`,
  }),
  version: ({ collection, id }) => ({ path: `/api/${collection}/versions/${id}?depth=0` }),
  restore: ({ collection, id }) => ({
    path: `/api/${collection}/versions/${id}?depth=0`,
    method: 'POST',
    json: {},
  }),
}

/** Reading is proven by what came back: an empty list, or nothing under a key, is a no. */
const proofs: Partial<
  Record<Question['operation'], (answer: Answer, question: Question) => boolean>
> = {
  list: ({ body }, { id }) => body.includes(`"id":"${id}"`),
  read: ({ body }, { id }) => body.includes(`"id":"${id}"`),
  count: (answer) => JSON.stringify(jsonOf(answer)) === '{"totalDocs":1}',
  versions: ({ body }, { parent }) => body.includes(`"parent":"${parent}"`),
}

export const overRest: Transport = async ({ call }, question) => {
  const answer = await call(requests[question.operation](question))
  const verdict = verdictOf(answer.status, answer.body)
  const proof = proofs[question.operation]
  const seen = verdict !== 'yes' || !proof || proof(answer, question)
  return { verdict: seen ? verdict : 'no', learned: learned(answer) }
}
