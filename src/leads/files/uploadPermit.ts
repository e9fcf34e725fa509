import { createHmac, timingSafeEqual } from 'node:crypto'

import { env } from '@/env'

/** The parameter in the address to which a form with files is sent where there is no script. */
export const PERMIT = 'upload'

interface Permit {
  readonly form: string
  /** What all its files may have together. */
  readonly bytes: number
}

const mac = ({ form, bytes }: Permit): string =>
  createHmac('sha256', env().PAYLOAD_SECRET).update(`upload:${form}:${bytes}`).digest('base64url')

/**
 * Says in the address of a form that asks for files how much may be sent to it: the server has to know before it reads what is sent, and
 * without asking the database. The same for every drawing of the form, as React finds its state by the address.
 */
export const issueUploadPermit = (permit: Permit): string =>
  `${permit.form}.${permit.bytes}.${mac(permit)}`

/** @returns what a permit permits; undefined for one that the server did not issue */
export function readUploadPermit(text: string): Permit | undefined {
  const [form = '', size = '', signature = ''] = text.split('.')
  const permit = { form, bytes: Number(size) }
  const [expected, given] = [Buffer.from(mac(permit)), Buffer.from(signature)]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return permit
}
