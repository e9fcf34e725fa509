import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { simpleParser, type ParsedMail } from 'mailparser'
import { inject, vi } from 'vitest'

const recipients = ({ to }: ParsedMail): string[] =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))

/** Every mail to an address that the server has kept in its outbox, oldest first. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const outbox = join(inject('http').folder, 'outbox')
  const files = await readdir(outbox).catch(() => [])
  const mails = await Promise.all(
    files.sort().map(async (file) => simpleParser(await readFile(join(outbox, file)))),
  )
  return mails.filter((mail) => recipients(mail).includes(address))
}

/** The newest mail to an address, once there are `count`. */
export const mailTo = (address: string, count = 1): Promise<ParsedMail> =>
  vi.waitFor(
    async () => {
      const mails = await mailsTo(address)
      const mail = mails.at(-1)
      if (!mail || mails.length < count) throw new Error(`${mails.length} mails to ${address}`)
      return mail
    },
    { timeout: 10_000, interval: 50 },
  )

/** Where the button of a mail leads. */
export function linkIn({ html }: ParsedMail): URL {
  const href = /href="([^"]+)"/.exec(html || '')?.[1]
  if (!href) throw new Error('This mail has no link')
  return new URL(
    href.replace(/&#(\d+);/g, (_entity, code: string) => String.fromCharCode(Number(code))),
  )
}

/** The last part of the link: what lets its holder in. */
export const tokenIn = (mail: ParsedMail): string => linkIn(mail).pathname.split('/').at(-1) ?? ''
