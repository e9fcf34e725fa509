import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Smtp {
  readonly url: string
  /** What has arrived, oldest first. */
  readonly mails: ParsedMail[]
  /** Answers the next mails with this, instead of taking them. */
  refuse: { code: number; message: string } | undefined
  readonly stop: () => Promise<void>
}

/** A mail server of a test's own. */
export async function startSmtp(): Promise<Smtp> {
  const mails: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const { refuse } = smtp
      done(refuse && Object.assign(new Error(refuse.message), { responseCode: refuse.code }))
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail)
        done()
      }, done)
    },
  })
  // A client that goes away is no fault of the test.
  server.on('error', () => undefined)
  const port = await new Promise<number>((settle) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      settle(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const smtp: Smtp = {
    url: `smtp://127.0.0.1:${port}/?ignoreTLS=true`,
    mails,
    refuse: undefined,
    stop: () => new Promise((settle) => server.close(() => settle())),
  }
  return smtp
}
