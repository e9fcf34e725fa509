import type { SendEmailOptions } from 'payload'

import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'

import type { Delivery, Form, FormSubmission } from '@/payload-types'
import { wordsOf } from '@/site/words'

import { emailOf } from '../emailOf'
import { fillTemplate, oneLine, type NamedAnswer } from '../mail/fillTemplate'
import { plainToHtml } from '../mail/plainToHtml'
import { readAddresses } from '../mail/readAddresses'
import { nameAnswers } from '../nameAnswers'

interface Parts {
  readonly delivery: Pick<Delivery, 'id' | 'kind' | 'target' | 'source'>
  readonly form: Form
  readonly lead: FormSubmission
  /** Where the lead is in the admin. */
  readonly href: string
}

/** The mail of a delivery; undefined when the form does not send it any more. The sender is the platform's. */
export function buildMail({ delivery, form, lead, href }: Parts): SendEmailOptions | undefined {
  const raw = lead.submissionData ?? []
  const locale = delivery.kind === 'confirmation' ? (lead.locale ?? undefined) : undefined
  const answers = nameAnswers(form, raw, wordsOf(locale))
  // The same for every try: a mail program shows one mail where a try sent it and could not note that.
  const messageId = `<${delivery.id}@atrium>`
  if (delivery.kind === 'confirmation') {
    const { subject, message, replyTo } = form.confirmationMail ?? {}
    if (!subject || !message) return undefined
    return {
      messageId,
      to: delivery.target,
      replyTo: replyTo || undefined,
      // So that no holiday notice answers it.
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...written(subject, message, answers, locale),
    }
  }
  const mail = form.emails?.find(({ id }) => id === delivery.source)
  if (!mail) return undefined
  const template = mail.message ? convertLexicalToPlaintext({ data: mail.message }).trim() : ''
  return {
    messageId,
    to: delivery.target,
    cc: readAddresses(mail.cc ?? ''),
    bcc: readAddresses(mail.bcc ?? ''),
    replyTo: emailOf(form, raw),
    ...written(mail.subject, `${template || '{{*}}'}\n\n${href}`, answers),
  }
}

function written(subject: string, body: string, answers: readonly NamedAnswer[], locale?: string) {
  const text = fillTemplate(body, answers)
  return { subject: oneLine(fillTemplate(subject, answers)), text, html: plainToHtml(text, locale) }
}
