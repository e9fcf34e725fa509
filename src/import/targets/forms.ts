import { type Locale } from '@/locales/locales'
import { readAddresses } from '@/leads/mail/readAddresses'
import { safeHref } from '@/site/safeHref'
import { wordsOf } from '@/site/words'

import { uuidV5 } from '../importedId'
import { Findings } from './Findings'
import { fitText } from './fitText'
import { formFields } from './formFields'
import { type Fitting, type Row } from './layout/Fitting'
import { RowReader } from './layout/RowReader'
import { fieldOf, type Found, isList, isObject, listOf, shown, textOf } from './plainValue'
import { onlyText } from './richText/readRichText'
import { paragraphNode, richTextOf, textNode } from './richText/RichNode'
import { type LocalizedData, Refusal, type Target, type TargetContext } from './Target'
import { inLanguage, languagesIn, translationsOf } from './translations'
import { ValueReader } from './ValueReader'

const MAX_MAILS = 10

/** Forms of Payload's form builder, and of whoever has questions with a kind and a name. */
export const forms: Target = {
  slug: 'forms',
  through: 'api',
  prepare: async (values, context) => {
    const findings = new Findings()
    const reader = new ValueReader(values, findings)
    if (!context.existing && !reader.hasAny()) throw new Refusal('a form of which nothing is known')
    const [main, ...others] = context.locales
    const parts: Parts = {
      fields: reader.take('fields', 'questions'),
      submit: reader.take('submitButtonLabel', 'submitLabel', 'submit_label'),
      message: reader.take('confirmationMessage', 'successMessage', 'success_message'),
      emails: reader.take('emails', 'notifications', 'notification_emails'),
    }
    const title = titleIn(reader.take('title', 'name'), context, findings)
    const redirect = redirectIn(reader.take('redirect', 'redirectUrl', 'redirect_url'), findings)
    const type = textOf(reader.take('confirmationType')?.value)
    const isRedirect = redirect !== undefined && (type === 'redirect' || !parts.message)
    // A part of a form that is here leaves what it says at the end as it is.
    const isSaid =
      !context.existing || redirect !== undefined || type !== undefined || Boolean(parts.message)
    if (type !== undefined && (type === 'redirect') !== isRedirect)
      findings.note('confirmationType', `becomes ${isRedirect ? 'a redirect' : 'a message'}`)
    const data = {
      ...(title !== undefined && { title }),
      ...(await textsIn(main, parts, context, findings)),
      ...(redirect !== undefined && { redirect: { url: redirect } }),
      ...(isSaid && { confirmationType: isRedirect ? 'redirect' : 'message' }),
    }
    const whole =
      !isSaid || isRedirect || data.confirmationMessage
        ? data
        : { ...data, ...thanks(main, findings) }
    const translated: LocalizedData[] = []
    for (const locale of others.filter((one) => isWritten(parts, one, context))) {
      const texts = await textsIn(locale, parts, context, findings)
      const needed =
        !isSaid || isRedirect || texts.confirmationMessage ? {} : thanks(locale, findings)
      translated.push({ locale, data: { ...texts, ...needed } })
    }
    reader.keepRest()
    const { unmapped, notes } = findings
    return { languages: [{ locale: main, data: whole }, ...translated], unmapped, notes }
  },
}

/** What is translated. */
interface Parts {
  readonly fields: Found | undefined
  readonly submit: Found | undefined
  readonly message: Found | undefined
  readonly emails: Found | undefined
}

interface Texts {
  readonly fields?: readonly Row[]
  readonly submitButtonLabel?: string
  readonly confirmationMessage?: unknown
  readonly emails?: readonly Row[]
}

const isWritten = (parts: Parts, locale: Locale, { locales }: TargetContext): boolean =>
  Object.values(parts).some(
    (part: Found | undefined) => part && languagesIn(part.value, locales).has(locale),
  )

