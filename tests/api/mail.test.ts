import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { linkIn } from '../support/httpMail'
import { expectStatus, read } from '../support/httpRequest'
import { useStack } from '../support/httpStack'
import { uniqueName } from '../support/uniqueName'

const mails: ParsedMail[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData: (stream, _session, done) => {
    simpleParser(stream).then((mail) => {
      mails.push(mail)
      done()
    }, done)
  },
})
// A client that goes away is no fault of the test.
server.on('error', () => undefined)

let port = 0

beforeAll(async () => {
  port = await new Promise<number>((settle) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      settle(typeof address === 'object' && address ? address.port : 0)
    })
  })
})

const stack = useStack({
  spaces: 1,
  settings: () => ({
    SMTP_URL: `smtp://127.0.0.1:${port}/?ignoreTLS=true`,
    EMAIL_FROM: 'The House <house@example.test>',
  }),
})

const close = () => new Promise<void>((settle) => server.close(settle))

afterAll(close)

const space = () => {
  const [found] = stack.current.spaces
  if (!found) throw new Error('There is one space')
  return found
}
const invite = (email: string) =>
  stack.current.call({
    host: space().host,
    token: space().people.owner.token,
    path: '/api/users/invite',
    json: { email, role: 'editor' },
  })
const forgot = (email: string) =>
  stack.current.call({ host: space().host, path: '/api/users/forgot-password', json: { email } })
const arrived = (email: string) =>
  vi.waitFor(() => {
    const mail = mails.find(({ to }) => JSON.stringify(to).includes(email))
    if (!mail) throw new Error('No mail yet')
    return mail
  })

describe('with an SMTP server', () => {
  test('an invitation arrives, from the house, with a link to the space', async () => {
    const email = `${uniqueName('invited')}@example.test`
    expectStatus(await invite(email), 201)
    const mail = await arrived(email)
    expect(mail.from?.value).toEqual([{ name: 'The House', address: 'house@example.test' }])
    expect(mail.subject).toBe('Invitation to Space of alpha')
    expect(linkIn(mail).hostname).toBe(space().host)
  })

  test('a host that a stranger makes up is in no mail', async () => {
    const { email } = space().people.viewer
    await stack.current.call({
      host: space().host,
      path: '/api/users/forgot-password',
      json: { email },
      headers: {
        'x-forwarded-host': 'evil.test',
        origin: 'http://evil.test',
        referer: 'http://evil.test',
      },
    })
    expect((await arrived(email)).html).not.toContain('evil.test')
  })
})

describe('while the SMTP server is down', () => {
  beforeAll(close)

  test('an invitation says so, and leaves nobody behind', async () => {
    const email = `${uniqueName('invited')}@example.test`
    const [first, second] = [await invite(email), await invite(email)]
    expect(first.status).toBe(503)
    expect(read(second, 'errors', 0, 'code')).toBe(read(first, 'errors', 0, 'code'))
  })

  test('a forgotten password is answered as ever: nobody learns who has an account', async () => {
    const [known, unknown] = [
      await forgot(space().people.editor.email),
      await forgot('nobody@example.test'),
    ]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  })
})
