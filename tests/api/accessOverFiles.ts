import { asAdmin } from '../support/httpActors'
import { learned, read, type Answer } from '../support/httpRequest'
import type { FileOperation } from './accessTable'
import { verdictOf, type Question, type Transport } from './accessTransport'

/** Asks for a document's file, or for one of its sizes, by the address that the document names. */
export const overFiles: Transport<FileOperation> = async ({ call }, question) => {
  const answer = await call(await addressOf(question))
  const verdict = verdictOf(answer.status, answer.body)
  return {
    verdict: verdict === 'yes' && !isFile(answer) ? 'no' : verdict,
    learned: learned(answer),
  }
}

/** Of a document that nobody has: a name that nobody has, in a folder that nobody has. */
async function addressOf({ collection, id, operation }: Question<FileOperation>): Promise<string> {
  const document = await asAdmin()(`/api/${collection}/${id}?depth=0`)
  if (document.status === 404) return `/api/${collection}/file/${id}.png?prefix=${id}`
  const url = operation === 'file' ? read(document, 'url') : firstUrl(read(document, 'sizes') ?? {})
  if (typeof url === 'string') return url
  throw new Error(`${collection} has no address of a ${operation}: ${document.body.slice(0, 600)}`)
}

const firstUrl = (sizes: object): unknown =>
  Object.values(sizes)
    .map((size: unknown) => typeof size === 'object' && size !== null && Reflect.get(size, 'url'))
    .find((url) => typeof url === 'string')

const isFile = ({ headers, body }: Answer): boolean =>
  body.length > 0 && !/json|html/.test(headers['content-type'] ?? 'json')
