'use client'

import { useActionState } from 'react'

import type { Locale } from '@/locales/locales'

import { CAPTCHA } from './captchaInput'
import type { CountryOption, FormDefinition, FormState } from './formDefinition'
import { FormView } from './FormView'
import { LOCALE_INPUT } from './honeypot'
import { submitFormAction } from './submitFormAction'
import { useFormProgress } from './useFormProgress'
import { useUpload } from './useUpload'

interface SiteFormProps {
  form: FormDefinition
  token: string
  idPrefix: string
  countries: CountryOption[]
  locale: Locale
}

/**
 * A form that answers in its place. Without JavaScript the browser sends it and gets the page back with the same answer:
 * the action and its state are React's progressive enhancement, nothing here waits for a script. With one, files go over the API,
 * and stay chosen when something is wrong.
 */
export function SiteForm({ form, token, idPrefix, countries, locale }: SiteFormProps) {
  const [answered, action] = useActionState<FormState, FormData>(
    submitFormAction,
    {},
    form.upload?.href,
  )
  const { state, send } = useUpload(form, answered)
  const { progress, captcha } = useFormProgress(form, state, send)
  return (
    <FormView
      locale={locale}
      form={form}
      action={action}
      state={state}
      idPrefix={idPrefix}
      countries={countries}
      progress={progress}
      hidden={
        <>
          <input type="hidden" name="form" value={String(form.id)} />
          <input type="hidden" name="token" value={token} />
          {/* Also where the script finds the form. */}
          <input type="hidden" name={CAPTCHA} ref={captcha} />
          <input type="hidden" name={LOCALE_INPUT} value={locale} />
        </>
      }
    />
  )
}
