import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import nodemailer from 'nodemailer'
import type { Payload, SendEmailOptions } from 'payload'

import { env } from '@/env'
import { AtriumError } from '@/errors'

/** `Atrium <no-reply@example.com>` → its two parts. */
function sender(): { name: string; address: string } {
  const [, name, address] = /^(.*?)\s*<([^>]+)>$/.exec(env().EMAIL_FROM) ?? []
  return { name: name || 'Atrium', address: address ?? env().EMAIL_FROM }
}

/**
 * Without an SMTP server each mail becomes a file in the outbox, which any mail program opens. The log names the file and
 * not its content: links in it let people in.
 */
function outbox(): nodemailer.Transporter {
  const transport = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
  })
  transport.use('stream', (mail, done) => {
    mail.message.build((error, source) => {
      if (error) return done(error)
      const file = path.join(
        env().OUTBOX_DIR,
        `${new Date().toISOString().replaceAll(':', '-')}-${process.hrtime.bigint()}.eml`,
      )
      mkdir(env().OUTBOX_DIR, { recursive: true })
        .then(() => writeFile(file, source, { mode: 0o600 }))
        .then(() => {
          console.info(`Mail kept in ${file}`)
          done()
        }, done)
    })
  })
  return transport
}

const { name, address } = sender()
const { SMTP_URL } = env()

const mailer = nodemailerAdapter({
  defaultFromName: name,
  defaultFromAddress: address,
  transport: SMTP_URL ? nodemailer.createTransport(SMTP_URL) : outbox(),
  // A mail server that is down must not keep the app from starting.
  skipVerify: true,
})

/** Sends a mail whose sender waits for it. @throws AtriumError MAIL_UNAVAILABLE. */
export async function deliver(payload: Payload, message: SendEmailOptions): Promise<void> {
  const { sendEmail } = (await mailer)({ payload })
  await sendEmail(message).catch((error: unknown) => {
    throw new AtriumError('MAIL_UNAVAILABLE', { internal: String(error) })
  })
}

/**
 * Sends a mail, for those who tell its sender what came of it.
 *
 * @returns the answer of the mail server; empty for the outbox
 * @throws nodemailer's error
 */
export async function sendMail(payload: Payload, message: SendEmailOptions): Promise<string> {
  const sent: unknown = await (await mailer)({ payload }).sendEmail(message)
  const answer: unknown = Reflect.get(Object(sent), 'response')
  return typeof answer === 'string' ? answer : ''
}

/**
 * For Payload's own mails, which nobody waits for: by the time, or by the failure, whoever asks for a new password would
 * learn who has an account (3.90 waits, and fails with them).
 */
export const emailAdapter = mailer.then((adapter): typeof adapter => (args) => {
  const initialized = adapter(args)
  const sendEmail: typeof initialized.sendEmail = (message) => {
    initialized.sendEmail(message).catch((err: unknown) => {
      args.payload.logger.error({ err, msg: 'A mail could not be sent' })
    })
    return Promise.resolve()
  }
  return { ...initialized, sendEmail }
})
