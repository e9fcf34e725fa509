import type { Payload } from 'payload'

import { consume } from '@/api/rateLimits'
import { visitor } from '@/db/scope'
import { withScope } from '@/db/withScope'
import { AtriumError } from '@/errors'
import type { Locale } from '@/locales/locales'
import type { FormDefinition, FormState } from '@/site/formDefinition'
import { HONEYPOT } from '@/site/honeypot'
import { wordsOf } from '@/site/words'
import type { Form } from '@/payload-types'

import { formTokenProblem } from './formToken'
import { validateSubmission, type Values } from './validateSubmission'

export interface Submission {
  readonly tenant: string
  readonly form: string
  readonly values: Values
  /** For the limit of submissions. */
  readonly address: string
  /** The site's own pages carry one; a site of somebody else's has none. */
  readonly token: string | undefined
  /** In which language the visitor is spoken to. */
  readonly reading: { readonly locale: Locale; readonly fallbackLocale: Locale }
}

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
  { tenant, form: id, values, address, token, reading }: Submission,
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
    )
    if (!validated.ok) return { values: kept, errors: validated.errors, message: validated.message }
    if (token !== undefined) {
      const problem = formTokenProblem(id, token)
      if (problem === 'early')
        return {
          values: kept,
          errors: {},
          message: words.tooQuick,
        }
      if (problem)
        return {
          values: kept,
          errors: {},
          message: words.tooLate,
        }
    }
    await payload.create({
      collection: 'form-submissions',
      data: {
        tenant,
        form: id,
        summary: summarize(definition, validated.answers),
        submissionData: validated.answers,
      },
    })
    return done(definition)
  })
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
function summarize(form: FormDefinition, answers: { field: string; value: string }[]): string {
  const email = form.fields?.find(({ blockType }) => blockType === 'email')?.name
  const named = answers.filter(({ field }) => /name/i.test(field) || field === email)
  return (named.length > 0 ? named : answers.slice(0, 1))
    .map(({ value }) => value)
    .join(' · ')
    .slice(0, 200)
}
