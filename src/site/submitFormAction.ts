'use server'

import config from '@payload-config'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'

import { addressOf } from '@/api/rateLimits'
import { AtriumError } from '@/errors'
import { readFormData } from '@/leads/readFormData'
import { localeOf } from '@/locales/locales'
import { submitForm, type SubmissionResult } from '@/leads/submitForm'
import { resolveMeantTenant } from '@/tenancy/resolveScope'

import type { FormState } from './formDefinition'
import { LOCALE_INPUT } from './honeypot'
import { readingOf } from './Language'
import { safeHref } from './safeHref'
import { wordsOf } from './words'

/** Takes a form from a page of the host at which it was sent. What goes wrong is said in the form, with the input kept. */
export async function submitFormAction(_before: FormState, data: FormData): Promise<FormState> {
  const { values, files } = readFormData(data)
  const filesLost = files.size > 0
  const { form = '', token = '', [LOCALE_INPUT]: asked } = values
  const locale = localeOf(asked)?.code
  let result: SubmissionResult
  try {
    const payload = await getPayload({ config })
    const incoming = await headers()
    const { tenant } = await resolveMeantTenant(payload, incoming)
    if (!tenant || tenant.status !== 'active' || !/^[0-9a-f-]{36}$/.test(form))
      throw new AtriumError('NOT_FOUND')
    result = await submitForm(payload, {
      tenant: tenant.id,
      form,
      values,
      files,
      token,
      address: addressOf(incoming),
      reading: readingOf(
        tenant,
        tenant.locales.find((one) => one === locale) ?? tenant.defaultLocale,
      ),
    })
  } catch (error) {
    const message =
      error instanceof AtriumError && error.status < 500 ? error.message : wordsOf(locale).tryAgain
    return { values, errors: {}, message, filesLost }
  }
  const target = safeHref(result.redirect)
  if (target) redirect(target)
  return {
    values: result.values,
    errors: result.errors,
    message: result.message,
    done: result.done,
    filesLost,
  }
}