async function textsIn(
  locale: Locale,
  { fields, submit, message, emails }: Parts,
  context: TargetContext,
  findings: Findings,
): Promise<Texts> {
  const fitting: Fitting = { context, findings, locale, shared: true }
  const [label, words] = [submit, message].map((part) =>
    translationsOf(part, context.locales, findings).get(locale),
  )
  const submitButtonLabel = label && fitText(label, findings, { max: 60 })
  const confirmationMessage = words && (await onlyText(words, context, findings))
  return {
    ...(fields && { fields: await formFields(fields, fitting) }),
    ...(submitButtonLabel !== undefined && { submitButtonLabel }),
    ...(confirmationMessage && { confirmationMessage }),
    ...(emails && { emails: await mailsIn(emails, fitting) }),
  }
}

function titleIn(
  found: Found | undefined,
  { locales, existing }: TargetContext,
  findings: Findings,
): string | undefined {
  const own = found && inLanguage(found, locales[0], locales, findings, true)
  const title = own && fitText(own, findings, { max: 200 })
  if (title !== undefined || existing) return title
  findings.note('title', 'is missing: “Form”')
  return 'Form'
}

/** A form has to say something when it was sent. */
function thanks(locale: Locale, findings: Findings): { confirmationMessage: unknown } {
  findings.note('confirmationMessage', `is missing in ${locale}, and says thank you`)
  const { thankYou } = wordsOf(locale)
  return { confirmationMessage: richTextOf([paragraphNode([textNode(thankYou)])]) }
}

/** Where visitors are sent: an address. A page that is named by its id cannot be said here. */
function redirectIn(found: Found | undefined, findings: Findings): string | undefined {
  if (!found) return undefined
  const given = textOf(found.value) ?? textOf(fieldOf(found.value, 'url'))
  const url = safeHref(given)
  if (url === undefined || !/^(?:\/|https?:)/i.test(url)) {
    findings.keep(found.path, found.value, 'is no address that visitors can be sent to')
    return undefined
  }
  for (const [key, inner] of Object.entries(isObject(found.value) ? found.value : {}))
    if (key !== 'url' && inner !== undefined && inner !== null)
      findings.keep(`${found.path}.${key}`, inner, 'visitors are sent to the address')
  if (url !== given) findings.note(found.path, `becomes ${shown(url)}`)
  return url
}

/** Mails to the people of the space, each to addresses that can be read. */
async function mailsIn({ path, value }: Found, fitting: Fitting): Promise<readonly Row[]> {
  const { findings } = fitting
  const rows: Row[] = []
  for (const [index, one] of listOf(value).entries()) {
    const at = isList(value) ? `${path}.${index}` : path
    const mail =
      rows.length < MAX_MAILS ? await mailIn({ path: at, value: one }, fitting) : undefined
    if (mail) rows.push(mail)
    else if (one !== null)
      findings.keep(at, one, 'is no mail to anybody who could be written to from here')
  }
  return rows
}

async function mailIn(
  { path, value }: Found,
  { context, findings, locale }: Fitting,
): Promise<Row | undefined> {
  const reader = new RowReader(path, isObject(value) ? value : {})
  if (!isObject(value)) reader.offer('emailTo', { path, value })
  const emailTo = addressesIn(reader.take('emailTo', 'to', 'email', 'address'), findings)
  if (emailTo === undefined) return undefined
  const cc = addressesIn(reader.take('cc'), findings)
  const bcc = addressesIn(reader.take('bcc'), findings)
  const [subject, message] = [reader.take('subject'), reader.take('message', 'body', 'text')]
  const [words, text] = [subject, message].map(
    (part) => part && inLanguage(part, locale, context.locales, findings, true),
  )
  reader.take('id', '_id')
  reader.keepRest(findings, 'is the platform’s to say')
  const line = words && fitText(words, findings, { max: 200 })
  const body = text && (await onlyText(text, context, findings))
  return {
    id: uuidV5(context.id, path),
    emailTo,
    ...(cc && { cc }),
    ...(bcc && { bcc }),
    ...(line && { subject: line }),
    ...(body && { message: body }),
  }
}

function addressesIn(found: Found | undefined, findings: Findings): string | undefined {
  if (!found) return undefined
  const parts = listOf(found.value).map(textOf)
  const text = parts.every((part) => part !== undefined) ? parts.join(', ') : undefined
  if (parts.length > 1) findings.note(found.path, 'a list becomes one text')
  const addresses = text === undefined ? undefined : readAddresses(text)
  if (!addresses) {
    findings.keep(found.path, found.value, 'is no list of e-mail addresses')
    return undefined
  }
  return text
}
