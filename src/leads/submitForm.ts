import { createLocalReq, type Payload } from 'payload'

import { consume } from '@/api/rateLimits'
import { visitor } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { env } from '@/env'
import { AtriumError } from '@/errors'
import type { Locale } from '@/locales/locales'
import type { FormDefinition, FormState } from '@/site/formDefinition'
import { CAPTCHA } from '@/site/captchaInput'
import { HONEYPOT } from '@/site/honeypot'
import { wordsOf } from '@/site/words'
import type { Form } from '@/payload-types'

import { readSolution } from './captcha/challenge'
import { createDelivery } from './deliveries/queueDelivery'
import { planDeliveries } from './deliveries/planDeliveries'
import { checkFiles, type LeadUpload } from './files/checkFiles'
import { keepFiles, withStoredFiles } from './files/withStoredFiles'
import { formTokenProblem } from './formToken'
import { inTransaction } from './inTransaction'
import type { Files } from './readFormData'
import { validateSubmission, type Values } from './validateSubmission'

export interface Submission {
  readonly tenant: string
  readonly form: string
  readonly values: Values
  readonly files?: Files
  /** For the limit of submissions. */
  readonly address: string
  /** The site's own pages carry one; a site of somebody else's has none. */
  readonly token: string | undefined
  /** In which language the visitor is spoken to. */
  readonly reading: { readonly locale: Locale; readonly fallbackLocale: Locale }
}

type Answer = { field: string; value: string }

export type SubmissionResult = FormState & { readonly redirect?: string }

const done = (form: FormDefinition & Pick<Form, 'redirect'>): SubmissionResult =>
  form.confirmationType === 'redirect' && form.redirect?.url
    ? { done: true, redirect: form.redirect.url }
    : { done: true }

/**
 * Takes what a visitor sent: checks it against the form's own definition, and stores it in the form's own tenant.
 *
 * @throws AtriumError NOT_FOUND for a form of another tenant or none, RATE_LIMITED.
 */
export async function submitForm(
  payload: Payload,
  { tenant, form: id, values, files = new Map(), address, token, reading }: Submission,
): Promise<SubmissionResult> {
  await consume('form', `${address} ${id}`)
  return withScope(visitor(tenant), async () => {
    const form = await payload.findByID({
      collection: 'forms',
      id,
      depth: 0,
      disableErrors: true,
      ...reading,
    })
    if (!form) throw new AtriumError('NOT_FOUND')
    const definition: FormDefinition & Pick<Form, 'redirect'> = form
    // What only a robot fills in: it is told that all went well.
    if (values[HONEYPOT]) return done(definition)
    const kept = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value.slice(0, 20_000)]),
    )
    const words = wordsOf(reading.locale)
    const validated = validateSubmission(
      definition,
      values,
      await loadCountries(payload, definition),
      words,
      { files, platform: env().MAX_FORM_UPLOAD_BYTES },
    )
    if (!validated.ok) return { values: kept, errors: validated.errors, message: validated.message }
    if (token !== undefined) {
      const problem = formTokenProblem(id, token)
      if (problem)
        return {
          values: kept,
          errors: {},
          message: problem === 'early' ? words.tooQuick : words.tooLate,
        }
    }
    const challenge = form.captcha ? readSolution(id, values[CAPTCHA] ?? '') : null
    if (challenge === undefined || (challenge && (await isUsed(payload, challenge))))
      return {
        values: kept,
        errors: {},
        message: values[CAPTCHA] ? words.usedUp : words.needsScript,
      }
    const checked = await checkFiles(validated.uploads, words)
    if (!checked.ok) return { values: kept, errors: checked.errors }
    await storeLead(payload, form, {
      tenant,
      answers: [...validated.answers, ...namesIn(checked.files)],
      files: checked.files,
      challenge,
      locale: reading.locale,
    })
    return done(definition)
  })
}

interface NewLead {
  readonly tenant: string
  readonly answers: Answer[]
  readonly files: readonly LeadUpload[]
  readonly challenge: string | null
  readonly locale: Locale
}

/** The lead, its files, and what is to be sent because of it: all of it is committed, or nothing. */
async function storeLead(
  payload: Payload,
  form: Form,
  { tenant, answers, files, challenge, locale }: NewLead,
): Promise<void> {
  const req = await createLocalReq({}, payload)
  const planned = await planDeliveries(req, form, answers)
  const { text, version } = form.consent ?? {}
  await withStoredFiles(req, tenant, files, (stored) =>
    inTransaction(req, async () => {
      const lead = await payload.create({
        collection: 'form-submissions',
        depth: 0,
        data: {
          tenant,
          form: form.id,
          status: 'new',
          summary: summarize(form, answers),
          submissionData: answers,
          challenge,
          locale,
          ...(text ? { consent: { text, version, givenAt: new Date().toISOString() } } : {}),
        },
        req,
      })
      await keepFiles(req, { ...stored, tenant, lead: lead.id })
      for (const delivery of planned)
        await createDelivery(req, { ...delivery, tenant, lead: lead.id, form: form.id })
    }),
  )
}

/** Among the answers files are their names, for whoever lists answers: mails, exports, the search. */
const namesIn = (files: readonly LeadUpload[]): Answer[] =>
  [...new Set(files.map(({ field }) => field))].map((field) => ({
    field,
    value: files
      .filter((file) => file.field === field)
      .map(({ name }) => name)
      .join(', '),
  }))

/** Each challenge counts once; the table holds it also for what arrives at the same moment. */
async function isUsed(payload: Payload, challenge: string): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'form-submissions',
    where: { challenge: { equals: challenge } },
  })
  return totalDocs > 0
}

async function loadCountries(payload: Payload, form: FormDefinition): Promise<ReadonlySet<string>> {
  if (!form.fields?.some(({ blockType }) => blockType === 'country')) return new Set()
  const { docs } = await payload.find({
    collection: 'countries',
    limit: 300,
    pagination: false,
    depth: 0,
  })
  return new Set(docs.map(({ code }) => code))
}

/** A line to recognise a lead by: a name and an address, or whatever was answered first. */
function summarize(form: FormDefinition, answers: Answer[]): string {
  const email = form.fields?.find(({ blockType }) => blockType === 'email')?.name
  const named = answers.filter(({ field }) => /name/i.test(field) || field === email)
  return (named.length > 0 ? named : answers.slice(0, 1))
    .map(({ value }) => value)
    .join(' · ')
    .slice(0, 200)
}
